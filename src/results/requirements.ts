import { Judgement, judgeRequirement } from './judge-requirement.js';
import { Requirement, requirementKey } from './requirement.js';
import { Standing } from './standing.js';

/** Someone decided, with a reason, that this enrolment need not meet this requirement. */
export interface Waiver {
  readonly requirement: string;
  readonly reason: string;
}

export interface RequirementOutcome extends Omit<Judgement, 'isMet'> {
  readonly key: string;
  readonly state: 'met' | 'waived' | 'unmet';
  /** The reason of the waiver, where that is what counts. */
  readonly waivedBecause: string | null;
}

export interface Evaluation {
  readonly outcomes: readonly RequirementOutcome[];
  /** Every requirement, and there is one, is waived or met for good: never on a score that may still change. */
  readonly qualifies: boolean;
}

/**
 * Judges the requirements of a cohort, in its order, for one enrolment. What the list does not name is not
 * judged; by an empty list nobody qualifies. A waiver counts where its requirement is not met for good, and never takes
 * anything away.
 */
export function evaluateRequirements(
  requirements: readonly Requirement[],
  standing: Standing,
  waivers: readonly Waiver[],
): Evaluation {
  const outcomes = requirements.map((requirement) => outcomeOf(requirement, standing, waivers));
  return { outcomes, qualifies: outcomes.length > 0 && outcomes.every(isSettled) };
}

function outcomeOf(requirement: Requirement, standing: Standing, waivers: readonly Waiver[]) {
  const key = requirementKey(requirement);
  const { isMet, ...judgement } = judgeRequirement(requirement, standing);
  const waiver = waivers.find((each) => each.requirement === key);
  if (waiver && !(isMet && !judgement.isProvisional)) {
    return { ...judgement, key, state: 'waived', waivedBecause: waiver.reason } as const;
  }
  return { ...judgement, key, state: isMet ? 'met' : 'unmet', waivedBecause: null } as const;
}

function isSettled(outcome: RequirementOutcome): boolean {
  return outcome.state === 'waived' || (outcome.state === 'met' && !outcome.isProvisional);
}
