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

/**
 * The score that the gradebook takes: the best of all attempts, where the second and later ones count for 70 at
 * most. A repeat can thus only help. `null` where no attempt has a score yet.
 */
export function recordedScore(attempts: readonly ScoredAttempt[]): number | null {
  const scores = attempts.flatMap(({ number, score }) =>
    score === null ? [] : [number === 1 ? score : Math.min(score, REPEAT_CAP)],
  );
  return scores.length > 0 ? Math.max(...scores) : null;
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
