import type { ActivityKind } from './activity.entity.js';

/*
 * What a published version of an activity holds, by kind. Written once, never changed: attempts and submissions
 * keep the version that they were made against.
 */

/** What an author writes. */
export interface LessonSource {
  minutes: number;
  /** When its sources were last read, 2026-11-24. */
  checkedOn: string;
  markdown: string;
}

export interface LessonContent extends LessonSource {
  /** Rendered and sanitised when it was published. */
  html: string;
  words: number;
  /** Of the HTML. */
  bytes: number;
  /** Keys of the facts that the text shows: it is published anew when one of them changes. */
  facts: string[];
  /** Of the pictures that the text shows. */
  pictureBytes: number;
  /** Keys of the terms that lead to their meanings, in the order of the text; left out where there are none. */
  terms?: string[];
}

/** What a phone gets when it opens a lesson: its text and its pictures. */
export const lessonBytes = ({ bytes, pictureBytes }: Pick<LessonContent, 'bytes' | 'pictureBytes'>): number =>
  bytes + pictureBytes;

type QuizPurpose = 'exit' | 'midterm' | 'final';

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

/** What an author writes. */
export interface AssignmentSource {
  /** Markdown. */
  instructions: string;
  /** Kinds of files by their usual ending: pdf, jpg … */
  accepts: string[];
  /** Of one file. */
  maxBytes: number;
  maxFiles: number;
  rubric: RubricCriterion[];
}

export interface AssignmentContent extends AssignmentSource {
  /** The instructions, rendered and sanitised when they were published. */
  html: string;
  /** Keys of the facts that the instructions show. */
  facts: string[];
}

/** The content by kind. */
export interface ContentOf {
  lesson: LessonContent;
  quiz: QuizContent;
  assignment: AssignmentContent;
}

/** An activity's content together with its kind. */
export type Publication = { [K in ActivityKind]: { kind: K; content: ContentOf[K] } }[ActivityKind];

/** What a list tells of an activity before somebody opens it. */
export interface ActivityBrief {
  /** To read, or the limit of a quiz. */
  minutes?: number;
  /** Of a lesson's text and its pictures. */
  bytes?: number;
  /** How many a quiz asks. */
  questions?: number;
}

export function briefOf({ kind, content }: Publication): ActivityBrief {
  if (kind === 'lesson') return { minutes: content.minutes, bytes: lessonBytes(content) };
  return kind === 'quiz' ? { minutes: content.minutes, questions: content.questions } : {};
}
