import { AsGiven, Flag, Text, Whole } from '../platform/web/fields.js';

/** One answer, from the plain form of a question or as JSON. */
export class AnswerForm {
  /** Place of the question in the attempt. */
  @Whole({ min: 1, max: 200 }) question: number;
  /** The counter of the answer that the page had seen. */
  @Whole({ min: 0, max: 1_000_000 }) seq: number;
  /** Letters of the page, or what was typed; its type of question reads it. */
  @AsGiven() answer: unknown;
  @Flag() flagged: boolean;
  /** Chosen by the script, so that an answer sent again is known; a plain form has none. */
  @Text({ max: 40, optional: true, pattern: /^[\w-]{16,40}$/ }) key: string;
  /** When it was written, in milliseconds since 1970; only scripts say. */
  @Whole({ min: 0, max: 4_102_444_800_000, optional: true }) at: number | null;
  /** Where to go from here: another question by its place, the next, or the summary. */
  @Text({ max: 6, optional: true, pattern: /^(next|review|\d{1,3})$/ }) go: string;
}

export class AttemptQuery {
  @Whole({ min: 1, max: 200, optional: true }) question: number | null = null;
}
