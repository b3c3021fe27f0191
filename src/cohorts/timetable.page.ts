import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import type { ClassSummary } from './cohort-overview.service.js';
import { cohortHead } from './cohort.page.js';
import type { Cohort } from './cohort.entity.js';
import type { Meeting } from './meeting.entity.js';

/** The meetings of one class, and links to the other classes. */
export const timetablePage = (
  cohort: Cohort,
  classes: readonly ClassSummary[],
  chosen: ClassSummary | null,
  meetings: readonly Meeting[],
  words: Words,
) => ({
  titleText: words.t('cohorts.timetable.title', { name: cohort.label }),
  ...cohortHead(cohort, words),
  classes: classes.map(({ id, name }) => ({ id, name, isCurrent: id === chosen?.id })),
  chosen: chosen?.name ?? '',
  instructor: chosen?.instructor ?? '',
  meetings: meetings.map(({ id, session, startsAt, endsAt, place, instructor, status }) => ({
    id,
    marker: session ? `P${session.number}` : '',
    title: session?.title ?? words.t('cohorts.timetable.spare'),
    day: words.day(startsAt),
    time: words.span(startsAt, endsAt),
    place,
    instructor: instructor ? fullName(instructor) : '–',
    isHeld: status === 'held',
    status: words.t(`cohorts.timetable.statuses.${status}`),
  })),
});
