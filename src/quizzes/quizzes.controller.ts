import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, seeOther } from '../platform/web/answers.js';
import { Asked, Asking, Id, InWords } from '../platform/web/parameters.js';
import { AttemptStartsService } from './attempt-starts.service.js';
import { QuestionTextsService } from './question-texts.service.js';
import { QuizQuery } from './quiz.form.js';
import { quizPage, refusalMessage } from './quiz.page.js';
import { quizPreviewPage } from './quiz-preview.page.js';
import { QuizPreviewsService } from './quiz-previews.service.js';
import { QuizzesService } from './quizzes.service.js';

/** A quiz before and between its attempts; for who teaches it, its questions with the keys. */
@Roles('student', 'instructor', 'staff', 'admin')
@Controller('quizzes')
export class QuizzesController {
  constructor(
    private readonly quizzes: QuizzesService,
    private readonly previews: QuizPreviewsService,
    private readonly starts: AttemptStartsService,
    private readonly texts: QuestionTextsService,
  ) {}

  @Get(':id')
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QuizQuery) { session }: QuizQuery,
  ): Promise<Page> {
    const preview = await this.previews.of(actor, id, session);
    if (preview) return page('quizzes/preview', quizPreviewPage(preview, this.texts, words));
    return page('quizzes/show', quizPage(await this.quizzes.introduce(actor, id), words));
  }

  /** Begins an attempt or goes on with the one that runs: sent again it leads to the same. */
  @Roles('student')
  @Post(':id/attempts')
  async create(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<SeeOther> {
    const started = await this.starts.start(actor, id);
    if ('attemptId' in started) return seeOther(`/attempts/${started.attemptId}`);
    const { key, values } = refusalMessage(started.refusal, words);
    throw new Refusal(key, values, `/quizzes/${id}`);
  }
}
