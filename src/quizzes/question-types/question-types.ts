import type { SeededRandom } from '../seeded-random.js';
import { type BodyProblem, text } from './body-check.js';
import { essay } from './essay.js';
import { multiple } from './multiple.js';
import { numeric } from './numeric.js';
import type {
  AnswerReading,
  CorrectAnswer,
  Drawn,
  PublicQuestion,
  QuestionType,
  QuestionTypeName,
} from './question-type.js';
import { shortAnswer } from './short-answer.js';
import { single } from './single.js';
import { trueFalse } from './true-false.js';

/** A question version as stored: its body passed `checkQuestion` when it was published. */
export interface StoredQuestion {
  type: QuestionTypeName;
  /** Markdown. */
  stem: string;
  body: unknown;
}

const TYPES: Record<QuestionTypeName, QuestionType<unknown, unknown>> = {
  single,
  multiple,
  truefalse: trueFalse,
  numeric,
  short: shortAnswer,
  essay,
};

const stemText = text(5000);

/** All that is wrong with a question's stem and body; empty where it may be published. */
export function checkQuestion({ type, stem, body }: StoredQuestion): BodyProblem[] {
  return [...stemText(stem, 'stem'), ...TYPES[type].check(body, stem)];
}

/** Draws what differs from one attempt to the next: the order of options, a numeric question's numbers. */
export function drawQuestion({ type, body }: StoredQuestion, random: SeededRandom): Drawn {
  return TYPES[type].draw(body, random);
}

/** What a page may show before the review: the stem of this attempt, the options and the answer so far. */
export function showQuestion(
  { type, stem, body }: StoredQuestion,
  drawn: Drawn,
  value: unknown,
): { stem: string; question: PublicQuestion } {
  const { show, stem: fill } = TYPES[type];
  return { stem: fill ? fill(stem, body, drawn) : stem, question: show(body, drawn, value) };
}

/** Reads the one field that carries an answer, from a form or from JSON. */
export function readAnswer(
  { type, body }: StoredQuestion,
  drawn: Drawn,
  given: unknown,
): AnswerReading<unknown> {
  return TYPES[type].read(body, drawn, given);
}

/** Of `points` (1/100 of a point) those that a stored answer earns; `null` where a person must judge. */
export function scoreAnswer(
  { type, body }: StoredQuestion,
  drawn: Drawn,
  value: unknown,
  points: number,
): number | null {
  return TYPES[type].score(body, drawn, value, points);
}

/** For the review only. */
export function correctAnswer({ type, body }: StoredQuestion, drawn: Drawn): CorrectAnswer {
  return TYPES[type].correct(body, drawn);
}
