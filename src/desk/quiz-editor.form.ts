import type { QuizContent } from '../courses/activity-content.js';
import { Choice, Ids, Text, Whole } from '../platform/web/fields.js';
import { QUIZ_PURPOSES, QUIZ_REVIEWS } from './quiz-draft.js';

/** The settings of a quiz as its editor sends them; their bounds are those of a pack. */
export class QuizForm {
  @Choice(QUIZ_PURPOSES) purpose: QuizContent['purpose'];
  @Whole({ min: 1, max: 100 }) questions: number;
  @Whole({ min: 1, max: 600 }) minutes: number;
  @Whole({ min: 1, max: 10 }) attempts: number;
  @Whole({ min: 0, max: 720 }) gapHours: number;
  /** Numbers of sessions. */
  @Ids({ max: 200 }) from: number[];
  @Choice(QUIZ_REVIEWS) review: QuizContent['review'];
  @Text({ max: 30, optional: true }) seen: string;
  /** Where to go once it is saved. */
  @Choice(['publication'], { optional: true }) goTo: 'publication' | null;
}
