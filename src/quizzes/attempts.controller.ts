import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, seeOther } from '../platform/web/answers.js';
import { Asked, Asking, Id, InWords } from '../platform/web/parameters.js';
import { AttemptQuery } from './attempt.form.js';
import { allQuestions, attemptPage, summaryPage } from './attempt.page.js';
import { AttemptResultsService } from './attempt-results.service.js';
import { AttemptsService } from './attempts.service.js';
import { QuestionTextsService } from './question-texts.service.js';
import { resultPage } from './result.page.js';

/** An attempt: its questions while it runs, its result afterwards. */
@Roles('student')
@Controller('attempts')
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly results: AttemptResultsService,
    private readonly texts: QuestionTextsService,
  ) {}

  @Get(':id')
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(AttemptQuery) { question }: AttemptQuery,
  ): Promise<Page> {
    const attempt = await this.attempts.find(actor, id);
    if (attempt.submittedAt)
      return page('attempts/result', resultPage(await this.results.of(actor, attempt), this.texts, words));
    const open = await this.attempts.withQuestions(attempt);
    const shown = { personId: actor.personId, position: question };
    return page('attempts/show', attemptPage(open, shown, this.texts, words));
  }

  /** All questions at once, without a frame. */
  @Get(':id/questions')
  async questions(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
  ): Promise<Page | SeeOther> {
    const attempt = await this.attempts.find(actor, id);
    if (attempt.submittedAt) return seeOther(`/attempts/${id}`);
    const open = await this.attempts.withQuestions(attempt);
    return page('attempts/questions', allQuestions(open, this.texts, words));
  }

  @Get(':id/review')
  async review(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page | SeeOther> {
    const attempt = await this.attempts.find(actor, id);
    if (attempt.submittedAt) return seeOther(`/attempts/${id}`);
    const open = await this.attempts.withQuestions(attempt);
    return page('attempts/review', summaryPage(open, actor.personId, words));
  }

  @Post(':id/submission')
  async submit(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.attempts.submit(actor, id);
    return seeOther(`/attempts/${id}`);
  }
}
