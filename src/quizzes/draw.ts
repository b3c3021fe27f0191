import type { QuizPurpose } from '../courses/activity-content.js';
import { SeededRandom } from './seeded-random.js';

/** A question that an attempt may draw. */
export interface PoolQuestion {
  id: number;
  /** The number of the session (P1 … P24) that it belongs to. */
  session: number;
  isMustPass: boolean;
}

/** So many questions from these sessions together. */
export interface Slot {
  sessions: readonly number[];
  count: number;
}

export interface DrawPlan {
  count: number;
  /** The sessions whose must-pass questions are always drawn. */
  mustPass: readonly number[];
  slots: readonly Slot[];
  /** Where the rest comes from when the slots could not find all, the first sessions first. */
  fill: readonly number[];
}

/** What a quiz says about its questions; `from` holds numbers of sessions and is empty for an exit quiz. */
export interface DrawnQuiz {
  purpose: QuizPurpose;
  questions: number;
  from: readonly number[];
}

/** How a quiz of a session draws: an exit quiz repeats earlier sessions, an exam covers each of its own. */
export function drawPlan({ purpose, questions, from }: DrawnQuiz, session: number): DrawPlan {
  return purpose === 'exit' ? exitQuizPlan(session, questions) : examPlan(from, questions);
}

/**
 * Five of this session, two of the last two, one of four to six back: spaced retrieval. Where there are none, this
 * session fills the quiz, then the nearest earlier ones.
 */
function exitQuizPlan(session: number, count: number): DrawPlan {
  const back = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => session - from - index).filter(
      (number) => number > 0,
    );
  return {
    count,
    mustPass: [session],
    slots: [
      { sessions: back(0, 0), count: 5 },
      { sessions: back(1, 2), count: 2 },
      { sessions: back(4, 6), count: 1 },
    ],
    fill: back(0, session),
  };
}

/** The same number of each session, and what is left over from any of them. */
function examPlan(sessions: readonly number[], count: number): DrawPlan {
  const each = Math.floor(count / sessions.length);
  return {
    count,
    mustPass: sessions,
    slots: [...sessions.map((session) => ({ sessions: [session], count: each })), { sessions, count }],
    fill: [],
  };
}

export interface DrawRequest {
  /** May hold more than the plan draws from. */
  pool: readonly PoolQuestion[];
  plan: DrawPlan;
  /** Ids drawn in this learner's earlier attempts at this quiz; an id stands once for each time. */
  seen: readonly number[];
  /** Stored with the attempt: the same seed, pool and history draw the same attempt. */
  seed: string;
}

/**
 * The ids of an attempt's questions in the order in which it shows them, none twice. All must-pass questions come
 * first and fill the slots that they belong to; then each slot in turn takes what it still lacks; then the rest is
 * filled. Everywhere questions that the learner saw least often go first. There are as many as the plan says, fewer
 * only where the pool has no more, more only where the must-pass questions alone are more.
 */
export function drawAttempt({ pool, plan, seen, seed }: DrawRequest): number[] {
  const random = new SeededRandom(seed);
  const candidates = random
    .shuffled(pool.toSorted((a, b) => a.id - b.id))
    .map((question) => ({ ...question, times: seen.filter((id) => id === question.id).length }))
    .toSorted((a, b) => a.times - b.times);
  const drawn = new Set(candidates.filter((one) => one.isMustPass && plan.mustPass.includes(one.session)));
  for (const { sessions, count } of plan.slots) {
    const fits = (one: PoolQuestion): boolean => sessions.includes(one.session);
    const lacks = count - [...drawn].filter(fits).length;
    take(drawn, candidates.filter(fits), Math.min(lacks, plan.count - drawn.size));
  }
  const place = (one: PoolQuestion): number => plan.fill.indexOf(one.session);
  const filling = candidates.filter((one) => place(one) >= 0);
  take(
    drawn,
    filling.toSorted((a, b) => a.times - b.times || place(a) - place(b)),
    plan.count - drawn.size,
  );
  return random.shuffled([...drawn]).map(({ id }) => id);
}

/** Adds the first `count` that are not drawn yet. */
function take<T>(drawn: Set<T>, from: readonly T[], count: number): void {
  const rest = from.filter((one) => !drawn.has(one));
  for (const one of rest.slice(0, Math.max(0, count))) drawn.add(one);
}

/** The randomness for what is drawn inside one question of an attempt: it depends on no other question. */
export const questionRandom = (seed: string, questionId: number): SeededRandom =>
  new SeededRandom(`${seed}/${questionId}`);
