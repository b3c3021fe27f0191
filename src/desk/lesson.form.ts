import { Choice, Day, Text, Whole } from '../platform/web/fields.js';

/** A lesson as its editor sends it. */
export class LessonForm {
  @Text({ max: 190 }) title: string;
  @Whole({ min: 1, max: 240 }) minutes: number;
  @Day() checkedOn: string;
  @Text({ max: 60_000 }) markdown: string;
  @Text({ max: 30, optional: true }) seen: string;
  /** Where to go once it is saved. */
  @Choice(['publication'], { optional: true }) goTo: 'publication' | null;
}
