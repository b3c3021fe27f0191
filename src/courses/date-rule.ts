import { Temporal } from 'temporal-polyfill';

/** When an activity opens or is due, told from its meeting, so that moving the meeting moves the date. */
export interface DateRule {
  /** Whole days from the meeting's local date; negative is before it. */
  days: number;
  /** The meeting's start or end time of day, or a local clock time. */
  at: 'start' | 'end' | { hour: number; minute: number };
}

export interface MeetingTimes {
  startsAt: Date;
  endsAt: Date;
}

const SHAPE = /^(?:0|([+-]\d{1,3})d)(?: (?:(end)|([01]\d|2[0-3]):([0-5]\d)))?$/;

/**
 * Reads the text of a rule: `0`, `-3d`, `+7d 23:59`, `0 end`. Days first, counted on the local calendar; then,
 * where it is not the meeting's start, the time of day. Gives `undefined` for any other text.
 */
export function parseDateRule(text: string): DateRule | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, days = '0', end, hour, minute] = match;
  if (hour !== undefined) return { days: Number(days), at: { hour: Number(hour), minute: Number(minute) } };
  return { days: Number(days), at: end === undefined ? 'start' : 'end' };
}

/**
 * The instant that a rule means for one meeting. Days are calendar days of `timeZone` (IANA name), so that
 * `+7d` keeps the time of day where clocks change. `end` counts days from the date on which the meeting ends.
 */
export function applyDateRule(rule: DateRule, meeting: MeetingTimes, timeZone: string): Date {
  const anchor = rule.at === 'end' ? meeting.endsAt : meeting.startsAt;
  const local = Temporal.Instant.fromEpochMilliseconds(anchor.getTime())
    .toZonedDateTimeISO(timeZone)
    .add({ days: rule.days });
  const chosen = typeof rule.at === 'object' ? local.withPlainTime(rule.at) : local;
  return new Date(chosen.epochMilliseconds);
}

/** More than all rules of all meetings of a few cohorts. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

/**
 * The instant that the text of a rule means for one meeting; null where it is no rule. What was worked out is kept
 * for as long as the process lives, for a page of the course needs a hundred and more of them, and the same ones
 * each time.
 */
export function dateByRule(text: string, meeting: MeetingTimes, timeZone: string): Date | null {
  const key = `${text}|${meeting.startsAt.getTime()}|${meeting.endsAt.getTime()}|${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return new Date(known);
  const rule = parseDateRule(text);
  if (!rule) return null;
  const date = applyDateRule(rule, meeting, timeZone);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, date.getTime());
  return date;
}
