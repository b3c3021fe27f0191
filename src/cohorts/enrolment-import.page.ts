import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { cohortHead } from './cohort.page.js';
import type { Cohort } from './cohort.entity.js';
import type { ImportForm } from './cohort.form.js';
import type { ImportPlan, RowOutcome } from './enrolment-import-plan.js';

interface Choices {
  campuses: readonly { key: string; name: string }[];
  classes: readonly { name: string }[];
  /** Who works for some cohorts only does not. */
  managesCampuses: boolean;
}

/** The page to bring a list to. */
export const importPage = (cohort: Cohort, choices: Choices, form: Form<ImportForm>, words: Words) => ({
  title: 'cohorts.import.title',
  ...cohortHead(cohort, words),
  form,
  campuses: choices.campuses.map(({ key, name }) => ({ key, name })),
  classes: choices.classes.map(({ name }) => name).join(', '),
  managesCampuses: choices.managesCampuses,
  hasClasses: choices.classes.length > 0,
});

const looks: Record<RowOutcome, { tone: string; icon: string }> = {
  new: { tone: 'ok', icon: 'person' },
  enrolled: { tone: 'ok', icon: 'check' },
  changed: { tone: 'wait', icon: 'alert' },
  same: { tone: '', icon: 'check' },
  withdrawn: { tone: '', icon: 'cross' },
};

/** What the list would do, row by row; where anything is wrong, only that. */
export function previewPage(cohort: Cohort, plan: ImportPlan, list: string, words: Words) {
  const count = (outcome: RowOutcome): number => plan.rows.filter((row) => row.outcome === outcome).length;
  const outcomes = (Object.keys(looks) as RowOutcome[]).filter((outcome) => count(outcome) > 0);
  return {
    title: 'cohorts.import.previewTitle',
    ...cohortHead(cohort, words),
    list,
    problems: plan.problems.map(({ line, key, values }) => ({
      line: words.t('cohorts.import.line', { line }),
      text: words.t(key, values),
    })),
    problemCount: words.t('cohorts.import.problemCount', { count: plan.problems.length }),
    summary: outcomes.map((outcome) => ({
      value: words.number(count(outcome)),
      text: words.t(`cohorts.import.outcomes.${outcome}`),
    })),
    bringsSomething: ['new', 'enrolled', 'changed'].some((outcome) => count(outcome as RowOutcome) > 0),
    button: words.t('cohorts.import.confirm', {
      count: plan.rows.length - count('same') - count('withdrawn'),
    }),
    rows: plan.rows.map(({ row, outcome }) => ({
      ...looks[outcome],
      line: row.line,
      name: row.name,
      nim: row.nim,
      campus: row.campus,
      groups: [row.className, row.team, row.pair].filter(Boolean).join(' · '),
      outcome: words.t(`cohorts.import.outcomes.${outcome}`),
    })),
  };
}
