import type { SingleBody } from '../quizzes/question-types/single.js';
import type { PackQuestion } from './course-pack.js';

/** Of the questions whose options have no order of their own, how often each place holds the right one; percent. */
export interface AnswerPlaces {
  questions: number;
  /** By place from the first; half up. */
  percent: number[];
}

/** The bounds of each place's share, in percent: an author who always writes the right one first is found. */
const LEAST = 15;
const MOST = 35;
const PLACES = 4;

export function answerPlaces(questions: readonly Pick<PackQuestion, 'type' | 'body'>[]): AnswerPlaces {
  const places = questions
    .filter(({ type }) => type === 'single')
    .map(({ body }) => body as SingleBody)
    .filter(({ options, fixedOrder }) => !fixedOrder && options.length === PLACES)
    .map(({ options, correct }) => options.findIndex(({ id }) => id === correct));
  const percent = Array.from({ length: PLACES }, (_, place) =>
    Math.round((places.filter((found) => found === place).length * 100) / Math.max(places.length, 1)),
  );
  return { questions: places.length, percent };
}

/** A handful of questions says nothing of their author's habit. */
const ENOUGH = 40;

/** The places, from 1, that hold the right option too often or too seldom. */
export const unbalancedPlaces = ({ questions, percent }: AnswerPlaces): number[] =>
  questions < ENOUGH
    ? []
    : percent.flatMap((share, index) => (share < LEAST || share > MOST ? [index + 1] : []));
