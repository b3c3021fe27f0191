import { type ContentProblem, optional, text } from '../../courses/content-check.js';
import type { SeededRandom } from '../seeded-random.js';

export const QUESTION_TYPE_NAMES = ['single', 'multiple', 'truefalse', 'numeric', 'short', 'essay'] as const;
export type QuestionTypeName = (typeof QUESTION_TYPE_NAMES)[number];

/** What was drawn for one question of one attempt. Stored with the attempt and never changed. */
export interface Drawn {
  /** The question's own option ids in the order in which this attempt shows them. */
  optionOrder: readonly string[];
  /** Which of a numeric question's sets of numbers this attempt got, from 0. */
  variant: number;
}

/**
 * An option as a page shows it. Its id is the letter of its **place** in this attempt, not the question's own
 * id: authors tend to put the right option at one letter, and a stable letter in the page would tell.
 */
export interface PublicOption {
  id: string;
  text: string;
  isChosen: boolean;
}

/** What may leave the server before the review: never a key, never how many options are right. */
export type PublicQuestion =
  | { type: 'single' | 'multiple'; options: PublicOption[] }
  | { type: 'truefalse'; chosen: boolean | null }
  | { type: 'numeric'; typed: string; reading: string | null; unit: string | null }
  | { type: 'short' | 'essay'; typed: string; maxLength: number };

/** Why an option is right or wrong, in Markdown, beside what `PublicOption` shows; same ids, same order. */
export interface ReviewedOption {
  id: string;
  text: string;
  isRight: boolean;
  explanation: string | null;
}

/** The right answer as data; the page words and formats it. */
export type CorrectAnswer =
  | { kind: 'options'; options: ReviewedOption[] }
  | { kind: 'truth'; truth: boolean }
  | { kind: 'number'; number: number; tolerance: number; unit: string | null }
  | { kind: 'texts'; texts: string[] };

/** Why an answer cannot be taken. The first two never come from our own page. */
export type AnswerProblem =
  'malformed' | 'unknown-option' | 'not-a-number' | 'too-long' | 'strange-characters';

/** An answer as it is stored, in the question's own ids; `null` is no answer. */
export type AnswerReading<Value> = { value: Value | null } | { problem: AnswerProblem };

/** What every body may carry: the explanation that a review shows, in Markdown. */
export interface Explained {
  explanation?: string;
}

export const explained = { explanation: optional(text(3000)) };

/** What each type of question knows. `Body` is the JSON in a question version, `Value` an answer's JSON. */
export interface QuestionType<Body, Value> {
  /** All that is wrong with a body, for the editor and the importer; a body without problems is a `Body`. */
  check(body: unknown, stem: string): ContentProblem[];
  draw(body: Body, random: SeededRandom): Drawn;
  show(body: Body, drawn: Drawn, value: Value | null): PublicQuestion;
  /** Reads the one field that carries an answer: a string or strings of a form, or a value of JSON. */
  read(body: Body, drawn: Drawn, given: unknown): AnswerReading<Value>;
  /** Of `points` (1/100 of a point) those earned, half up; `null` where a person must judge. */
  score(body: Body, drawn: Drawn, value: Value | null, points: number): number | null;
  /** The key, for the review only. */
  correct(body: Body, drawn: Drawn): CorrectAnswer;
  /** The stem with the drawn numbers in it. */
  stem?(stem: string, body: Body, drawn: Drawn): string;
}

export const NOTHING_DRAWN: Drawn = { optionOrder: [], variant: 0 };
