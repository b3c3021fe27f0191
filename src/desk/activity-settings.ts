import type { Activity } from '../courses/activity.entity.js';
import { editionOf } from '../courses/edition.js';
import { applyDateRule, parseDateRule } from '../courses/date-rule.js';

/** What an author may say of an activity beside its content. */
export type ActivitySettings = Pick<
  Activity,
  'title' | 'required' | 'opensRule' | 'dueRule' | 'componentId' | 'weight' | 'passMark'
>;

export const settingsEdition = (activity: ActivitySettings & Pick<Activity, 'position'>): string =>
  editionOf([
    activity.title,
    activity.required,
    activity.opensRule,
    activity.dueRule,
    activity.componentId,
    activity.weight,
    activity.passMark,
    activity.position,
  ]);

export interface RuleProblem {
  field: 'opensRule' | 'dueRule';
  problem: 'noRule' | 'dueBeforeOpening';
}

/** A meeting of two hours, to compare rules where only their order matters. */
const MEETING = { startsAt: new Date('2027-01-04T08:00:00Z'), endsAt: new Date('2027-01-04T10:00:00Z') };

/** What is wrong with the rules of an activity; '' is no rule. */
export function ruleProblem(opensRule: string, dueRule: string): RuleProblem | null {
  const opens = parseDateRule(opensRule);
  const due = parseDateRule(dueRule);
  if (opensRule !== '' && !opens) return { field: 'opensRule', problem: 'noRule' };
  if (dueRule !== '' && !due) return { field: 'dueRule', problem: 'noRule' };
  if (!opens || !due) return null;
  const isAfter = applyDateRule(due, MEETING, 'UTC') > applyDateRule(opens, MEETING, 'UTC');
  return isAfter ? null : { field: 'dueRule', problem: 'dueBeforeOpening' };
}
