import { Temporal } from 'temporal-polyfill';
import { DateOverride } from '../cohorts/activity-date.entity.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { DemoStage } from './demo-stage.js';

/** Sessions whose deadlines are moved into the week in which the demo is made. */
const LATEST = 4;

/**
 * The cohort has got more time: for the latest quiz of the first weeks until the end of today, for what teams hand in
 * until the end of tomorrow. @returns the id of that quiz, null where there is none
 */
export async function demoDueDates(
  stage: DemoStage,
  courseId: number,
  cohortId: number,
): Promise<number | null> {
  const published = await stage.app.get(ActivitiesService).allPublished(courseId);
  const early = published.filter(({ session }) => session.number <= LATEST);
  const tasks = early.filter(({ kind }) => kind === 'assignment');
  const quiz = early.findLast(({ kind }) => kind === 'quiz');
  const override = { scope: 'cohort', scopeId: cohortId, opensAt: null };
  await stage.insert(DateOverride, [
    ...tasks.map(({ id }) => ({ ...override, activityId: id, dueAt: endOfDay(stage, 1) })),
    ...(quiz ? [{ ...override, activityId: quiz.id, dueAt: endOfDay(stage, 0) }] : []),
  ]);
  return quiz?.id ?? null;
}

function endOfDay({ today, timeZone }: DemoStage, days: number): Date {
  const day = Temporal.PlainDate.from(today).add({ days });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: '23:59' }).epochMilliseconds);
}
