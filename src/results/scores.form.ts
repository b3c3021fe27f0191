import { Text, Whole } from '../platform/web/fields.js';

export class ScoreSheetForm {
  @Text({ max: 40 }) component: string;
  /** Where the scores come from. */
  @Text({ max: 190 }) source: string;
  /** NIM and score, a line each. */
  @Text({ max: 60_000 }) sheet: string;
}

export class ScoresQuery {
  @Text({ max: 40, optional: true }) component = '';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}
