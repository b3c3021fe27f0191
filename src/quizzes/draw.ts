import { SeededRandom } from './seeded-random.js';

/** A question that an attempt may draw. */
export interface PoolQuestion {
  id: number;
  /** The number of the session (P1 … P24) that it belongs to. */
  session: number;
  /** Every attempt at this quiz has it; see `drawPlan` for which these are. */
  isMustPass: boolean;
}

/** So many questions from sessions `from` to `to` back, both included; 0 is the quiz's own session. */
export interface Slot {
  from: number;
  to: number;
  count: number;
}

export interface DrawRequest {
  pool: readonly PoolQuestion[];
  session: number;
  /** How many questions the attempt has; the slots share them out, first come first served. */
  count: number;
  slots: readonly Slot[];
  /** Ids drawn in this learner's earlier attempts at this quiz; an id stands once for each time. */
  seen: readonly number[];
  /** Stored with the attempt: the same seed, pool and history draw the same attempt. */
  seed: string;
}

/**
 * The ids of an attempt's questions in the order in which it shows them, none twice. All must-pass questions come
 * first and fill the slots they belong to; then each slot in turn takes what it still lacks; what the slots do not
 * fill is filled from this session and the earlier ones. Everywhere questions that the learner saw least often go
 * first. There are `count` of them, fewer only where the pool has no more, more only where the must-pass questions
 * alone are more. Later sessions are never drawn from.
 */
export function drawAttempt({ pool, session, count, slots, seen, seed }: DrawRequest): number[] {
  const random = new SeededRandom(seed);
  const candidates = random
    .shuffled(pool.filter((question) => question.session <= session).toSorted((a, b) => a.id - b.id))
    .map((question) => ({ ...question, back: session - question.session, times: timesSeen(question, seen) }))
    .toSorted((a, b) => a.times - b.times);
  const drawn = new Set(candidates.filter(({ isMustPass }) => isMustPass));
  const take = (from: readonly Candidate[], most: number): void =>
    from
      .filter((question) => !drawn.has(question))
      .slice(0, Math.max(0, Math.min(most, count - drawn.size)))
      .forEach((question) => drawn.add(question));

  for (const slot of slots) {
    const fits = ({ back }: Candidate): boolean => back >= slot.from && back <= slot.to;
    take(candidates.filter(fits), slot.count - [...drawn].filter(fits).length);
  }
  take(
    candidates.toSorted((a, b) => a.times - b.times || a.back - b.back),
    count,
  );
  return random.shuffled([...drawn]).map(({ id }) => id);
}

/** The randomness for what is drawn inside one question of an attempt: it depends on no other question. */
export const questionRandom = (seed: string, questionId: number): SeededRandom =>
  new SeededRandom(`${seed}/${questionId}`);

type Candidate = PoolQuestion & { back: number; times: number };

const timesSeen = ({ id }: PoolQuestion, seen: readonly number[]): number =>
  seen.filter((other) => other === id).length;
