import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { pager } from '../platform/web/paging.js';
import type { ScoreTable } from './entered-scores.service.js';
import type { SheetProblem } from './score-sheet.js';
import type { ScoreSheetForm } from './scores.form.js';

/** The scores of one component, and the form that brings a sheet of them. */
export const scoresPage = (
  { cohort, component, page, entered }: ScoreTable,
  form: Form<ScoreSheetForm>,
  problems: readonly SheetProblem[],
  words: Words,
) => ({
  title: 'results.scores.title',
  form,
  cohortId: cohort.id,
  cohort: cohortName(cohort, words),
  component: component.name,
  componentKey: component.key,
  components: cohort.rules.components.map(({ key, name }) => ({
    key,
    name,
    isCurrent: key === component.key,
  })),
  entered: words.t('results.scores.entered', entered),
  pager: pager(`/cohorts/${cohort.id}/scores`, { component: component.key }, page),
  rows: page.rows.map(({ name, nim, score, source }) => ({
    name,
    nim: nim ?? '',
    score: score === null ? '–' : words.score(score),
    source: source ?? '',
  })),
  problems: problems.map(({ line, kind, value }) =>
    words.t(`results.scores.problems.${kind}`, { line, value }),
  ),
});
