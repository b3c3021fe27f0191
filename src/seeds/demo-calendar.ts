import { Temporal } from 'temporal-polyfill';
import { type ClassSlot, planClasses } from '../cohorts/cohort-plan.js';

export interface DemoCohort {
  ordinal: number;
  label: string;
  startsOn: string;
}

/** Mondays and Wednesdays, or Tuesdays and Thursdays, from half past three. */
export const demoSlots = (days: 'mondays' | 'tuesdays', place: string): ClassSlot[] =>
  (days === 'mondays' ? [1, 3] : [2, 4]).map((weekday) => ({
    weekday,
    startsAt: '15:30',
    minutes: 120,
    place,
  }));

/** Between the two starts; a cohort takes thirteen, and one or two more where holidays fall. */
const WEEKS_BETWEEN = 20;

/**
 * When the two cohorts of the demo started, seen from the day on which it is made: the second has its fifth meeting
 * in this week, wherever holidays fall, and the first is long finished.
 */
export function demoCalendar(
  today: string,
  calendar: { holidays: ReadonlySet<string>; timeZone: string },
): { finished: DemoCohort; running: DemoCohort } {
  const day = Temporal.PlainDate.from(today);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const sunday = monday.add({ days: 6 }).toString();
  const starts = [2, 3, 4, 5, 6].map((weeks) => monday.subtract({ weeks }));
  const isInThirdWeek = (start: Temporal.PlainDate): boolean =>
    fifthMeeting(start.toString(), calendar) <= sunday;
  const second = starts.find(isInThirdWeek) ?? monday.subtract({ weeks: 7 });
  const first = second.subtract({ weeks: WEEKS_BETWEEN });
  const letter = first.year === second.year ? 'B' : 'A';
  return { finished: cohort(first, 1, 'A'), running: cohort(second, 2, letter) };
}

const cohort = (start: Temporal.PlainDate, ordinal: number, letter: string): DemoCohort => ({
  ordinal,
  label: `${start.year}-${letter}`,
  startsOn: start.toString(),
});

/** Of the classes that meet later in the week. */
function fifthMeeting(
  startsOn: string,
  { holidays, timeZone }: { holidays: ReadonlySet<string>; timeZone: string },
): string {
  const slots = demoSlots('tuesdays', '');
  const planned = planClasses(
    { startsOn, classes: [{ name: '', slots, instructorId: null }] },
    { sessions: 24, holidays, timeZone },
  );
  return ('classes' in planned && planned.classes[0]?.meetings[4]?.date) || startsOn;
}
