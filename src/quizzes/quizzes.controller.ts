import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, seeOther } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { AttemptStartsService } from './attempt-starts.service.js';
import { quizPage, refusalMessage } from './quiz.page.js';
import { QuizzesService } from './quizzes.service.js';

/** A quiz before and between its attempts. */
@Roles('student')
@Controller('quizzes')
export class QuizzesController {
  constructor(
    private readonly quizzes: QuizzesService,
    private readonly starts: AttemptStartsService,
  ) {}

  @Get(':id')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('quizzes/show', quizPage(await this.quizzes.introduce(actor, id), words));
  }

  /** Begins an attempt or goes on with the one that runs: sent again it leads to the same. */
  @Post(':id/attempts')
  async create(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<SeeOther> {
    const started = await this.starts.start(actor, id);
    if ('attemptId' in started) return seeOther(`/attempts/${started.attemptId}`);
    const { key, values } = refusalMessage(started.refusal, words);
    throw new Refusal(key, values, `/quizzes/${id}`);
  }
}
