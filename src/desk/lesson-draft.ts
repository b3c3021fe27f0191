import type { LessonContent, LessonSource } from '../courses/activity-content.js';

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
