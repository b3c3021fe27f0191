import type { Words } from '../platform/i18n/words.js';
import { pageOf, pager } from '../platform/web/paging.js';
import type { ProgressRecord } from '../progress/progress.service.js';
import type { LearnerWork } from './works.service.js';
import { inListOrder, sectionOf, workSections } from './work-list.js';
import { type KnownWork, knownWork } from './work-state.page.js';

/** The learner's assignments by what is to be done with them; `section` shows one part only. */
export function assignmentsPage(
  { works, progress }: { works: readonly LearnerWork[]; progress: ReadonlyMap<number, ProgressRecord> },
  { section, page }: { section: string | null; page: number },
  words: Words,
) {
  const known = inListOrder(
    works.map((work) => knownWork(work, progress.get(work.activity.id) ?? null, words)),
  );
  const wanted = known.filter(({ state }) => section === null || sectionOf(state) === section);
  const shown = pageOf(wanted, page);
  return {
    title: 'assignments.title',
    filters: filtersOf(known, section, words),
    sections: workSections
      .map((one) => ({ one, rows: shown.rows.filter(({ state }) => sectionOf(state) === one) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ one, rows }) => ({
        heading: words.t(`assignments.sections.${one}`),
        rows: rows.map((known) => rowOf(known, words)),
      })),
    isEmpty: known.length === 0,
    nothingHere: known.length > 0 && wanted.length === 0,
    pager: pager('/assignments', { state: section ?? '' }, shown),
  };
}

function filtersOf(known: readonly KnownWork[], section: string | null, words: Words) {
  const count = (one: string): number => known.filter(({ state }) => sectionOf(state) === one).length;
  return [
    {
      href: '/assignments',
      text: words.t('assignments.all'),
      count: known.length,
      current: section === null,
    },
    ...workSections
      .filter((one) => count(one) > 0 || one === section)
      .map((one) => ({
        href: `/assignments?state=${one}`,
        text: words.t(`assignments.sections.${one}`),
        count: count(one),
        current: section === one,
      })),
  ];
}

function rowOf({ work, shown }: KnownWork, words: Words) {
  const { activity, dates } = work;
  return {
    href: `/assignments/${activity.id}`,
    title: activity.title,
    state: shown,
    meta: [
      words.t('assignments.ofSession', { number: activity.session.number }),
      words.t(`assignments.as.${activity.submitsAs}`),
      ...(dates.dueAt ? [words.t('assignments.dueShort', { when: words.shortDay(dates.dueAt) })] : []),
    ].join(' · '),
  };
}
