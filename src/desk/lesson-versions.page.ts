import type { ActivityVersion } from '../courses/activity.entity.js';
import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import { lessonDifference } from './difference.page.js';
import { lessonHead, writtenOf } from './lesson-editor.page.js';
import type { LessonEditing } from './lesson-editor.service.js';
import type { ComparedVersion } from './lesson-versions.service.js';

/** Every version of a lesson. */
export const versionsPage = (editing: LessonEditing, versions: readonly ActivityVersion[], words: Words) => ({
  ...lessonHead(editing),
  titleText: words.t('desk.versions.heading', { title: editing.activity.title }),
  versions: versions.map((version) => ({
    ...versionItem(version, words),
    href: `/activities/${version.activityId}/versions/${version.version}`,
    isCurrent: version.id === editing.activity.currentVersionId,
  })),
});

/** One version, how it differs from the one before, and its text. */
export function versionPage(editing: LessonEditing, { version, before }: ComparedVersion, words: Words) {
  const { activity, draft } = editing;
  const written = writtenOf(activity.title, version.content);
  return {
    ...lessonHead(editing),
    titleText: words.t('desk.versions.one', { version: version.version, title: activity.title }),
    ...versionItem(version, words),
    number: version.version,
    before: before?.version ?? null,
    difference: before && lessonDifference(writtenOf(activity.title, before.content), written, words),
    markdown: written.markdown,
    mayRestore: version.id !== activity.currentVersionId && draft === null,
    hasDraft: version.id !== activity.currentVersionId && draft !== null,
  };
}

const versionItem = ({ version, publishedAt, author }: ActivityVersion, words: Words) => ({
  name: words.t('desk.versions.name', { version }),
  made: words.t('desk.versions.made', {
    when: words.instant(publishedAt),
    name: author ? fullName(author) : words.t('desk.versions.fromPack'),
  }),
});
