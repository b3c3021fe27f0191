import { halfUp } from '../platform/half-up.js';

/** One question of an attempt: what it is worth and what it earned, in 1/100 of a point. */
export interface ScoredQuestion {
  points: number;
  /** `null` while a person has still to judge it. */
  score: number | null;
  isMustPass: boolean;
}

interface AttemptScore {
  /** 0 to 10000, half up: points earned of all points. `null` while anything waits. */
  score: number | null;
  /** The same with nothing for what waits, so that a student sees a floor. */
  atLeast: number;
  /** How many questions wait for a person. */
  waiting: number;
  isMustPassRight: boolean;
}

/**
 * An attempt's score from its questions. It is computed from the points that each question shows, so that anyone
 * can add them up again. An attempt without points to earn (every question withdrawn) scores nothing.
 */
export function attemptScore(questions: readonly ScoredQuestion[]): AttemptScore {
  const possible = questions.reduce((sum, { points }) => sum + points, 0);
  const earned = questions.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const waiting = questions.filter(({ score }) => score === null).length;
  const atLeast = possible === 0 ? 0 : halfUp(earned * 10_000, possible);
  return {
    score: waiting > 0 ? null : atLeast,
    atLeast,
    waiting,
    isMustPassRight: questions.every(({ isMustPass, score, points }) => !isMustPass || score === points),
  };
}
