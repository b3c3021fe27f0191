import type { Words } from '../platform/i18n/words.js';
import { romanNumeral } from '../platform/roman-numeral.js';
import type { Cohort, CohortStatus } from './cohort.entity.js';

/** "Angkatan II" */
export const cohortName = ({ ordinal }: Pick<Cohort, 'ordinal'>, words: Words): string =>
  words.t('cohorts.name', { ordinal: romanNumeral(ordinal) });

const looks: Record<CohortStatus, { tone: string; icon: string }> = {
  planned: { tone: '', icon: 'clock' },
  running: { tone: 'ok', icon: 'path' },
  finished: { tone: '', icon: 'check' },
};

/** Words, tone and icon of a cohort's status. */
export const cohortState = ({ status }: Pick<Cohort, 'status'>, words: Words) => ({
  ...looks[status],
  text: words.t(`cohorts.statuses.${status}`),
});

export const cohortsPage = (cohorts: readonly Cohort[], mayOpen: boolean, words: Words) => ({
  title: 'cohorts.title',
  mayOpen,
  cohorts: cohorts.map((cohort) => ({
    id: cohort.id,
    name: cohortName(cohort, words),
    label: cohort.label,
    course: cohort.course.title,
    startsOn: words.calendarDay(cohort.startsOn),
    state: cohortState(cohort, words),
  })),
});
