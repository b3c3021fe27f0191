import type { Activity } from '../courses/activity.entity.js';
import type { Words } from '../platform/i18n/words.js';
import type { Missed } from './leaves.service.js';

/** Who has not handed in one assignment, with leave for whoever is too late. */
export const leavesPage = (
  activities: readonly Activity[],
  chosen: number | null,
  missed: readonly Missed[],
  words: Words,
) => ({
  title: 'grading.leaves.title',
  activity: chosen,
  activities: activities.map(({ id, title }) => ({ value: id, text: title, chosen: id === chosen })),
  rows: missed.map(({ submitter, names, leave }) => ({
    kind: submitter.kind,
    submitter: submitter.id,
    names: new Intl.ListFormat(words.language).format(names),
    leave: leave === null ? '' : words.t('grading.leaves.given', { reason: leave }),
  })),
});
