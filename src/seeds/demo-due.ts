import { Temporal } from 'temporal-polyfill';
import { DateOverride } from '../cohorts/activity-date.entity.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { DemoStage } from './demo-stage.js';

/** The cohort has got more time for what teams hand in: until the end of tomorrow, so that something is due. */
export async function demoDueTomorrow(stage: DemoStage, courseId: number, cohortId: number): Promise<void> {
  const published = await stage.app.get(ActivitiesService).allPublished(courseId);
  const tasks = published.filter(({ kind, session }) => kind === 'assignment' && session.number <= 4);
  const tomorrow = Temporal.PlainDate.from(stage.today).add({ days: 1 });
  const end = tomorrow.toZonedDateTime({ timeZone: stage.timeZone, plainTime: '23:59' });
  const dueAt = new Date(end.epochMilliseconds);
  await stage.insert(
    DateOverride,
    tasks.map(({ id }) => ({ scope: 'cohort', scopeId: cohortId, activityId: id, opensAt: null, dueAt })),
  );
}
