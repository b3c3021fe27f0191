import type { Progress } from '../progress/progress.entity.js';
import { type ReviewPolicy, settledAt } from './review-policy.js';
import { criticalEvidence, recordedScore, type ScoredAttempt } from './recorded-score.js';

export interface ProgressAttempt extends ScoredAttempt {
  startedAt: Date;
  /** `null` while it runs. */
  submittedAt: Date | null;
  deadlineAt: Date | null;
  /** Of the version that it was made against. */
  policy: Pick<ReviewPolicy, 'score'>;
}

type QuizProgress = Omit<Progress, 'enrolmentId' | 'enrolment' | 'activityId' | 'activity'>;

/**
 * What all attempts of an enrolment at a quiz come to; there is at least one. A quiz is `done` once an attempt has
 * a score, however low: the score itself stands beside it, and failing locks nothing. `submitted`: the only ended
 * attempts wait for a person; `started`: none has ended. `at` is when the last attempt ended, or the first began. The
 * score is shown when the reviews of all attempts that have one are open.
 */
export function quizProgress(attempts: readonly ProgressAttempt[]): QuizProgress {
  const score = recordedScore(attempts);
  const evidence = criticalEvidence(attempts);
  const ends = attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt.getTime()] : []));
  const begins = attempts.map(({ startedAt }) => startedAt.getTime());
  const isEnded = ends.length > 0;
  const scored = attempts.filter((attempt) => attempt.score !== null);
  const settled = scored.flatMap((attempt) => settledAt(attempt)?.getTime() ?? []);
  return {
    state: score === null ? (isEnded ? 'submitted' : 'started') : 'done',
    score,
    criticalScore: evidence.score,
    mustPassMet: evidence.isMustPassRight,
    at: new Date(isEnded ? Math.max(...ends) : Math.min(...begins)),
    settledAt: settled.length > 0 ? new Date(Math.max(...settled)) : null,
    scoreOpens: scored.some(({ policy }) => policy.score === 'close') ? 'close' : null,
  };
}
