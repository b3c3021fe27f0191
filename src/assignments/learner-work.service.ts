import { Injectable } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { Actor } from '../platform/access/actor.js';
import { type LearnerWork, WorksService } from './works.service.js';

/** Finds work through the learner who asks. */
@Injectable()
export class LearnerWorkService {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly activities: ActivitiesService,
    private readonly works: WorksService,
  ) {}

  /** @throws Missing for an assignment of another course, or one that is not published. */
  async of(actor: Actor, activityId: number): Promise<LearnerWork> {
    const place = await this.enrolments.currentPlace(actor);
    const activity = await this.activities.published(place.cohort, activityId, 'assignment');
    const [work] = await this.works.load(actor, place, [activity]);
    if (!work) throw new Error('no work for an activity that was found');
    return work;
  }

  /** Of every assignment of the course, in the order of the syllabus. */
  async all(actor: Actor): Promise<LearnerWork[]> {
    const place = await this.enrolments.currentPlace(actor);
    const activities = await this.activities.allPublished(place.cohort);
    const assignments = activities.filter(({ kind }) => kind === 'assignment');
    return await this.works.load(actor, place, assignments);
  }
}
