import { AsGiven, Text, Whole } from '../platform/web/fields.js';

/** The plain form of one question asked again. */
export class RecallForm {
  @Whole({ min: 1, max: 2_147_483_647 }) question: number;
  /** The version of its text that the page had shown. */
  @Whole({ min: 1, max: 2_147_483_647 }) version: number;
  /** How often it had been answered before. */
  @Whole({ min: 0, max: 1_000_000 }) times: number;
  /** Letters of the page, or what was typed; its type of question reads it. */
  @AsGiven() answer: unknown;
  /** From the page: the same key is the same answer sent again. */
  @Text({ max: 40, pattern: /^[\w-]{16,40}$/ }) key: string;
}
