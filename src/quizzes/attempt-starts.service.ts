import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Attempt, AttemptQuestion } from './attempt.entity.js';
import { AttemptEndingsService } from './attempt-endings.service.js';
import { attemptDeadline, decideStart, type StartRefusal } from './attempt-rules.js';
import { QuestionDrawsService } from './question-draws.service.js';
import { type QuizPlace, QuizPlacesService } from './quiz-places.service.js';
import { QuizProgressService } from './quiz-progress.service.js';
import { attemptSettings } from './quiz-settings.js';

type Started = { attemptId: number } | { refusal: StartRefusal };

/** Begins attempts: one at a time, and no more than the quiz allows. */
@Injectable()
export class AttemptStartsService {
  constructor(
    private readonly places: QuizPlacesService,
    private readonly endings: AttemptEndingsService,
    private readonly draws: QuestionDrawsService,
    private readonly progress: QuizProgressService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins an attempt, or leads back to the one that runs. Of several starts at once one begins it, the others find
   * it. @throws Missing where the quiz is not the learner's
   */
  async start(actor: Actor, quizId: number): Promise<Started> {
    const now = this.clock.now();
    const quiz = await this.places.of(actor, quizId);
    const { enrolmentId } = quiz.place;
    await this.endings.endOverdue(now, { enrolmentId, activityId: quizId });
    const bank = await this.draws.bank(quiz.place.cohort.courseId);
    const seed = randomBytes(16).toString('hex');
    return await this.units.inTransaction(async (manager) => {
      await manager.findOne(Enrolment, { where: { id: enrolmentId }, ...locked(manager) });
      const past = await manager.findBy(Attempt, { enrolmentId, activityId: quizId });
      const decision = decideStart(past, attemptSettings(quiz.content), quiz.window, now);
      if ('refusal' in decision) return decision;
      if ('resume' in decision) return await resume(manager, past, decision.resume.id, quiz);
      const attempt = newAttempt(quiz, decision.start.number, seed, now);
      const questions = await this.draws.draw(manager, attempt, quiz, bank);
      if (questions.length === 0) return { refusal: { reason: 'no-questions' } };
      return await this.begin(manager, attempt, questions);
    });
  }

  private async begin(
    manager: EntityManager,
    attempt: ReturnType<typeof newAttempt>,
    questions: Awaited<ReturnType<QuestionDrawsService['draw']>>,
  ): Promise<Started> {
    const { identifiers } = await manager.insert(Attempt, attempt);
    const attemptId = Number(identifiers[0]?.['id']);
    await manager.insert(
      AttemptQuestion,
      questions.map((question) => ({ ...question, attemptId }) as object),
    );
    await this.progress.record(manager, attempt);
    return { attemptId };
  }
}

function newAttempt(quiz: QuizPlace, number: number, seed: string, startedAt: Date) {
  return {
    enrolmentId: quiz.place.enrolmentId,
    activityId: quiz.activity.id,
    number,
    activityVersionId: quiz.versionId,
    seed,
    startedAt,
    deadlineAt: attemptDeadline(startedAt, quiz.content.minutes, quiz.window),
    submittedAt: null,
    state: 'running' as const,
    score: null,
    mustPassMet: false,
    revision: 0,
  };
}

/** Time granted while an attempt runs reaches it here; what was promised at its start is never taken back. */
async function resume(
  manager: EntityManager,
  past: readonly Attempt[],
  attemptId: number,
  { content, window }: QuizPlace,
): Promise<Started> {
  const attempt = past.find(({ id }) => id === attemptId);
  const deadlineAt = attempt && attemptDeadline(attempt.startedAt, content.minutes, window);
  if (attempt?.deadlineAt && deadlineAt && deadlineAt > attempt.deadlineAt)
    await manager.update(Attempt, { id: attemptId }, { deadlineAt });
  return { attemptId };
}
