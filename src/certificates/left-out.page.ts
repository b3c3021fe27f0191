import type { Cohort } from '../cohorts/cohort.entity.js';
import type { Words } from '../platform/i18n/words.js';
import type { RequirementOutcome } from '../results/requirements.js';
import type { LeftOutBecause } from './board.js';
import type { PrintProblem } from './print-run.js';
import { barrierSentence, componentNames } from './requirement-words.page.js';

interface LeftOut {
  because: LeftOutBecause;
  problems: readonly PrintProblem[];
  outcomes: readonly RequirementOutcome[];
}

/** Why somebody gets nothing: each requirement that is in the way, or what keeps it from being printed. */
export function leftOutSentences(
  { because, problems, outcomes }: LeftOut,
  cohort: Cohort,
  words: Words,
): string[] {
  const names = componentNames(cohort);
  const barriers = outcomes.map((outcome) => barrierSentence(outcome, names, words)).filter(Boolean);
  if (because === 'not-yet' && barriers.length > 0) return barriers;
  if (because === 'unprintable' && problems.length > 0) {
    return problems.map(({ kind, characters }) => words.t(`certificates.problems.${kind}`, { characters }));
  }
  return [words.t(`certificates.because.${because}`)];
}
