import type { LearnerSession } from './learner-session.js';

/** The sessions of one week in the order in which they happen. */
export interface CourseWeek {
  /** From 1, by the calendar since the first meeting; null: not planned yet. */
  number: number | null;
  when: 'past' | 'present' | 'future';
  sessions: LearnerSession[];
}

const DAY = 24 * 3_600_000;

/** Weeks run from Monday to Sunday; 1 January 1970 was a Thursday. */
export const weekIndex = (day: string): number => Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY + 3) / 7);

/**
 * The path of a class: week by week, as its meetings happen. A week without meetings keeps its number, so that the
 * number is the one that a wall calendar gives. Sessions without a meeting come last.
 */
export function courseWeeks(
  sessions: readonly LearnerSession[],
  dayOf: (at: Date) => string,
  today: string,
): CourseWeek[] {
  const planned = sessions
    .flatMap((session) => (session.meeting ? [{ session, at: session.meeting.startsAt }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const first = planned[0] ? weekIndex(dayOf(planned[0].at)) : 0;
  const present = weekIndex(today);
  const weeks: CourseWeek[] = [];
  for (const { session, at } of planned) {
    const index = weekIndex(dayOf(at));
    const number = index - first + 1;
    const when = index < present ? 'past' : index === present ? 'present' : 'future';
    if (weeks.at(-1)?.number !== number) weeks.push({ number, when, sessions: [] });
    weeks.at(-1)?.sessions.push(session);
  }
  const unplanned = sessions.filter(({ meeting }) => !meeting);
  if (unplanned.length > 0) weeks.push({ number: null, when: 'future', sessions: unplanned });
  return weeks;
}

/** The number of the week in which `today` lies, and of the last; null outside the course or without a plan. */
export function presentWeek(
  meetings: readonly { startsAt: Date }[],
  dayOf: (at: Date) => string,
  today: string,
): { number: number; of: number } | null {
  const weeks = meetings.map(({ startsAt }) => weekIndex(dayOf(startsAt)));
  const first = Math.min(...weeks);
  const number = weekIndex(today) - first + 1;
  const of = Math.max(...weeks) - first + 1;
  return weeks.length > 0 && number >= 1 && number <= of ? { number, of } : null;
}
