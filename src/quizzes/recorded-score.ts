/** One ended attempt; `score` in 1/100 of a point, `null` while something in it waits to be judged. */
export interface ScoredAttempt {
  number: number;
  score: number | null;
  /** Every must-pass question earned all its points; true where there is none. */
  isMustPassRight: boolean;
}

/** What a repeated attempt records at most: a remedial score never passes 70. */
export const REPEAT_CAP = 7000;
/** What a critical aspect asks of one attempt, before any cap. */
export const CRITICAL_THRESHOLD = 8000;

/** The attempt that the gradebook takes, and what it records. */
interface BestAttempt {
  number: number;
  score: number;
  /** `score`, or 70 where a repeat has more. */
  recorded: number;
}

/** The second and later attempts count for 70 at most; of equals the earliest. `null` where none has a score yet. */
export function bestAttempt(attempts: readonly ScoredAttempt[]): BestAttempt | null {
  const [best] = attempts
    .flatMap(({ number, score }) =>
      score === null ? [] : [{ number, score, recorded: number === 1 ? score : Math.min(score, REPEAT_CAP) }],
    )
    .toSorted((a, b) => b.recorded - a.recorded || a.number - b.number);
  return best ?? null;
}

/** The score that the gradebook takes: that of the best attempt, so that a repeat can only help. */
export function recordedScore(attempts: readonly ScoredAttempt[]): number | null {
  return bestAttempt(attempts)?.recorded ?? null;
}

/**
 * The attempt that speaks best for a critical aspect: of those with every must-pass question right the one with the
 * highest uncapped score, else the highest of all. `score` is null where no attempt has one yet.
 */
export function criticalEvidence(
  attempts: readonly ScoredAttempt[],
): Pick<ScoredAttempt, 'score' | 'isMustPassRight'> {
  const [best] = attempts
    .flatMap(({ score, isMustPassRight }) => (score === null ? [] : [{ score, isMustPassRight }]))
    .toSorted((a, b) => Number(b.isMustPassRight) - Number(a.isMustPassRight) || b.score - a.score);
  return best ?? { score: null, isMustPassRight: false };
}

/**
 * A critical aspect is met by one attempt, any of them, that reaches 80 uncapped **and** has every must-pass
 * question right: half of it in one attempt and half in another shows no mastery.
 */
export function isCriticalAspectMet(attempts: readonly ScoredAttempt[]): boolean {
  const { score, isMustPassRight } = criticalEvidence(attempts);
  return score !== null && score >= CRITICAL_THRESHOLD && isMustPassRight;
}
