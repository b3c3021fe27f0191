/** How long until something, in the unit that people would say it in. */
interface TimeLeft {
  unit: 'days' | 'hours' | 'minutes';
  count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Days are those between two dates of the calendar, as "two days left" is meant; on the same day, and in the night
 * before, it is hours, and in the last hour minutes. Never less than one.
 */
export function timeLeft(until: Date, now: Date, dayOf: (at: Date) => string): TimeLeft {
  const left = until.getTime() - now.getTime();
  const days = Math.round((Date.parse(dayOf(until)) - Date.parse(dayOf(now))) / DAY);
  if (days >= 1 && left >= DAY / 2) return { unit: 'days', count: days };
  if (left >= HOUR) return { unit: 'hours', count: Math.floor(left / HOUR) };
  return { unit: 'minutes', count: Math.max(1, Math.floor(left / MINUTE)) };
}
