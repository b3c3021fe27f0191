import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import type { ActivityEditing } from './activity-editing.service.js';

/** Whose draft it is and since when, or which version is out. */
export function standingText({ draft, current }: ActivityEditing, words: Words): string {
  if (draft)
    return words.t('desk.lesson.draftOf', {
      name: fullName(draft.editor),
      when: words.instant(draft.savedAt),
    });
  if (!current) return words.t('desk.lesson.nothingYet');
  return words.t('desk.lesson.published', {
    version: current.version,
    when: words.instant(current.publishedAt),
  });
}
