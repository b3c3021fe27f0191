import { Temporal } from 'temporal-polyfill';

/** When a class meets each week, in its local time. */
export interface WeeklySlot {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** Local time of day, `15:30`. */
  startsAt: string;
  minutes: number;
}

export interface TimetableRequest<Slot extends WeeklySlot> {
  /** The first date that may be used, `2027-08-24`. */
  startsOn: string;
  slots: readonly Slot[];
  /** Dates on which nobody meets. */
  holidays: ReadonlySet<string>;
  /** How many sessions the course has (24), and how many spare meetings follow them (2). */
  sessions: number;
  spares: number;
  /** IANA name, `Asia/Pontianak`. */
  timeZone: string;
}

export interface PlannedMeeting<Slot> {
  /** The number of the session, or `null` for a spare meeting. */
  session: number | null;
  date: string;
  slot: Slot;
  startsAt: Date;
  endsAt: Date;
}

export interface Timetable<Slot> {
  meetings: PlannedMeeting<Slot>[];
  /** The dates that holidays took before the last meeting. */
  lost: { date: string; slot: Slot }[];
}

type TimetableRefusal = { reason: 'no-slots' } | { reason: 'no-free-dates' };

/** A course of three months that has found no room in so many days never will. */
const HORIZON_DAYS = 730;

/**
 * The meetings of one class: its weekly slots from the first date on, in order of time, those on a holiday left
 * out; the first for session 1, the next for session 2 and so on, the spare ones at the end.
 */
export function planTimetable<Slot extends WeeklySlot>(
  request: TimetableRequest<Slot>,
): Timetable<Slot> | { refusal: TimetableRefusal } {
  const { holidays, sessions, spares, timeZone } = request;
  if (request.slots.length === 0) return { refusal: { reason: 'no-slots' } };
  const wanted = sessions + spares;
  const times = occurrences(request);
  const used = times.filter(({ date }) => !holidays.has(date)).slice(0, wanted);
  const last = used.at(-1);
  if (used.length < wanted || !last) return { refusal: { reason: 'no-free-dates' } };
  const meetings = used.map(({ date, slot }, index) => ({
    session: index < sessions ? index + 1 : null,
    date,
    slot,
    ...instants(date, slot, timeZone),
  }));
  return { meetings, lost: times.slice(0, times.indexOf(last)).filter(({ date }) => holidays.has(date)) };
}

/** Every time that a slot falls on within the horizon, holidays too, in order. */
function occurrences<Slot extends WeeklySlot>({
  startsOn,
  slots,
}: TimetableRequest<Slot>): { date: string; slot: Slot }[] {
  const first = Temporal.PlainDate.from(startsOn);
  const byTime = slots.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return Array.from({ length: HORIZON_DAYS }, (_, days) => first.add({ days })).flatMap((date) =>
    byTime
      .filter(({ weekday }) => weekday === date.dayOfWeek)
      .map((slot) => ({ date: date.toString(), slot })),
  );
}

/** The start and end of a slot on a date, as instants. */
function instants(date: string, slot: WeeklySlot, timeZone: string): { startsAt: Date; endsAt: Date } {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: slot.startsAt });
  const startsAt = start.epochMilliseconds;
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + slot.minutes * 60_000) };
}
