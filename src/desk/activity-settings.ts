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

/** The first and the last of a day: a time of the clock stands between them. */
const MEETINGS = [
  { startsAt: new Date('2027-01-04T00:00:00Z'), endsAt: new Date('2027-01-04T00:01:00Z') },
  { startsAt: new Date('2027-01-04T23:58:00Z'), endsAt: new Date('2027-01-04T23:59:00Z') },
];

/** Whether an activity would be due before it opens, or just then, whenever its meeting is; '' is no rule. */
export function isDueBeforeOpening(opensRule: string, dueRule: string): boolean {
  const opens = parseDateRule(opensRule);
  const due = parseDateRule(dueRule);
  if (!opens || !due) return false;
  return MEETINGS.every(
    (meeting) => applyDateRule(due, meeting, 'UTC') <= applyDateRule(opens, meeting, 'UTC'),
  );
}
