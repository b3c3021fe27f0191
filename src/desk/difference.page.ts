import type { Words } from '../platform/i18n/words.js';
import { lineDifferences } from './line-differences.js';
import { textDifference } from './text-difference.js';
import { type WrittenPart, writtenParts } from './written-parts.page.js';
import type { Writing } from './writing.js';

/** Two states of an activity beside each other: the parts that differ, and long ones line by line. */
export function writingDifference(before: Writing, after: Writing, words: Words) {
  const [old, now] = [writtenParts(before, words), writtenParts(after, words)];
  const differences = lineDifferences(old, now);
  const isText = (wanted: string): boolean => [...old, ...now].some(isTextOf(wanted));
  return {
    isNone: differences.length === 0,
    fields: differences.filter(({ label }) => !isText(label)),
    texts: differences
      .filter(({ label }) => isText(label))
      .map(({ label, before, after }) => ({
        label,
        name: words.t('desk.difference.of', { part: label }),
        lines: linesOf(before, after, words),
      })),
  };
}

/** Two states of one text without parts, in the same shape. */
export const textsDifference = (before: string, after: string, words: Words) => ({
  isNone: before === after,
  fields: [],
  texts: [{ label: '', name: words.t('desk.difference.title'), lines: linesOf(before, after, words) }],
});

const isTextOf =
  (wanted: string) =>
  ({ label, isText }: WrittenPart): boolean =>
    isText && label === wanted;

const linesOf = (before: string, after: string, words: Words) =>
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
