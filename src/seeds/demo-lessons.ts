import { In } from 'typeorm';
import { Meeting } from '../cohorts/meeting.entity.js';
import type { PublishedActivity } from '../courses/activities.service.js';
import { Progress } from '../progress/progress.entity.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

const HOUR_MS = 3_600_000;

/** The lessons that were read in the two days before their meetings; of a cohort under way one in ten was not. */
export async function demoLessons(
  stage: DemoStage,
  activities: readonly PublishedActivity[],
  learners: readonly DemoLearner[],
  isOver: boolean,
): Promise<void> {
  const lessons = activities.filter(({ kind, required }) => kind === 'lesson' && required);
  const classGroupId = In([...new Set(learners.map((learner) => learner.classGroupId))]);
  const meetings = await stage.units.inTransaction((manager) => manager.findBy(Meeting, { classGroupId }));
  const rows = learners
    .filter(({ story }) => story !== 'withdrawn')
    .flatMap((learner) =>
      lessons.flatMap(({ id: activityId, key, sessionId }) => {
        const chance = stage.chance(`lesson ${key} ${learner.key}`);
        const meeting = meetings.find(
          (one) => one.classGroupId === learner.classGroupId && one.sessionId === sessionId,
        );
        if (!meeting) return [];
        const at = new Date(meeting.startsAt.getTime() - (1 + chance.below(47)) * HOUR_MS);
        if (at > stage.now || (!isOver && chance.below(10) === 0)) return [];
        const { enrolmentId } = learner;
        const read = { state: 'done', score: null, criticalScore: null, mustPassMet: false };
        return [{ enrolmentId, activityId, ...read, at }];
      }),
    );
  await stage.insert(Progress, rows);
}
