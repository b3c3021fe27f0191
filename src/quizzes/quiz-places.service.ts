import { Injectable } from '@nestjs/common';
import { ActivityDatesService } from '../cohorts/activity-dates.service.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import type { QuizContent } from '../courses/activity-content.js';
import type { Actor } from '../platform/access/actor.js';
import type { AttemptWindow } from './attempt-rules.js';

/** A quiz as one learner meets it: its published version, and when this learner may take it. */
export interface QuizPlace {
  place: LearnerPlace;
  activity: PublishedActivity;
  versionId: number;
  content: QuizContent;
  window: AttemptWindow;
}

@Injectable()
export class QuizPlacesService {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly activities: ActivitiesService,
    private readonly dates: ActivityDatesService,
  ) {}

  /** A quiz of the learner's present course. @throws Missing for any other, and for who is enrolled nowhere */
  async of(actor: Actor, quizId: number): Promise<QuizPlace> {
    return this.in(await this.enrolments.currentPlace(actor), quizId);
  }

  /** @throws Missing for a quiz of another course */
  async in(place: LearnerPlace, quizId: number): Promise<QuizPlace> {
    const activity = await this.activities.published(place.cohort, quizId, 'quiz');
    const versionId = activity.currentVersionId;
    const [version, { opensAt, dueAt, extraMinutes }] = await Promise.all([
      this.activities.version(versionId),
      this.dates.datesOf(place, activity),
    ]);
    const isPlanned = opensAt !== null || activity.opensRule === null;
    const window = { isActive: place.status === 'active', isPlanned, opensAt, dueAt, extraMinutes };
    return { place, activity, versionId, content: version.content as QuizContent, window };
  }
}
