import type { Words } from '../platform/i18n/words.js';
import { type PageOfRows, pager } from '../platform/web/paging.js';
import type { Cohort } from './cohort.entity.js';
import { statusesAfter } from './cohort-status.js';
import { cohortName, cohortState } from './cohorts.page.js';
import type { CohortFigures } from './cohort-overview.service.js';
import type { EnrolmentFilter, EnrolmentListRow } from './enrolment-list.service.js';

/** The head that all pages of a cohort share. */
export const cohortHead = (cohort: Cohort, words: Words) => ({
  cohortId: cohort.id,
  cohort: cohortName(cohort, words),
  cohortText: [cohort.label, cohort.course.title].join(' · '),
});

interface Shown {
  cohort: Cohort;
  figures: CohortFigures;
  filter: EnrolmentFilter;
  enrolments: PageOfRows<EnrolmentListRow>;
}

export function cohortPage({ cohort, figures, filter, enrolments }: Shown, words: Words) {
  const count = (status: 'active' | 'finished' | 'withdrawn'): number => figures.enrolments[status] ?? 0;
  const { held, planned } = figures.meetings;
  const query = { search: filter.search, group: String(filter.group ?? ''), status: filter.status ?? '' };
  return {
    titleText: cohortName(cohort, words),
    ...cohortHead(cohort, words),
    state: cohortState(cohort, words),
    startsOn: words.calendarDay(cohort.startsOn),
    figures: [
      { value: words.number(count('active') + count('finished')), text: words.t('cohorts.figures.learners') },
      { value: words.number(figures.classes.length), text: words.t('cohorts.figures.classes') },
      {
        value: words.number(held),
        text: words.t('cohorts.figures.meetings', { planned: words.number(planned) }),
      },
      { value: words.number(count('withdrawn')), text: words.t('cohorts.figures.withdrawn') },
    ],
    steps: statusesAfter(cohort.status).map((status) => ({
      status,
      button: words.t(`cohorts.become.${cohort.status}.${status}.button`),
      hint: words.t(`cohorts.become.${cohort.status}.${status}.hint`),
    })),
    isEmpty: Object.keys(figures.enrolments).length === 0,
    isFiltered: Object.values(query).some((value) => value !== ''),
    form: { values: query, errors: {} },
    classes: figures.classes.map(({ id, name }) => ({ value: id, text: name })),
    statuses: (['active', 'finished', 'withdrawn'] as const).map((status) => ({
      value: status,
      text: words.t(`cohorts.enrolmentStatuses.${status}`),
    })),
    rows: enrolments.rows.map((row) => enrolmentRow(row, words)),
    pager: pager(`/cohorts/${cohort.id}`, query, enrolments),
  };
}

const enrolmentRow = (
  { id, personId, name, nim, status, className, team, pair }: EnrolmentListRow,
  words: Words,
) => ({
  id,
  personId,
  name,
  nim: nim ?? '–',
  className: className ?? '–',
  team: team ?? '–',
  pair: pair ?? '–',
  isWithdrawn: status === 'withdrawn',
  status: words.t(`cohorts.enrolmentStatuses.${status}`),
  withdrawLabel: words.t('cohorts.withdraw.label', { name }),
  takeBackLabel: words.t('cohorts.withdraw.takeBackLabel', { name }),
});
