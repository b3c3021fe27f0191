/** How long after a deadline answers may still arrive that were written before it. */
export const LATE_ANSWER_MS = 10 * 60_000;

/** The first instant at which no answer written before `end` can arrive any more. */
export const afterLateAnswers = (end: Date): Date => new Date(end.getTime() + LATE_ANSWER_MS + 1);

/** What the learner's view of a score waits for. */
export interface ScoreWait {
  /** From when on nothing can change it any more; null: at once. */
  settledAt: Date | null;
  /** `close`: until nobody of the cohort can sit it any more, as in midterm and final; null: for nothing more. */
  scoreOpens: 'close' | null;
}

interface Scored {
  score: number | null;
  criticalScore?: number | null;
  mustPassMet?: boolean;
}

/**
 * May its learner see the score now? `closesAt`: when the last person who may take it must have ended, null where
 * that cannot be known yet. Who judges and who issues certificates sees every score at once.
 */
export function isScoreShown(
  { settledAt, scoreOpens }: ScoreWait,
  closesAt: Date | null,
  now: Date,
): boolean {
  if (settledAt && now < settledAt) return false;
  if (scoreOpens === null) return true;
  return closesAt !== null && now >= afterLateAnswers(closesAt);
}

/** The same progress with nothing in it that tells the score: that it is done may be known, how well may not. */
export const withoutScore = <T extends Scored>(progress: T): T => ({
  ...progress,
  score: null,
  ...('criticalScore' in progress ? { criticalScore: null, mustPassMet: false } : {}),
});
