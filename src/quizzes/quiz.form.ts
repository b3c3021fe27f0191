import { Whole } from '../platform/web/fields.js';

export class QuizQuery {
  /** Whose questions a preview shows. */
  @Whole({ min: 1, max: 1000, optional: true }) session: number | null = null;
}
