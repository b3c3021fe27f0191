import type { Words } from '../platform/i18n/words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "2 hari 4 jam", "3 jam 20 menit", "5 menit": the two largest units, rounded down; '' where it has passed. */
export function timeLeft(now: Date, until: Date, words: Words): string {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return '';
  const parts: [name: string, count: number][] = [
    ['days', Math.floor(left / DAY)],
    ['hours', Math.floor((left % DAY) / HOUR)],
    ['minutes', Math.floor((left % HOUR) / MINUTE)],
  ];
  const first = parts.findIndex(([, count]) => count > 0);
  if (first < 0) return words.t('assignments.left.moment');
  return parts
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => words.t(`assignments.left.${name}`, { count }))
    .join(' ');
}
