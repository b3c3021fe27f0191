import { halfUp } from '../platform/half-up.js';

/** An answer of the log, as far as this rule needs it; ids grow with the time. */
export interface LoggedAnswer {
  id: number;
  position: number;
  outcome: string;
}

/**
 * Of the answers that arrived late and wait, those that a person has still to decide about, by their place: of each
 * question only the last one, for whoever answers again means the later answer. One before a decided one is settled
 * with it.
 */
export function undecidedLate<T extends LoggedAnswer>(log: readonly T[], decided: ReadonlySet<number>): T[] {
  const last = new Map<number, T>();
  for (const entry of log.toSorted((a, b) => a.id - b.id))
    if (entry.outcome === 'late-waits') last.set(entry.position, entry);
  return [...last.values()].filter(({ id }) => !decided.has(id)).toSorted((a, b) => a.position - b.position);
}

/** Names the answer that stands and its latest judgement, for a page to say what it had seen. */
export const answerSeen = (seq: number, round: number): string => `${seq}.${round}`;

/** What a judgement of 0 to 10000 earns of the points of a question, in 1/100 of a point, half up. */
export const earnedPoints = (points: number, score: number): number => halfUp(points * score, 10_000);
