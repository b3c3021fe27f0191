import type { LessonContent, LessonSource } from '../courses/activity-content.js';
import { checkMarkdown } from '../platform/markdown/render-markdown.js';
import type { MarkdownProblem } from '../platform/markdown/reading.js';

/** What an author writes of a lesson; the title is the activity's and has no versions. */
export interface LessonDraft extends LessonSource {
  title: string;
}

/** What the editor begins with where there is no draft: the published version, or a blank sheet. */
export const draftOf = (title: string, content: LessonContent | null, today: string): LessonDraft => ({
  title,
  minutes: content?.minutes ?? 15,
  checkedOn: content?.checkedOn ?? today,
  markdown: content?.markdown ?? '',
});

/** What has to be mended before the text may be published, by line. */
export const lessonProblems = (
  { markdown }: Pick<LessonDraft, 'markdown'>,
  known: { facts: ReadonlySet<string>; pictures: ReadonlyMap<string, unknown> },
): MarkdownProblem[] =>
  checkMarkdown(markdown, { facts: known.facts, pictures: new Set(known.pictures.keys()) }).problems;
