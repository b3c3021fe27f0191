/** Whom a new version reaches: those who have not begun, or everybody, for a small correction of a lesson. */
export type Reach = 'not-begun' | 'everybody';

interface Situation {
  /** Cohorts in which somebody has begun the activity. */
  begun: readonly number[];
  /** The version that a cohort keeps already, by the cohort's id. */
  pinned: ReadonlyMap<number, number>;
  /** The version that whoever begins gets until now; null where nothing was published. */
  current: number | null;
}

/**
 * Which cohorts keep which version once the next is published. Learners keep what they started with: a cohort in which
 * somebody has begun stays with what it had, the others go on to the new version.
 */
export function pinsAfter({ begun, pinned, current }: Situation, reach: Reach): Map<number, number> {
  if (reach === 'everybody') return new Map();
  const kept = current === null ? [] : begun.map((cohortId): [number, number] => [cohortId, current]);
  return new Map([...kept, ...pinned]);
}
