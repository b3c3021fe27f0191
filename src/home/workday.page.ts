import { meetingItem } from '../attendance/meetings.page.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { romanNumeral } from '../platform/roman-numeral.js';
import { greetingPage } from './greeting.page.js';
import type { Warned, Workday } from './workday.service.js';

const SHOWN = 8;

/** The first page of whoever teaches or runs the course: what is on today, what comes, who needs a word. */
export function workdayPage(
  { now, meetings, cohorts, warned, factsDue }: Workday,
  actor: Actor,
  words: Words,
) {
  const today = words.isoDay(now);
  const item = (meeting: Workday['meetings'][number]) => meetingItem(meeting, now, words);
  const dayOf = (meeting: Workday['meetings'][number]) => words.isoDay(meeting.startsAt);
  return {
    ...greetingPage(actor, now, words),
    todays: meetings.filter((meeting) => dayOf(meeting) === today).map(item),
    coming: meetings
      .filter((meeting) => dayOf(meeting) > today)
      .slice(0, SHOWN)
      .map(item),
    cohorts: cohorts.map(({ id, ordinal, label, status, course }) => ({
      id,
      name: words.t('home.cohort', { number: romanNumeral(ordinal) }),
      detail: `${course.title} · ${label}`,
      status: words.t(`home.workday.status.${status}`),
      look: status === 'running' ? 'ok' : '',
      icon: status === 'running' ? 'path' : status === 'finished' ? 'check' : 'clock',
    })),
    warned: warned.slice(0, SHOWN).map((each) => warnedLine(each, words)),
    factsDue: factsDue > 0 && words.t('home.workday.factsDue', { count: factsDue }),
    more: Math.max(0, warned.length - SHOWN),
  };
}

const warnedLine = ({ cohort, name, warning }: Warned, words: Words) => ({
  name,
  cohort: cohort.label,
  why:
    warning.kind === 'low'
      ? words.t('home.workday.low', { percent: warning.percent })
      : words.t('home.workday.absentInARow', { count: warning.times }),
});
