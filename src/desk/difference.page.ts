import type { Words } from '../platform/i18n/words.js';
import type { LessonDraft } from './lesson-draft.js';
import { textDifference } from './text-difference.js';

/** Two states of a lesson beside each other: its fields where they differ, and its text line by line. */
export function lessonDifference(before: LessonDraft, after: LessonDraft, words: Words) {
  const fields = (['title', 'minutes', 'checkedOn'] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      name: words.t(`desk.lesson.${name}`),
      before: String(before[name]),
      after: String(after[name]),
    }));
  const lines = differenceLines(before.markdown, after.markdown, words);
  return { fields, lines, isNone: fields.length === 0 && lines.length === 0 };
}

/** What became of a text, line by line; empty where nothing did. */
export const differenceLines = (before: string, after: string, words: Words) =>
  textDifference(before, after).map((line) =>
    line.mark === 'skipped'
      ? { isSkipped: true, text: words.t('desk.difference.skipped', { count: line.count }) }
      : {
          look: line.mark,
          sign: line.mark === 'same' ? '' : words.t(`desk.difference.${line.mark}`),
          pieces: line.pieces.map(({ mark, text }) => ({
            text,
            isAdded: mark === 'added',
            isRemoved: mark === 'removed',
          })),
        },
  );
