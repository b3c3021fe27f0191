import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { CertificatesService } from './certificates.service.js';
import { ownCertificatesPage } from './own-certificates.page.js';

/** A learner's own certificate. */
@Roles('student')
@Controller('certificate')
export class OwnCertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('certificates/own', ownCertificatesPage(await this.certificates.ownOf(actor), words));
  }
}
