import type { Words } from '../platform/i18n/words.js';
import { pager } from '../platform/web/paging.js';
import { type QueueFilter, queryOf, searchOf } from './queue-filter.js';
import { deskOf } from './queue-keys.js';
import { queueStates } from './queue-state.js';
import type { Queue, QueueRow } from './queue.service.js';

const DAY = 86_400_000;

/** The queue with its filters and what it says of itself. */
export function queuePage(queue: Queue, filter: QueueFilter, now: Date, words: Words) {
  const { rows, waiting, oldest, classes, activities } = queue;
  const filtered = filter.classId !== null || filter.activityId !== null;
  return {
    title: 'grading.title',
    summary: oldest
      ? words.t('grading.summary', {
          count: waiting,
          days: words.t('grading.days', { count: daysBetween(oldest, now) }),
        })
      : '',
    states: queueStates.map((state) => ({
      href: `/grading${searchOf({ ...filter, state })}`,
      text: words.t(`grading.states.${state}`),
      current: state === filter.state,
    })),
    state: filter.state === 'waiting' ? '' : filter.state,
    classes: options(classes, filter.classId),
    activities: options(activities, filter.activityId),
    rows: rows.rows.map((row) => rowOf(row, filter, now, words)),
    allDone: rows.rows.length === 0 && filter.state === 'waiting' && !filtered,
    pager: pager('/grading', queryOf(filter), rows),
  };
}

const options = (choices: readonly { id: number; name: string }[], chosen: number | null) =>
  choices.map(({ id, name }) => ({ value: id, text: name, chosen: id === chosen }));

const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY));

const rowOf = (row: QueueRow, filter: QueueFilter, now: Date, words: Words) => ({
  href: deskOf(row.key) + searchOf(filter),
  names: new Intl.ListFormat(words.language).format(row.names),
  activity: row.activity,
  className: row.className ?? '',
  when: words.instant(row.waitingSince),
  age: words.t('grading.days', { count: daysBetween(row.waitingSince, now) }),
  late: row.daysLate > 0 ? words.t('assignments.daysLate', { count: row.daysLate }) : '',
  score: row.score === null ? '' : words.score(row.score),
});
