import { BadRequestException, Controller, Get, Post } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { QuestionTextsService } from '../quizzes/question-texts.service.js';
import { RecallAnswersService } from './recall-answers.service.js';
import { RecallForm } from './recall.form.js';
import { recallAnswerPage, recallQuestionPage, recallSummaryPage } from './recall.page.js';
import { RecallService } from './recall.service.js';

/** Missed questions asked again: one after another, each checked at once. */
@Roles('student')
@Controller('recall')
export class RecallController {
  constructor(
    private readonly recall: RecallService,
    private readonly answers: RecallAnswersService,
    private readonly enrolments: EnrolmentsService,
    private readonly texts: QuestionTextsService,
  ) {}

  /** The next question, or what the week came to. */
  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const next = await this.recall.next(await this.enrolments.currentPlace(actor));
    const { question } = next;
    if (!question) return page('recall/summary', recallSummaryPage(next.round, this.texts, words));
    return page('recall/show', recallQuestionPage({ ...next, question }, null, this.texts, words));
  }

  @Post('answers')
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(RecallForm) form: Form<RecallForm>,
  ): Promise<Page | SeeOther> {
    if (!form.ok) throw new BadRequestException();
    const { question: questionId, version: versionId, times, answer, key } = form.value;
    const kept = await this.answers.answer(actor, { questionId, versionId, times, answer, key });
    if ('answerId' in kept) return seeOther(`/recall/answers/${kept.answerId}`);
    const next = await this.recall.next(await this.enrolments.currentPlace(actor));
    const { question } = next;
    if (question?.questionId !== questionId) throw new Refusal('recall.refusals.not-asked', {}, '/recall');
    const trouble = { problem: kept.problem, given: answer };
    return rejected(
      'recall/show',
      recallQuestionPage({ ...next, question, key }, trouble, this.texts, words),
    );
  }

  @Get('answers/:id')
  async answer(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const answer = await this.answers.find(actor, id);
    const round = await this.recall.roundOf(await this.enrolments.currentPlace(actor));
    return page('recall/answer', recallAnswerPage(answer, round, this.texts, words));
  }
}
