import type { Words } from '../platform/i18n/words.js';
import type { RequirementReason } from './judge-requirement.js';
import type { RequirementOutcome } from './requirements.js';

/** One requirement as people read it. Texts are plain; `look` and `icon` are those of a `state`. */
interface RequirementLine {
  key: string;
  name: string;
  value: string;
  threshold: string;
  conclusion: string;
  look: 'ok' | 'wait' | 'bad';
  icon: 'check' | 'clock' | 'alert';
  isMet: boolean;
}

/** Names of components by key, for requirements that ask for one. */
export type ComponentNames = ReadonlyMap<string, string>;

export function requirementLine(
  outcome: RequirementOutcome,
  components: ComponentNames,
  words: Words,
): RequirementLine {
  const { reason, key, state, isProvisional } = outcome;
  const isMet = state !== 'unmet';
  const look = isMet ? 'ok' : isStillOpen(reason) || isProvisional ? 'wait' : 'bad';
  return {
    key,
    name: requirementName(reason, components, words),
    value: valueText(reason, words),
    threshold: thresholdText(reason, words),
    conclusion: conclusion(outcome, components, words),
    look,
    icon: look === 'ok' ? 'check' : look === 'wait' ? 'clock' : 'alert',
    isMet,
  };
}

/** "Presensi 19 dari 24; perlu 20": why a requirement is not met, in one sentence. */
export function unmetSentence(outcome: RequirementOutcome, components: ComponentNames, words: Words): string {
  const { reason } = outcome;
  const name = requirementName(reason, components, words);
  if (reason.kind === 'criticalAspects') {
    return words.t('results.unmet.criticalAspects', { names: list(reason.unmet.map(({ title }) => title)) });
  }
  if (reason.kind === 'requiredActivities') {
    return words.t('results.unmet.requiredActivities', {
      names: list(reason.open.map(({ title }) => title)),
    });
  }
  return words.t('results.unmet.number', {
    name,
    value: valueText(reason, words),
    threshold: thresholdText(reason, words),
  });
}

function requirementName(reason: RequirementReason, components: ComponentNames, words: Words): string {
  if (reason.kind !== 'componentScore') return words.t(`results.requirements.${reason.kind}`);
  return components.get(reason.component) ?? reason.component;
}

function conclusion(outcome: RequirementOutcome, components: ComponentNames, words: Words): string {
  if (outcome.state === 'waived') return words.t('results.waived', { reason: outcome.waivedBecause ?? '' });
  if (outcome.state === 'unmet') return unmetSentence(outcome, components, words);
  return words.t(outcome.isProvisional ? 'results.metSoFar' : 'results.met');
}

const scoreOrNone = (score: number | null, words: Words): string =>
  score === null ? '–' : words.score(score);

function valueText(reason: RequirementReason, words: Words): string {
  switch (reason.kind) {
    case 'attendance':
      return words.t('results.of', { part: reason.present, whole: reason.held });
    case 'finalScore':
    case 'componentScore':
      return scoreOrNone(reason.score, words);
    case 'criticalAspects':
      return String(reason.met);
    case 'validVisits':
      return String(reason.visits);
    case 'requiredActivities':
      return String(reason.done);
  }
}

function thresholdText(reason: RequirementReason, words: Words): string {
  switch (reason.kind) {
    case 'attendance':
      return words.t('results.of', { part: reason.needed, whole: reason.planned });
    case 'finalScore':
    case 'componentScore':
      return words.score(reason.min);
    case 'validVisits':
      return String(reason.min);
    case 'criticalAspects':
    case 'requiredActivities':
      return String(reason.total);
  }
}

/** What time may still bring, so that it is no failure yet. */
function isStillOpen(reason: RequirementReason): boolean {
  if (reason.kind === 'attendance') return reason.present + (reason.planned - reason.held) >= reason.needed;
  return reason.kind !== 'finalScore' && reason.kind !== 'componentScore';
}

/** At most three names, then how many more. */
function list(names: readonly string[]): string {
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? ` +${more}` : '');
}
