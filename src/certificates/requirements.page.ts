import type { Cohort } from '../cohorts/cohort.entity.js';
import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { requirementLine } from '../results/requirement.page.js';
import type { BoardLine } from './board-line.js';
import { boardGroup } from './board.js';
import type { WaiverForm } from './board.form.js';
import { conclusionOf } from './board.page.js';
import { componentNames } from './requirement-words.page.js';

/** One enrolment, requirement by requirement. */
export function requirementsPage(cohort: Cohort, line: BoardLine, form: Form<WaiverForm>, words: Words) {
  const names = componentNames(cohort);
  const address = `/cohorts/${cohort.id}/certificates`;
  const isOpen = !['issued', 'proposed'].includes(boardGroup(line));
  const lines = line.evaluation.outcomes.map((outcome) => ({
    ...requirementLine(outcome, names, words),
    isWaived: outcome.state === 'waived',
    isWaivable: outcome.state === 'unmet' || (outcome.state === 'met' && outcome.isProvisional),
  }));
  return {
    titleText: line.name,
    address,
    action: `${address}/enrolments/${line.enrolmentId}`,
    cohortId: cohort.id,
    cohort: cohortName(cohort, words),
    name: line.name,
    detail: [line.campusName, line.nim].filter(Boolean).join(' · '),
    ...conclusionOf(line, cohort, words),
    isOpen,
    requirements: lines,
    waivable: isOpen
      ? lines.filter(({ isWaivable }) => isWaivable).map(({ key, name }) => ({ value: key, text: name }))
      : [],
    form,
  };
}
