/*
 * What a published version of an activity holds, by kind. Written once, never changed: attempts and submissions
 * keep the version that they were made against.
 */

export interface LessonContent {
  minutes: number;
  /** When its sources were last read, 2026-11-24. */
  checkedOn: string;
  markdown: string;
  /** Rendered and sanitised when it was published. */
  html: string;
  words: number;
  /** Of the HTML. */
  bytes: number;
}

export type QuizPurpose = 'exit' | 'midterm' | 'final';

export interface QuizContent {
  /** How questions are drawn and how late answers are judged. */
  purpose: QuizPurpose;
  questions: number;
  minutes: number;
  attempts: number;
  /** Between the end of one attempt and the next. */
  gapHours: number;
  /** Numbers of the sessions drawn from; empty for an exit quiz, which draws by its own rule. */
  from: number[];
  /** When keys and explanations may be seen. */
  review: 'afterAttempt' | 'afterDue' | 'never';
}

export interface RubricCriterion {
  key: string;
  name: string;
  /** Basis points; those of a rubric sum to 10000. */
  weight: number;
  /** What work of each level looks like: 4 excels, 3 meets, 2 is on its way, 1 is not there. */
  levels: Record<1 | 2 | 3 | 4, string>;
}

export interface AssignmentContent {
  /** Markdown, and the same rendered and sanitised. */
  instructions: string;
  html: string;
  /** Kinds of files by their usual ending: pdf, jpg … */
  accepts: string[];
  /** Of one file. */
  maxBytes: number;
  maxFiles: number;
  rubric: RubricCriterion[];
}
