import type { Cohort } from '../cohorts/cohort.entity.js';
import type { Words } from '../platform/i18n/words.js';
import { type ComponentNames, requirementLine, unmetSentence } from '../results/requirement.page.js';
import type { RequirementOutcome } from '../results/requirements.js';

export const componentNames = ({ rules }: Pick<Cohort, 'rules'>): ComponentNames =>
  new Map(rules.components.map(({ key, name }) => [key, name]));

/** A column of the board: "Presensi", "≥ 20". */
export function requirementColumn(outcome: RequirementOutcome, names: ComponentNames, words: Words) {
  const { name } = requirementLine(outcome, names, words);
  return { key: outcome.key, name, threshold: `≥\u00a0${bar(outcome, words)}` };
}

/** What was reached, as short as a cell is; a dash where there is nothing yet. */
export function requirementCell(outcome: RequirementOutcome, names: ComponentNames, words: Words) {
  const { name, look } = requirementLine(outcome, names, words);
  const value = outcome.value === null ? '–' : measure(outcome, outcome.value, words);
  return { label: name.toLowerCase(), value, look: look === 'ok' ? '' : look };
}

/** Why one requirement is in the way, as a sentence; '' where it is not. */
export function barrierSentence(outcome: RequirementOutcome, names: ComponentNames, words: Words): string {
  if (outcome.state === 'unmet') return unmetSentence(outcome, names, words);
  if (outcome.state === 'waived' || !outcome.isProvisional) return '';
  const { name, value } = requirementLine(outcome, names, words);
  return words.t('certificates.provisional', { name, value });
}

/** A threshold, without decimals where it is a whole score. */
function bar(outcome: RequirementOutcome, words: Words): string {
  const text = measure(outcome, outcome.threshold, words);
  return outcome.threshold % 100 === 0 && isScore(outcome) ? words.number(outcome.threshold / 100) : text;
}

/** Scores with their decimals, everything else as a count. */
function measure(outcome: RequirementOutcome, value: number, words: Words): string {
  return isScore(outcome) ? words.score(value) : String(value);
}

const isScore = ({ reason }: RequirementOutcome): boolean =>
  reason.kind === 'finalScore' || reason.kind === 'componentScore';
