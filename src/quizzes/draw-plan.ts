import type { QuizContent } from '../courses/activity-content.js';
import type { DrawRequest, PoolQuestion, Slot } from './draw.js';

/** Of eight questions five are of this session, two of the last two, one of four to six back (spaced retrieval). */
export const EXIT_QUIZ_SLOTS: readonly Slot[] = [
  { from: 0, to: 0, count: 5 },
  { from: 1, to: 2, count: 2 },
  { from: 4, to: 6, count: 1 },
];

type Plan = Pick<DrawRequest, 'pool' | 'count' | 'slots'>;

/**
 * What an attempt at a quiz draws from and in which shares. An exit quiz must have the must-pass questions of its
 * own session, and repeats those of earlier ones as any other; the midterm and the final draw evenly from the
 * sessions that they name, and must have the must-pass questions of all of these.
 */
export function drawPlan(
  { purpose, questions: count, from }: Pick<QuizContent, 'purpose' | 'questions' | 'from'>,
  session: number,
  bank: readonly PoolQuestion[],
): Plan {
  if (purpose === 'exit') {
    const pool = bank.map((question) => ({
      ...question,
      isMustPass: question.isMustPass && question.session === session,
    }));
    return { pool, count, slots: EXIT_QUIZ_SLOTS };
  }
  const share = Math.floor(count / Math.max(1, from.length));
  return {
    pool: bank.filter((question) => from.includes(question.session)),
    count,
    slots: from.map((number) => ({ from: session - number, to: session - number, count: share })),
  };
}
