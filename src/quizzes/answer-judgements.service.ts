import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AnswerJudgement, LateDecision } from './answer-judgement.entity.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './attempt.entity.js';
import { claimAttempt } from './attempt-claim.js';
import { AttemptEndingsService, waitingAnswers } from './attempt-endings.service.js';
import { answerSeen, earnedPoints } from './judged-answers.js';
import { isJudgedByPerson } from './question-types/question-types.js';
import { writeAnswer } from './stored-answers.js';

interface AnswerVerdict {
  position: number;
  /** 0 to 10000, whatever the question is worth. */
  score: number;
  feedback: string;
  /** Why an earlier judgement is corrected. */
  reason: string;
  /** The answer and the judgement that the page had seen. */
  seen: string;
}

/** Keeps what persons decide about answers, and all that follows for the score. Whoever may is the caller's to ask. */
@Injectable()
export class AnswerJudgementsService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly endings: AttemptEndingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges an answer that only a person can judge. A correction needs a reason and is recorded.
   * @returns false where the answer or its judgement has changed since the page was opened: nothing is kept then
   * @throws Missing where the attempt has no such answer; Refusal without a reason
   */
  async judge(actor: Actor, attemptId: number, verdict: AnswerVerdict): Promise<boolean> {
    return await this.units.inTransaction(async (manager) => {
      const before = await ended(manager, attemptId);
      const question = await judgedQuestion(manager, attemptId, verdict.position);
      const where = { attemptQuestionId: question.id };
      const round = await manager.countBy(AnswerJudgement, where);
      if (verdict.seen !== answerSeen(question.seq, round)) return false;
      const corrects = question.score !== null;
      if (corrects && verdict.reason === '') throw new Refusal('grading.refusals.no-reason');
      const { score, feedback } = verdict;
      const reason = corrects ? verdict.reason : '';
      const by = { graderId: actor.personId, judgedAt: this.clock.now() };
      await manager.insert(AnswerJudgement, { ...where, round: round + 1, score, feedback, reason, ...by });
      const earned = earnedPoints(question.points, score);
      await manager.update(AttemptQuestion, { id: question.id }, { score: earned });
      await this.endings.settle(manager, attemptId);
      if (corrects) await this.note(manager, actor, 'grading.audit.answerCorrected', before, reason);
      return true;
    });
  }

  /**
   * Decides about an answer that came late and waits. Accepted, it takes the place of the one that stood and is
   * scored; refused, it stays in the log. Decided already, it stays as it was decided.
   * @throws Missing where no such answer waits; Refusal where it is refused without a reason
   */
  async decideLate(
    actor: Actor,
    attemptId: number,
    entryId: number,
    { accepted, reason }: { accepted: boolean; reason: string },
  ): Promise<void> {
    if (!accepted && reason === '') throw new Refusal('grading.refusals.no-late-reason');
    await this.units.inTransaction(async (manager) => {
      const before = await ended(manager, attemptId);
      if (await manager.existsBy(LateDecision, { attemptId, entryId })) return;
      const entry = await waitingEntry(manager, attemptId, entryId);
      const by = { decidedById: actor.personId, decidedAt: this.clock.now() };
      await manager.insert(LateDecision, { attemptId, entryId, accepted, reason, ...by });
      if (accepted) await take(manager, entry);
      if (accepted) await this.endings.rescore(manager, attemptId, entry.position);
      else await this.endings.settle(manager, attemptId);
      const action = accepted ? 'grading.audit.lateAccepted' : 'grading.audit.lateRefused';
      await this.note(manager, actor, action, before, reason);
    });
  }

  private async note(
    manager: EntityManager,
    by: Actor,
    action: string,
    before: Attempt,
    reason: string,
  ): Promise<void> {
    const { score } = await manager.findOneByOrFail(Attempt, { id: before.id });
    const fields = { score: { from: before.score, to: score } };
    await this.audit.note(manager, {
      by,
      action,
      record: { type: 'attempt', id: before.id },
      fields,
      reason,
    });
  }
}

/** @throws Missing where it still runs */
async function ended(manager: EntityManager, id: number): Promise<Attempt> {
  await claimAttempt(manager, id);
  const attempt = await manager.findOneBy(Attempt, { id });
  if (!attempt?.submittedAt) throw new Missing('attempt');
  return attempt;
}

/** @throws Missing for one that is scored by itself */
async function judgedQuestion(
  manager: EntityManager,
  attemptId: number,
  position: number,
): Promise<AttemptQuestion> {
  const question = await manager.findOne(AttemptQuestion, {
    where: { attemptId, position },
    relations: { questionVersion: true },
  });
  if (!question || question.value === null || !isJudgedByPerson(question.questionVersion))
    throw new Missing('answer');
  return question;
}

/** @throws Missing */
async function waitingEntry(
  manager: EntityManager,
  attemptId: number,
  entryId: number,
): Promise<AnswerLogEntry> {
  const entry = (await waitingAnswers(manager, attemptId)).find(({ id }) => id === entryId);
  if (!entry) throw new Missing('late answer');
  return entry;
}

async function take(
  manager: EntityManager,
  { attemptId, position, value, receivedAt }: AnswerLogEntry,
): Promise<void> {
  const { id, flagged } = await manager.findOneByOrFail(AttemptQuestion, { attemptId, position });
  await writeAnswer(manager, id, { flagged }, value === null ? null : JSON.stringify(value), receivedAt);
}
