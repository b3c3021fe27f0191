import type { QuizContent } from '../courses/activity-content.js';

export const QUIZ_PURPOSES = ['exit', 'midterm', 'final'] as const;
export const QUIZ_REVIEWS = ['afterAttempt', 'afterDue', 'never'] as const;

/** What the form of a new quiz holds: the exit quiz of a session. */
export const blankQuiz = (): QuizContent => ({
  purpose: 'exit',
  questions: 8,
  minutes: 15,
  attempts: 3,
  gapHours: 24,
  from: [],
  review: 'afterAttempt',
});

/** As it is kept: an exit quiz draws by its own rule, the others from the sessions named, each once, in order. */
export const quizSettings = ({ purpose, from, ...rest }: QuizContent): QuizContent => ({
  purpose,
  questions: rest.questions,
  minutes: rest.minutes,
  attempts: rest.attempts,
  gapHours: rest.gapHours,
  from: purpose === 'exit' ? [] : [...new Set(from)].toSorted((a, b) => a - b),
  review: rest.review,
});

/** Numbers of the sessions that a quiz of session `own` may name: none that comes later is ever drawn from. */
export const drawableSessions = (own: number, numbers: readonly number[]): number[] =>
  numbers.filter((number) => number <= own);

/** What is wrong with the sessions that a quiz names; null where nothing is. */
export function sessionsProblem(
  { purpose, from }: QuizContent,
  drawable: readonly number[],
): 'none' | 'unknown' | null {
  if (purpose === 'exit') return null;
  if (from.length === 0) return 'none';
  return from.every((number) => drawable.includes(number)) ? null : 'unknown';
}
