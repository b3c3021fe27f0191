import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, LessThan, type Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { LateDecision } from './answer-judgement.entity.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './attempt.entity.js';
import { claimAttempt } from './attempt-claim.js';
import { submissionTime } from './attempt-rules.js';
import { attemptScore } from './attempt-score.js';
import { undecidedLate } from './judged-answers.js';
import { scoreAnswer } from './question-types/question-types.js';
import { QuizProgressService } from './quiz-progress.service.js';

/** Ends attempts and scores them: what was saved counts. */
@Injectable()
export class AttemptEndingsService {
  constructor(
    @InjectRepository(Attempt) private readonly attempts: Repository<Attempt>,
    private readonly units: UnitOfWork,
    private readonly progress: QuizProgressService,
  ) {}

  /** Ends what ran out of time and was not looked at since, as of its deadline: of one enrolment, or of all. */
  async endOverdue(now: Date, of: Partial<Pick<Attempt, 'enrolmentId' | 'activityId'>> = {}): Promise<void> {
    const overdue = await this.attempts.find({
      select: { id: true },
      where: { ...of, state: 'running', deadlineAt: LessThan(now) },
    });
    for (const { id } of overdue) await this.end(id, now);
  }

  /** Ends an attempt now, or as of its deadline where that has passed. One that has ended stays as it is. */
  async end(id: number, now: Date): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      await claimAttempt(manager, id);
      const attempt = await manager.findOneByOrFail(Attempt, { id });
      if (attempt.submittedAt) return;
      for (const question of await questionsOf(manager, id)) await scoreQuestion(manager, question);
      await this.conclude(manager, { ...attempt, submittedAt: submissionTime(attempt.deadlineAt, now) });
    });
  }

  /** Scores one answer of an ended attempt again, and all that follows from it, in the unit that changed it. */
  async rescore(manager: EntityManager, id: number, position: number): Promise<void> {
    for (const question of await questionsOf(manager, id, position)) await scoreQuestion(manager, question);
    await this.settle(manager, id);
  }

  /** Adds an ended attempt up again, in the unit that changed something of it. One that runs is left alone. */
  async settle(manager: EntityManager, id: number): Promise<void> {
    const attempt = await manager.findOneByOrFail(Attempt, { id });
    if (attempt.submittedAt) await this.conclude(manager, attempt);
  }

  private async conclude(manager: EntityManager, attempt: Attempt): Promise<void> {
    const { id, submittedAt } = attempt;
    const questions = await manager.findBy(AttemptQuestion, { attemptId: id });
    const { score, isMustPassRight } = attemptScore(
      questions.map((question) => ({ ...question, isMustPass: question.mustPass })),
    );
    const isOpen = score === null || (await waitingAnswers(manager, id)).length > 0;
    const state = isOpen ? 'waiting' : 'scored';
    await manager.update(Attempt, { id }, { submittedAt, state, score, mustPassMet: isMustPassRight });
    await this.progress.record(manager, attempt);
  }
}

/** The late answers of an attempt that a person has still to decide about. */
export async function waitingAnswers(manager: EntityManager, attemptId: number): Promise<AnswerLogEntry[]> {
  const log = await manager.findBy(AnswerLogEntry, { attemptId, outcome: 'late-waits' });
  if (log.length === 0) return [];
  const decisions = await manager.findBy(LateDecision, { attemptId });
  return undecidedLate(log, new Set(decisions.map(({ entryId }) => entryId)));
}

const questionsOf = (
  manager: EntityManager,
  attemptId: number,
  position?: number,
): Promise<AttemptQuestion[]> =>
  manager.find(AttemptQuestion, {
    where: position === undefined ? { attemptId } : { attemptId, position },
    relations: { questionVersion: true },
  });

async function scoreQuestion(manager: EntityManager, question: AttemptQuestion): Promise<void> {
  const { id, drawn, value, points, questionVersion } = question;
  await manager.update(
    AttemptQuestion,
    { id },
    { score: scoreAnswer(questionVersion, drawn, value, points) },
  );
}
