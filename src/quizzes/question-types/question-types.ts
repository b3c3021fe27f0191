import type { SeededRandom } from '../seeded-random.js';
import { type ContentProblem, text } from '../../courses/content-check.js';
import { essay, type EssayBody } from './essay.js';
import { multiple } from './multiple.js';
import { numeric } from './numeric.js';
import type {
  AnswerReading,
  CorrectAnswer,
  Drawn,
  Explained,
  PublicQuestion,
  QuestionType,
  QuestionTypeName,
} from './question-type.js';
import { shortAnswer } from './short-answer.js';
import { single } from './single.js';
import { trueFalse } from './true-false.js';

/** A question version as stored: it passed `checkQuestion` when it was published. */
export interface StoredQuestion {
  type: string;
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

/** All that is wrong with a question, from an editor or an import; empty where it may be published. */
export function checkQuestion(question: { type: unknown; stem: unknown; body: unknown }): ContentProblem[] {
  const { type, stem, body } = question;
  if (!isTypeName(type)) return [{ at: 'type', problem: type === undefined ? 'missing' : 'unknown-type' }];
  return [...stemText(stem, 'stem'), ...TYPES[type].check(body, typeof stem === 'string' ? stem : '')];
}

/** Draws what differs from one attempt to the next: the order of options, a numeric question's numbers. */
export function drawQuestion({ type, body }: StoredQuestion, random: SeededRandom): Drawn {
  return typeOf(type).draw(body, random);
}

/** What a page may show before the review: the stem of this attempt, the options and the answer so far. */
export function showQuestion(
  { type, stem, body }: StoredQuestion,
  drawn: Drawn,
  value: unknown,
): { stem: string; question: PublicQuestion } {
  const { show, stem: fill } = typeOf(type);
  return { stem: fill ? fill(stem, body, drawn) : stem, question: show(body, drawn, value) };
}

/** Reads the one field that carries an answer, from a form or from JSON. */
export function readAnswer(
  { type, body }: StoredQuestion,
  drawn: Drawn,
  given: unknown,
): AnswerReading<unknown> {
  return typeOf(type).read(body, drawn, given);
}

/** Of `points` (1/100 of a point) those that a stored answer earns; `null` where a person must judge. */
export function scoreAnswer(
  { type, body }: StoredQuestion,
  drawn: Drawn,
  value: unknown,
  points: number,
): number | null {
  return typeOf(type).score(body, drawn, value, points);
}

/** The key and the explanation, for the review only. */
export function correctAnswer(
  { type, body }: StoredQuestion,
  drawn: Drawn,
): { correct: CorrectAnswer; explanation: string | null } {
  return { correct: typeOf(type).correct(body, drawn), explanation: (body as Explained).explanation ?? null };
}

/** Nothing but a person can judge an answer to it. */
export const isJudgedByPerson = ({ type }: Pick<StoredQuestion, 'type'>): boolean => type === 'essay';

/** What its author says to whoever judges answers, in Markdown; '' where there is nothing. Never for learners. */
export const graderGuidance = ({ type, body }: StoredQuestion): string =>
  type === 'essay' ? (body as EssayBody).guidance : '';

const isTypeName = (type: unknown): type is QuestionTypeName =>
  typeof type === 'string' && Object.hasOwn(TYPES, type);

function typeOf(type: string): QuestionType<unknown, unknown> {
  if (!isTypeName(type)) throw new TypeError(`no type of question is called ${type}`);
  return TYPES[type];
}
