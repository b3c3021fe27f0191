import type { QuizContent } from '../courses/activity-content.js';
import type { PoolQuestion } from './draw.js';
import { drawPlan } from './draw-plan.js';

/** How many questions an attempt at a quiz may draw from, and how many of these each attempt has. */
export interface PoolFigures {
  questions: number;
  mustPass: number;
}

export type PoolWarning =
  /** Attempts are shorter than the quiz says. */
  | { name: 'tooFew' }
  /** Attempts are longer than the quiz says. */
  | { name: 'tooManyMustPass' }
  /** Only so many attempts have questions that the learner has not seen. */
  | { name: 'repeats'; attempts: number };

type Quiz = Pick<QuizContent, 'purpose' | 'questions' | 'attempts' | 'from'>;

/** `session` is the number of the quiz's own; later sessions are never drawn from. */
export function poolFigures(quiz: Quiz, session: number, bank: readonly PoolQuestion[]): PoolFigures {
  const pool = drawPlan(quiz, session, bank).pool.filter((question) => question.session <= session);
  return { questions: pool.length, mustPass: pool.filter(({ isMustPass }) => isMustPass).length };
}

/** What is to be known before the quiz is published; none of it forbids that. */
export function poolWarnings(quiz: Quiz, { questions, mustPass }: PoolFigures): PoolWarning[] {
  if (mustPass > quiz.questions) return [{ name: 'tooManyMustPass' }];
  if (questions < quiz.questions) return [{ name: 'tooFew' }];
  const drawn = quiz.questions - mustPass;
  const fresh = drawn === 0 ? quiz.attempts : Math.floor((questions - mustPass) / drawn);
  return fresh < quiz.attempts ? [{ name: 'repeats', attempts: fresh }] : [];
}
