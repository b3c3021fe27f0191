import type { ActivityVersion } from '../courses/activity.entity.js';
import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import { activityHead } from './activity-head.page.js';
import type { ActivityEditing } from './activity-editing.service.js';
import type { ComparedVersion } from './activity-versions.service.js';
import { writingDifference } from './difference.page.js';
import { writtenParts } from './written-parts.page.js';
import { writingOfVersion } from './writing.js';

/** Every version of an activity. */
export const versionsPage = (
  editing: ActivityEditing,
  versions: readonly ActivityVersion[],
  words: Words,
) => ({
  ...activityHead(editing),
  titleText: words.t('desk.versions.heading', { title: editing.activity.title }),
  versions: versions.map((version) => ({
    ...versionItem(version, words),
    href: `/activities/${version.activityId}/versions/${version.version}`,
    isCurrent: version.id === editing.activity.currentVersionId,
  })),
});

/** One version, how it differs from another, and all that it says. */
export function versionPage(
  editing: ActivityEditing,
  { version, other, numbers }: ComparedVersion,
  words: Words,
) {
  const { activity, draft, current } = editing;
  const written = writingOfVersion(activity, version.content);
  const isNewest = version.id === current?.id;
  return {
    ...activityHead(editing),
    titleText: words.t('desk.versions.one', { version: version.version, title: activity.title }),
    ...versionItem(version, words),
    number: version.version,
    others: numbers
      .filter((number) => number !== version.version)
      .map((number) => ({
        number,
        text: words.t('desk.versions.name', { version: number }),
        isChosen: number === other?.version,
      })),
    since: other && words.t('desk.versions.since', { version: other.version }),
    difference: other && writingDifference(writingOfVersion(activity, other.content), written, words),
    parts: writtenParts(written, words),
    mayRestore: !isNewest && draft === null,
    hasDraft: !isNewest && draft !== null,
  };
}

const versionItem = ({ version, publishedAt, author }: ActivityVersion, words: Words) => ({
  name: words.t('desk.versions.name', { version }),
  made: words.t('desk.versions.made', {
    when: words.instant(publishedAt),
    name: author ? fullName(author) : words.t('desk.versions.fromPack'),
  }),
});
