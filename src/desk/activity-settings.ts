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

/** A meeting of two hours, to compare rules where only their order matters. */
const MEETING = { startsAt: new Date('2027-01-04T08:00:00Z'), endsAt: new Date('2027-01-04T10:00:00Z') };

/** Whether an activity would be due before it opens, or just then; '' is no rule. */
export function isDueBeforeOpening(opensRule: string, dueRule: string): boolean {
  const opens = parseDateRule(opensRule);
  const due = parseDateRule(dueRule);
  if (!opens || !due) return false;
  return applyDateRule(due, MEETING, 'UTC') <= applyDateRule(opens, MEETING, 'UTC');
}
