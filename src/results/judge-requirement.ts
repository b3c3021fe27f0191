import { Requirement } from './requirement.js';
import { CriticalAspect, RequiredActivity, Standing, StandingScore } from './standing.js';

/** Why a requirement is met or not: numbers only, the sentence is the page's. */
export type RequirementReason =
  | { kind: 'attendance'; present: number; held: number; planned: number; needed: number }
  | { kind: 'finalScore'; score: number | null; min: number }
  | { kind: 'criticalAspects'; met: number; total: number; min: number; unmet: readonly CriticalAspect[] }
  | { kind: 'componentScore'; component: string; score: number | null; min: number }
  | { kind: 'validVisits'; visits: number; min: number; businesses: number; minBusinesses: number }
  | { kind: 'requiredActivities'; done: number; total: number; open: readonly RequiredActivity[] };

/** What one requirement found. */
export interface Judgement {
  readonly isMet: boolean;
  /** Judged on a score that later grading may still change. */
  readonly isProvisional: boolean;
  /** Null while there is nothing to compare. */
  readonly value: number | null;
  readonly threshold: number;
  readonly reason: RequirementReason;
}

/**
 * Judges one requirement on its own. Attendance and the critical aspects follow Permenaker 6/2025 article 33,
 * the thresholds are the cohort's.
 */
export function judgeRequirement(requirement: Requirement, standing: Standing): Judgement {
  switch (requirement.kind) {
    case 'attendance':
      return attendance(requirement.minPercent, standing);
    case 'finalScore':
      return finalScore(requirement.min, standing.result);
    case 'criticalAspects':
      return criticalAspects(requirement.min, requirement.mustPass, standing.criticalAspects);
    case 'componentScore':
      return componentScore(requirement.component, requirement.min, standing.components);
    case 'validVisits':
      return validVisits(requirement.min, requirement.minBusinesses, standing.validVisits);
    case 'requiredActivities':
      return requiredActivities(standing.requiredActivities);
  }
}

/** Meetings that must be attended: the percentage of the planned ones, rounded up; 80 % of 24 is 20. */
export function meetingsNeeded(planned: number, minPercent: number): number {
  return Math.ceil((planned * minPercent) / 100);
}

function attendance(minPercent: number, standing: Standing): Judgement {
  const { presentMeetings: present, heldMeetings: held, plannedMeetings: planned } = standing;
  const needed = meetingsNeeded(planned, minPercent);
  return atLeast(present, needed, { kind: 'attendance', present, held, planned, needed });
}

function finalScore(min: number, { score, isFinal }: StandingScore): Judgement {
  return { ...atLeast(score, min, { kind: 'finalScore', score, min }), isProvisional: !isFinal };
}

function componentScore(component: string, min: number, components: Standing['components']): Judgement {
  const { score, isFinal } = components[component] ?? { score: null, isFinal: false };
  const reason = { kind: 'componentScore', component, score, min } as const;
  return { ...atLeast(score, min, reason), isProvisional: !isFinal };
}

function criticalAspects(min: number, mustPass: boolean, aspects: readonly CriticalAspect[]): Judgement {
  const unmet = aspects.filter(
    (aspect) => (aspect.score ?? -1) < min || (mustPass && !aspect.isMustPassRight),
  );
  const [met, total] = [aspects.length - unmet.length, aspects.length];
  return atLeast(met, total, { kind: 'criticalAspects', met, total, min, unmet });
}

/** The visits are counted business by business: the one that decides is the last of those that are asked for. */
function validVisits(min: number, minBusinesses: number, byBusiness: readonly number[]): Judgement {
  const visits = byBusiness.toSorted((a, b) => b - a)[minBusinesses - 1] ?? 0;
  const businesses = byBusiness.filter((count) => count >= min).length;
  return atLeast(visits, min, { kind: 'validVisits', visits, min, businesses, minBusinesses });
}

function requiredActivities(activities: readonly RequiredActivity[]): Judgement {
  const open = activities.filter((activity) => !activity.isDone);
  const [done, total] = [activities.length - open.length, activities.length];
  return atLeast(done, total, { kind: 'requiredActivities', done, total, open });
}

function atLeast(value: number | null, threshold: number, reason: RequirementReason): Judgement {
  return { isMet: value !== null && value >= threshold, isProvisional: false, value, threshold, reason };
}
