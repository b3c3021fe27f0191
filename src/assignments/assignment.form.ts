import { Choice, Text, Whole } from '../platform/web/fields.js';
import { workSections } from './work-list.js';

/** The one form of the work page: whichever button is pressed, the text goes along. */
export class WorkForm {
  @Text({ max: 30_000, optional: true }) text: string;
  /** The state of the text that the page had seen; null where the page sends no text. */
  @Whole({ min: 0, max: 1_000_000_000, optional: true }) seq: number | null;
  /** A file to take out. */
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) remove: number | null;
  /** Of the page, so that a hand-in sent twice is known; '' where it is not one. */
  @Text({ max: 40, optional: true, pattern: /^[\w-]{16,40}$/ }) key: string;
}

export class AssignmentsQuery {
  @Choice(workSections, { optional: true }) state: string | null = null;
  @Whole({ min: 1, max: 1000, optional: true }) page: number | null = null;
}
