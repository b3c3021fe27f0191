import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type ArrivingAnswer, decideAnswer } from './answer-rules.js';
import type { LoggedOutcome } from './attempt.entity.js';
import { claimAttempt } from './attempt-claim.js';
import { AttemptEndingsService } from './attempt-endings.service.js';
import type { AnswerProblem } from './question-types/question-type.js';
import { readAnswer, showQuestion } from './question-types/question-types.js';
import { lateAnswers } from './quiz-settings.js';
import { findStored, type GivenAnswer, logAnswer, type StoredAnswer, writeAnswer } from './stored-answers.js';

/** What became of an answer, and what stands now. */
export interface AnswerReceipt {
  outcome: LoggedOutcome | 'unchanged';
  position: number;
  /** The counter that the next answer of this page has to have seen. */
  seq: number;
  /** When the answer that stands was kept; null where none is. */
  savedAt: Date | null;
  remainingMs: number | null;
  /** How a number was understood, as decimal text. */
  reading: string | null;
}

export type SavedAnswer = { receipt: AnswerReceipt } | { problem: AnswerProblem };

/** Keeps answers: what is acknowledged has been written to the disk. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly endings: AttemptEndingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides by the server's clock what becomes of an answer and keeps it, also where it is refused.
   * @throws Missing where the attempt is not the actor's, or has no such question
   */
  async save(actor: Actor, attemptId: number, given: GivenAnswer): Promise<SavedAnswer> {
    const now = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      await claimAttempt(manager, attemptId);
      const stored = await findStored(manager, attemptId, given, actor.personId);
      const reading = readAnswer(stored, stored.drawn, given.answer);
      if ('problem' in reading) return reading;
      const value = reading.value === null ? null : JSON.stringify(reading.value);
      const decision = decideAnswer(arriving(stored, given, value, now));
      const reply = receiptFor(stored, numberRead(stored, reading.value), now);
      if (decision === 'repeat') return reply(...repeated(stored, given));
      if (decision === 'unchanged') return reply(decision, stored);
      await logAnswer(manager, attemptId, given, value, decision, now);
      if (decision === 'late-waits') await this.endings.settle(manager, attemptId);
      if (decision !== 'write' && decision !== 'late-counts') return reply(decision, stored);
      await writeAnswer(manager, stored.id, given, value, now);
      if (stored.submittedAt) await this.endings.rescore(manager, attemptId, given.position);
      return reply(decision, { seq: stored.seq + 1, answeredAt: now });
    });
  }
}

function arriving(stored: StoredAnswer, given: GivenAnswer, value: string | null, now: Date): ArrivingAnswer {
  return {
    attempt: stored,
    seq: { stored: stored.seq, seen: given.seq },
    isKeyKnown: stored.logged !== null,
    isSame: stored.value === value && stored.flagged === given.flagged,
    now,
    clientAt: given.clientAt,
    lateAnswers: lateAnswers(stored.content),
  };
}

type Standing = Pick<StoredAnswer, 'seq' | 'answeredAt'>;

/** The same reply again: where the answer was written, with the counter that it then had. */
function repeated(stored: StoredAnswer, { seq }: GivenAnswer): [LoggedOutcome, Standing] {
  const { outcome, receivedAt } = stored.logged as NonNullable<StoredAnswer['logged']>;
  const wasWritten = outcome === 'write' || outcome === 'late-counts';
  return [outcome, wasWritten ? { seq: seq + 1, answeredAt: receivedAt } : stored];
}

function numberRead(stored: StoredAnswer, value: unknown): string | null {
  if (stored.type !== 'numeric') return null;
  const { question } = showQuestion(stored, stored.drawn, value);
  return question.type === 'numeric' ? question.reading : null;
}

function receiptFor({ position, deadlineAt }: StoredAnswer, reading: string | null, now: Date) {
  const remainingMs = deadlineAt && Math.max(0, deadlineAt.getTime() - now.getTime());
  return (outcome: AnswerReceipt['outcome'], { seq, answeredAt }: Standing): SavedAnswer => ({
    receipt: { outcome, position, seq, savedAt: answeredAt, remainingMs, reading },
  });
}
