import { Injectable } from '@nestjs/common';
import { openness } from '../cohorts/activity-dates.js';
import { ActivityDatesService } from '../cohorts/activity-dates.service.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Progress } from '../progress/progress.entity.js';
import { ProgressService } from '../progress/progress.service.js';

/** Keeps what learners say of their reading. */
@Injectable()
export class LessonMarksService {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly activities: ActivitiesService,
    private readonly dates: ActivityDatesService,
    private readonly progress: ProgressService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The learner has opened the lesson (`started`) or read it (`done`). Saying it again changes nothing, and what is
   * done stays done.
   *
   * @throws Missing where it is no lesson of the learner's course; Refusal before it opens and after the course
   */
  async mark(actor: Actor, lessonId: number, state: 'started' | 'done'): Promise<void> {
    const place = await this.enrolments.currentPlace(actor);
    const lesson = await this.activities.published(place.cohort, lessonId, 'lesson');
    const now = this.clock.now();
    const dates = await this.dates.datesOf(place, lesson);
    if (openness(lesson, dates, now) === 'closed') throw new Refusal('lessons.notOpenYet');
    if (place.status !== 'active') throw new Refusal('lessons.courseOver');
    const key = { enrolmentId: place.enrolmentId, activityId: lessonId };
    await this.units.inTransaction(async (manager) => {
      const before = await manager.findOne(Progress, { where: key, ...locked(manager) });
      if (before?.state === 'done' || before?.state === state) return;
      const judged = { score: null, criticalScore: null, mustPassMet: false };
      await this.progress.record(manager, { ...key, ...judged, state, at: now });
    });
  }
}
