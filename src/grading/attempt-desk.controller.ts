import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { AnswerJudgementsService } from '../quizzes/answer-judgements.service.js';
import { QuestionTextsService } from '../quizzes/question-texts.service.js';
import { AnswerJudgementForm, LateDecisionForm } from './attempt-desk.form.js';
import { attemptDeskPage } from './attempt-desk.page.js';
import { type AttemptDesk, AttemptDeskService } from './attempt-desk.service.js';
import { QueueQuery } from './grading.form.js';
import { filterOf, searchOf } from './queue-filter.js';
import { attemptKey } from './queue-keys.js';
import { RoundsService } from './rounds.service.js';

/** The desk for attempts at a quiz: essays to be judged, and answers that came late. */
@Roles('instructor', 'staff', 'admin')
@Controller('grading/attempts/:id')
export class AttemptDeskController {
  constructor(
    private readonly desks: AttemptDeskService,
    private readonly judgements: AnswerJudgementsService,
    private readonly rounds: RoundsService,
    private readonly texts: QuestionTextsService,
  ) {}

  @Get()
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QueueQuery) query: QueueQuery,
  ): Promise<Page> {
    return await this.page(actor, words, await this.desks.open(actor, id), query);
  }

  @Post('answers/:position')
  async judge(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Id('position') position: number,
    @Asked(QueueQuery) query: QueueQuery,
    @Filled(AnswerJudgementForm) form: Form<AnswerJudgementForm>,
  ): Promise<Page | SeeOther> {
    const desk = await this.desks.open(actor, id);
    const typed = { form, position };
    if (!form.ok) return await this.page(actor, words, desk, query, { ...typed, status: 422 });
    if (await this.judgements.judge(actor, id, { position, ...form.value }))
      return seeOther(await this.after(actor, id, query), 'grading.done.judged');
    return await this.page(actor, words, await this.desks.open(actor, id), query, { ...typed, status: 409 });
  }

  @Post('late/:entry')
  async decide(
    @Asking() actor: Actor,
    @Id() id: number,
    @Id('entry') entry: number,
    @Asked(QueueQuery) query: QueueQuery,
    @Filled(LateDecisionForm) form: Form<LateDecisionForm>,
  ): Promise<SeeOther> {
    await this.desks.open(actor, id);
    if (!form.ok) throw new Refusal('forms.wrong');
    const { decision, reason } = form.value;
    await this.judgements.decideLate(actor, id, entry, { accepted: decision === 'accept', reason });
    return seeOther(await this.after(actor, id, query), `grading.done.${decision}`);
  }

  /** On with this attempt while something in it waits, else to what comes next. */
  private async after(actor: Actor, id: number, query: QueueQuery): Promise<string> {
    const desk = await this.desks.open(actor, id);
    const filter = filterOf(query);
    if (desk.attempt.state === 'waiting') return `/grading/attempts/${id}${searchOf(filter)}`;
    return await this.rounds.after(actor, waitingOf(desk), filter);
  }

  private async page(
    actor: Actor,
    words: Words,
    desk: AttemptDesk,
    query: QueueQuery,
    typed?: { form: Form<AnswerJudgementForm>; position: number; status: number },
  ): Promise<Page> {
    const filter = filterOf(query);
    const way = await this.rounds.around(actor, waitingOf(desk), filter);
    const showing = { form: typed?.form ?? Form.showing<AnswerJudgementForm>(), way, filter };
    const trouble = { position: typed?.position ?? null, isStale: typed?.status === 409 };
    return page(
      'grading/attempt',
      attemptDeskPage(desk, { ...showing, ...trouble }, this.texts, words),
      typed?.status ?? 200,
    );
  }
}

const waitingOf = ({ attempt, classId }: AttemptDesk) => ({
  key: attemptKey(attempt.id),
  classId,
  waitingSince: attempt.submittedAt ?? attempt.startedAt,
});
