import { BadRequestException, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal, Stale } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { answerReply, standingReply } from './answer.page.js';
import { type AnswerReceipt, AnswersService, type SavedAnswer } from './answers.service.js';
import { AnswerForm } from './attempt.form.js';
import { attemptPage } from './attempt.page.js';
import { AttemptsService } from './attempts.service.js';
import type { Trouble } from './question.page.js';
import { QuestionTextsService } from './question-texts.service.js';

/** Answers as they are written: the plain form of one question, or JSON from the script, one answer each. */
@Roles('student')
@Controller('attempts/:id/answers')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly attempts: AttemptsService,
    private readonly texts: QuestionTextsService,
  ) {}

  @Post()
  @HttpCode(200)
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(AnswerForm) form: Form<AnswerForm>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | SeeOther | object> {
    if (!form.ok) throw new BadRequestException();
    const saved = await this.answers.save(actor, id, givenIn(form.value));
    if (!request.is('json')) return await this.show(actor, words, id, form.value, saved);
    if ('receipt' in saved) return await this.reply(actor, words, id, saved.receipt);
    response.status(422);
    return { outcome: 'rejected', message: words.t(`quizzes.problem.${saved.problem}`) };
  }

  /** @throws Stale where the answer was not taken */
  private async reply(actor: Actor, words: Words, id: number, receipt: AnswerReceipt): Promise<object> {
    if (receipt.outcome !== 'conflict' && receipt.outcome !== 'too-late') return answerReply(receipt, words);
    const open = await this.attempts.withQuestions(await this.attempts.find(actor, id));
    throw new Stale(standingReply(receipt, open, words));
  }

  /** @throws Refusal where the answer came too late to count */
  private async show(
    actor: Actor,
    words: Words,
    id: number,
    { question, answer, go }: AnswerForm,
    saved: SavedAnswer,
  ): Promise<Page | SeeOther> {
    const trouble = troubleOf(saved, answer);
    const isLate = 'receipt' in saved && saved.receipt.outcome === 'too-late';
    if (isLate) throw new Refusal('quizzes.attempt.tooLate', {}, `/attempts/${id}`);
    const open = await this.attempts.withQuestions(await this.attempts.find(actor, id));
    if (!trouble) return seeOther(placeAfter(id, question, go, open.questions.length));
    const shown = { personId: actor.personId, position: question, trouble };
    const status = trouble.kind === 'conflict' ? 409 : 422;
    return page('attempts/show', attemptPage(open, shown, this.texts, words), status);
  }
}

/** A plain form carries no key: sent twice it finds what it says standing already. */
const givenIn = ({ question, seq, answer, flagged, key, at }: AnswerForm) => ({
  position: question,
  seq,
  answer,
  flagged,
  key: key || randomUUID(),
  clientAt: at === null ? null : new Date(at),
});

function troubleOf(saved: SavedAnswer, given: unknown): Trouble | null {
  if ('problem' in saved) return { kind: 'problem', problem: saved.problem, given };
  return saved.receipt.outcome === 'conflict' ? { kind: 'conflict', given } : null;
}

function placeAfter(id: number, question: number, go: string, total: number): string {
  const next = go === 'next' ? question + 1 : Number(go || question);
  return go === 'review' || next > total ? `/attempts/${id}/review` : `/attempts/${id}?question=${next}`;
}
