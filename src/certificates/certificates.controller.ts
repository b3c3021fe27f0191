import { Controller, Get, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Roles } from '../platform/access/access.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type BlobAnswer, blobAnswer } from '../platform/uploads/blob-answer.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ReissueForm } from './board.form.js';
import { certificatePage, fileName } from './certificate.page.js';
import { CertificatesService } from './certificates.service.js';
import { reissuePage } from './reissue.page.js';
import { ReissuesService } from './reissues.service.js';
import { RevocationForm } from './revocation.form.js';

/** One certificate, for the office. Its file is also for whoever holds it. */
@Roles('staff', 'admin')
@Controller('certificates/:id')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly reissues: ReissuesService,
  ) {}

  @Get()
  async show(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('certificates/show', await this.model(actor, id, Form.showing(), words));
  }

  @Roles('student', 'staff', 'admin')
  @Get('file')
  async file(@Id() id: number, @Asking() actor: Actor): Promise<BlobAnswer> {
    const certificate = hasRole(actor, 'staff', 'admin')
      ? await this.certificates.find(actor, id)
      : await this.certificates.ownValid(actor, id);
    return blobAnswer(certificate.pdf, { name: fileName(certificate) });
  }

  @Post('revocation')
  async revoke(
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(RevocationForm) form: Form<RevocationForm>,
    @InWords() words: Words,
  ): Promise<Page | SeeOther> {
    if (!form.ok) return rejected('certificates/show', await this.model(actor, id, form, words));
    await this.certificates.revoke(actor, id, form.value.reason, form.value.note);
    return seeOther(`/certificates/${id}`, 'certificates.revoked');
  }

  @Get('reissue')
  async previewReissue(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const certificate = await this.certificates.find(actor, id);
    const preview = await this.reissues.preview(certificate);
    return page('certificates/reissue', reissuePage(certificate, preview, randomUUID(), words));
  }

  @Post('reissue')
  async reissue(
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(ReissueForm) form: Form<ReissueForm>,
  ): Promise<SeeOther> {
    const certificate = await this.certificates.find(actor, id);
    if (!form.ok) throw new Missing('key');
    const batchId = await this.reissues.propose(actor, certificate, form.value.key);
    return seeOther(`/certificate-batches/${batchId}`, 'certificates.reissueProposed');
  }

  private async model(actor: Actor, id: number, form: Form<RevocationForm>, words: Words) {
    const certificate = await this.certificates.find(actor, id);
    return certificatePage(certificate, await this.certificates.editionsOf(certificate), form, words);
  }
}
