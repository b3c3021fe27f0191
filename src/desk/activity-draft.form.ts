import { Flag, Text, Whole } from '../platform/web/fields.js';

/** What a page had seen of a draft. */
export class SeenForm {
  @Text({ max: 30, optional: true }) seen: string;
}

export class PublicationForm {
  @Text({ max: 30, optional: true }) seen: string;
  /** Id of the version that the page had compared the draft with; that which the draft began with where it is left out. */
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) newest: number | null;
  /** A small correction: also those who have begun get it. */
  @Flag() everybody: boolean;
}

export class ComparisonQuery {
  /** Number of the version to compare with; the one before where it is left out. */
  @Whole({ min: 1, max: 1_000_000, optional: true }) with: number | null = null;
}
