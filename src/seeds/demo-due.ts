import { Temporal } from 'temporal-polyfill';
import { DateOverride } from '../cohorts/activity-date.entity.js';
import type { PublishedActivity } from '../courses/activities.service.js';
import type { DemoStage } from './demo-stage.js';

/** Sessions whose deadlines are moved into the week in which the demo is made. */
export const LATEST_DUE = 4;

/**
 * The cohort has got more time: for the latest quiz of the first weeks until the end of today, for the latest task
 * until the end of tomorrow. @returns the id of that quiz, null where there is none
 */
export async function demoDueDates(
  stage: DemoStage,
  activities: readonly PublishedActivity[],
  cohortId: number,
): Promise<number | null> {
  const early = activities.filter(({ session }) => session.number <= LATEST_DUE);
  const task = early.findLast(({ kind }) => kind === 'assignment');
  const quiz = early.findLast(({ kind }) => kind === 'quiz');
  const override = { scope: 'cohort', scopeId: cohortId, opensAt: null };
  await stage.insert(DateOverride, [
    ...(task ? [{ ...override, activityId: task.id, dueAt: endOfDay(stage, 1) }] : []),
    ...(quiz ? [{ ...override, activityId: quiz.id, dueAt: endOfDay(stage, 0) }] : []),
  ]);
  return quiz?.id ?? null;
}

function endOfDay({ today, timeZone }: DemoStage, days: number): Date {
  const day = Temporal.PlainDate.from(today).add({ days });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: '23:59' }).epochMilliseconds);
}
