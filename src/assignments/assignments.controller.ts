import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { ActivityPreviewsService } from '../lessons/activity-previews.service.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { contentDisposition } from '../platform/uploads/content-disposition.js';
import { type Page, page } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Id, InWords } from '../platform/web/parameters.js';
import { AssignmentsQuery, type WorkForm } from './assignment.form.js';
import { assignmentPage, assignmentPreviewPage } from './assignment.page.js';
import { assignmentsPage } from './assignments.page.js';
import { AssignmentsService } from './assignments.service.js';
import { safeFileName } from './file-name.js';
import { receiptOf } from './receipt.page.js';

/** What learners see: all their assignments, one of them with the own work, and the receipts. */
@Roles('student')
@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly previews: ActivityPreviewsService,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(AssignmentsQuery) { state, page: number }: AssignmentsQuery,
  ): Promise<Page> {
    const list = await this.assignments.list(actor);
    return page('assignments/index', assignmentsPage(list, { section: state, page: number ?? 1 }, words));
  }

  /** For who teaches it, what is asked and the rubric. */
  @Roles('student', 'instructor', 'staff', 'admin')
  @Get(':id')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const preview = await this.previews.of(actor, id, 'assignment');
    if (preview) return page('assignments/preview', assignmentPreviewPage(preview, words));
    const view = await this.assignments.show(actor, id);
    const telling = { form: Form.showing<WorkForm>(), key: randomUUID() };
    return page('assignments/show', assignmentPage(view, telling, words));
  }

  /** The receipt as a text file. */
  @Get(':id/receipts/:number')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  async receipt(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Id('number') number: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { work } = await this.assignments.show(actor, id);
    const version = work.handedIn.find((one) => one.number === number);
    if (!version?.receipt) throw new Missing('receipt');
    const name = safeFileName(`${work.activity.title} ${number}`, 'txt');
    response.set('Content-Disposition', contentDisposition('attachment', name));
    return `${receiptOf(version, words)}\n`;
  }
}
