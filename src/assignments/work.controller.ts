import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal, Stale } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import type { Words } from '../platform/i18n/words.js';
import { Arrived } from '../platform/uploads/arrived.js';
import type { Upload } from '../platform/uploads/upload.js';
import { Uploads } from '../platform/uploads/uploads.interceptor.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { WorkForm } from './assignment.form.js';
import { assignmentPage } from './assignment.page.js';
import { AssignmentsService } from './assignments.service.js';
import { HandInsService } from './hand-ins.service.js';
import { LearnerWorkService } from './learner-work.service.js';
import { type SavedWork, SavesService } from './saves.service.js';
import { savedText } from './work-editor.page.js';

/** The largest that any assignment may ask for; each has its own limits below it. */
const sending = { field: 'files', maxFiles: 5, maxBytes: 100_000_000 };

/** The form of the work page: whichever button is pressed, the text goes along and is kept first. */
@Roles('student')
@Controller('assignments/:id')
export class WorkController {
  constructor(
    private readonly works: LearnerWorkService,
    private readonly saves: SavesService,
    private readonly handIns: HandInsService,
    private readonly assignments: AssignmentsService,
    private readonly clock: Clock,
  ) {}

  /** The text alone: from the script that saves as one writes, or from a form. */
  @Post('text')
  @HttpCode(200)
  async text(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(WorkForm) form: Form<WorkForm>,
    @Req() request: Request,
  ): Promise<Page | SeeOther | object> {
    const saved = await this.save(actor, id, form, { files: [], problems: [] });
    if (!request.is('json')) return await this.answer(actor, words, id, form, saved);
    if (!form.ok) throw new Refusal(form.errors['text']?.key ?? 'forms.wrong', form.errors['text']?.values);
    if (saved.stale) throw new Stale(saved.stale);
    return savedText(saved.seq, this.clock.now(), words);
  }

  @Post('files')
  @Uploads(sending)
  async files(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(WorkForm) form: Form<WorkForm>,
    @Arrived() upload: Upload,
  ): Promise<Page | SeeOther> {
    return await this.answer(actor, words, id, form, await this.save(actor, id, form, upload));
  }

  @Post('submission')
  @Uploads(sending)
  async submit(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(WorkForm) form: Form<WorkForm>,
    @Arrived() upload: Upload,
  ): Promise<Page | SeeOther> {
    const work = await this.works.of(actor, id);
    const key = form.value.key || randomUUID();
    const { text, seq } = form.value;
    if (!this.handIns.isRepeat(work, key, seq === null ? null : text)) {
      const saved = await this.save(actor, id, form, upload);
      if (isTrouble(form, saved)) return await this.answer(actor, words, id, form, saved);
      await this.handIns.handIn(work, key);
    }
    return seeOther(`/assignments/${id}`, 'assignments.done.handedIn');
  }

  private async save(actor: Actor, id: number, form: Form<WorkForm>, upload: Upload): Promise<SavedWork> {
    const { text, seq, remove } = form.value;
    const kept = form.ok && seq !== null ? { text, seq } : null;
    const work = await this.works.of(actor, id);
    return await this.saves.save(work, { text: kept, remove: form.ok ? remove : null, upload });
  }

  private async answer(
    actor: Actor,
    words: Words,
    id: number,
    form: Form<WorkForm>,
    saved: SavedWork,
  ): Promise<Page | SeeOther> {
    if (!isTrouble(form, saved)) return seeOther(`/assignments/${id}`, 'assignments.done.saved');
    const { stale, troubles } = saved;
    const view = await this.assignments.show(actor, id);
    const telling = { form, key: form.value.key || randomUUID(), troubles, ...(stale ? { stale } : {}) };
    return page('assignments/show', assignmentPage(view, telling, words), stale ? 409 : 422);
  }
}

const isTrouble = (form: Form<WorkForm>, { stale, troubles }: SavedWork): boolean =>
  !form.ok || stale !== undefined || troubles.length > 0;
