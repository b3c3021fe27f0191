import { weekIndex } from '../lessons/course-weeks.js';
import type { ScheduledQuestion } from './recall-schedule.js';

/** As many questions a week asks again at most. */
export const MOST_A_WEEK = 5;

/**
 * Of the due ones those that are asked now, in their order: the oldest of the session of which the week has asked
 * least, and so on, until the week has its five. Answering the first leaves the others as they are.
 */
export function chooseRecall(
  items: readonly ScheduledQuestion[],
  answered: readonly Pick<ScheduledQuestion, 'session'>[],
  now: Date,
): ScheduledQuestion[] {
  const rest = items.filter(({ dueAt }) => dueAt !== null && dueAt <= now).toSorted(byAge);
  const asked: Pick<ScheduledQuestion, 'session'>[] = [...answered];
  const chosen: ScheduledQuestion[] = [];
  while (rest.length > 0 && asked.length < MOST_A_WEEK) {
    const times = rest.map(({ session }) => asked.filter((other) => other.session === session).length);
    const picked = rest.splice(times.indexOf(Math.min(...times)), 1);
    asked.push(...picked);
    chosen.push(...picked);
  }
  return chosen;
}

/** Those of the week of `now`, from Monday to Sunday. */
export function ofThisWeek<T extends { answeredAt: Date }>(
  answers: readonly T[],
  dayOf: (at: Date) => string,
  now: Date,
): T[] {
  const present = weekIndex(dayOf(now));
  return answers.filter(({ answeredAt }) => weekIndex(dayOf(answeredAt)) === present);
}

/** When the next question comes, seen when none is left for now; null: none is planned. */
export function nextRecall(
  items: readonly ScheduledQuestion[],
  isWeekFull: boolean,
  dayOf: (at: Date) => string,
  now: Date,
): { at: Date } | 'next-week' | null {
  const [first] = items.flatMap(({ dueAt }) => dueAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  if (!first) return null;
  return isWeekFull && weekIndex(dayOf(first)) <= weekIndex(dayOf(now)) ? 'next-week' : { at: first };
}

const byAge = (a: ScheduledQuestion, b: ScheduledQuestion): number =>
  (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0) || a.questionId - b.questionId;
