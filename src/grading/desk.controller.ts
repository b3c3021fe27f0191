import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { deskPage } from './desk.page.js';
import { DeskService } from './desk.service.js';
import { GradingForm, QueueQuery } from './grading.form.js';
import { GradingsService } from './gradings.service.js';
import { checkJudgement, judgementOf } from './judgement.page.js';
import type { Judgement } from './judgement.js';
import { liveListOf } from './live-address.js';
import { filterOf, searchOf } from './queue-filter.js';
import { submissionKey } from './queue-keys.js';
import { RoundsService } from './rounds.service.js';
import type { Desk } from './desk.service.js';

type Keep = (judgement: Judgement) => Promise<boolean>;

/** The desk: work on the left, rubric on the right; saved, published or given back, and on to the next. */
@Roles('instructor', 'staff', 'admin')
@Controller('submissions/:id')
export class DeskController {
  constructor(
    private readonly desks: DeskService,
    private readonly gradings: GradingsService,
    private readonly rounds: RoundsService,
  ) {}

  @Get()
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QueueQuery) query: QueueQuery,
  ): Promise<Page> {
    return await this.page(
      actor,
      words,
      await this.desks.open(actor, id),
      query,
      Form.showing<GradingForm>(),
    );
  }

  @Post('draft')
  async saveDraft(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QueueQuery) query: QueueQuery,
    @Filled(GradingForm) form: Form<GradingForm>,
  ): Promise<Page | SeeOther> {
    const desk = await this.desks.open(actor, id);
    checkJudgement(form, desk, 'draft');
    const keep: Keep = (judgement) => this.gradings.saveDraft(actor, desk, judgement);
    return (
      (await this.trouble(actor, words, desk, query, form, keep)) ??
      seeOther(`/submissions/${id}${searchOf(filterOf(query))}`, 'grading.done.draft')
    );
  }

  @Post('grade')
  async publish(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QueueQuery) query: QueueQuery,
    @Filled(GradingForm) form: Form<GradingForm>,
  ): Promise<Page | SeeOther> {
    const desk = await this.desks.open(actor, id);
    checkJudgement(form, desk, 'published');
    const keep: Keep = (judgement) => this.gradings.publish(actor, desk, judgement);
    const trouble = await this.trouble(actor, words, desk, query, form, keep);
    return (
      trouble ??
      seeOther(
        liveListOf(desk.submission) ?? (await this.rounds.after(actor, waitingOf(desk), filterOf(query))),
        'grading.done.published',
      )
    );
  }

  @Post('return')
  async giveBack(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QueueQuery) query: QueueQuery,
    @Filled(GradingForm) form: Form<GradingForm>,
  ): Promise<Page | SeeOther> {
    const desk = await this.desks.open(actor, id);
    checkJudgement(form, desk, 'returned');
    const keep: Keep = (judgement) => this.gradings.giveBack(actor, desk, judgement);
    const trouble = await this.trouble(actor, words, desk, query, form, keep);
    return (
      trouble ??
      seeOther(await this.rounds.after(actor, waitingOf(desk), filterOf(query)), 'grading.done.returned')
    );
  }

  /** The page again where a field is wrong, or where somebody else has judged meanwhile; null where it was kept. */
  private async trouble(
    actor: Actor,
    words: Words,
    desk: Desk,
    query: QueueQuery,
    form: Form<GradingForm>,
    keep: Keep,
  ): Promise<Page | null> {
    if (!form.ok) return await this.page(actor, words, desk, query, form, 422);
    if (await keep(judgementOf(form.value))) return null;
    return await this.page(actor, words, await this.desks.open(actor, desk.submission.id), query, form, 409);
  }

  private async page(
    actor: Actor,
    words: Words,
    desk: Desk,
    query: QueueQuery,
    form: Form<GradingForm>,
    status = 200,
  ): Promise<Page> {
    const filter = filterOf(query);
    const way = await this.rounds.around(actor, waitingOf(desk), filter);
    return page(
      'grading/show',
      deskPage(desk, { form, way, filter, isStale: status === 409 }, words),
      status,
    );
  }
}

const waitingOf = ({ submission }: Desk) => ({
  key: submissionKey(submission.id),
  classId: submission.classGroupId,
  waitingSince: submission.submittedAt ?? new Date(0),
});
