import { Injectable } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { TaughtCoursesService } from '../cohorts/taught-courses.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';

/** As whom somebody reads the material of a course. */
@Injectable()
export class MaterialAccessService {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly taught: TaughtCoursesService,
  ) {}

  /** The place of a learner of this course; null for who teaches or runs it. @throws Missing for everybody else */
  async placeIn(actor: Actor, courseId: number): Promise<LearnerPlace | null> {
    const place = await this.learner(actor);
    if (place?.cohort.courseId === courseId) return place;
    if (await this.teaches(actor, courseId)) return null;
    throw new Missing('course');
  }

  /** Those whose material somebody may read, as a learner or because they teach or run them. */
  async readable(actor: Actor): Promise<ReadonlySet<number>> {
    const place = await this.learner(actor);
    const courses = await this.courses(actor);
    return new Set([...(place ? [place.cohort.courseId] : []), ...courses.map(({ id }) => id)]);
  }

  /** Null for who is no learner now. */
  learner(actor: Actor): Promise<LearnerPlace | null> {
    return hasRole(actor, 'student') ? this.enrolments.placeOf(actor) : Promise.resolve(null);
  }

  /** Whether somebody teaches or runs this course. */
  async teaches(actor: Actor, courseId: number): Promise<boolean> {
    return (await this.courses(actor)).some(({ id }) => id === courseId);
  }

  /** The courses that somebody teaches or runs. */
  courses(actor: Actor): Promise<{ id: number; title: string }[]> {
    return hasRole(actor, 'instructor', 'staff', 'admin') ? this.taught.of(actor) : Promise.resolve([]);
  }
}
