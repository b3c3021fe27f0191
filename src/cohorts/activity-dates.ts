import { dateByRule, type MeetingTimes } from '../courses/date-rule.js';

export interface DateRules {
  /** Text of a date rule; null: open from the start. */
  opensRule: string | null;
  /** null: never due. */
  dueRule: string | null;
}

export interface Dates {
  /** null: open from the start. */
  opensAt: Date | null;
  /** null: never due. */
  dueAt: Date | null;
}

interface DateSources {
  /** The meeting of the learner's class; null while it is not planned. */
  meeting: MeetingTimes | null;
  /** From the widest to the narrowest: the cohort's, then the class's. A null in it leaves the date as it is. */
  overrides: readonly Dates[];
  /** Later due dates, those of the whole team where the work is handed in together: the latest applies. */
  extensions: readonly (Date | null)[];
}

/**
 * The real dates of an activity for one learner: the narrowest override, else the rule applied to the meeting;
 * an extension only ever moves the due date later. Without a meeting a rule gives no date: it opens with the plan.
 */
export function activityDates(rules: DateRules, sources: DateSources, timeZone: string): Dates {
  const opensAt = last(sources.overrides, 'opensAt') ?? byRule(rules.opensRule, sources.meeting, timeZone);
  const planned = last(sources.overrides, 'dueAt') ?? byRule(rules.dueRule, sources.meeting, timeZone);
  const dueAt = planned && sources.extensions.reduce<Date>((due, to) => (to && to > due ? to : due), planned);
  return { opensAt, dueAt };
}

function last(overrides: readonly Dates[], date: keyof Dates): Date | null {
  return overrides.findLast((override) => override[date] !== null)?.[date] ?? null;
}

function byRule(text: string | null, meeting: MeetingTimes | null, timeZone: string): Date | null {
  return text !== null && meeting ? dateByRule(text, meeting, timeZone) : null;
}

/** Where an activity stands in its time. Without a plan what has an opening rule is still closed. */
export function openness(rules: DateRules, { opensAt, dueAt }: Dates, now: Date): 'closed' | 'open' | 'past' {
  if (opensAt ? opensAt > now : rules.opensRule !== null) return 'closed';
  return dueAt && dueAt < now ? 'past' : 'open';
}
