import { Injectable } from '@nestjs/common';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { LessonContent } from '../courses/activity-content.js';
import type { Course } from '../courses/course.entity.js';
import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { GlossaryService } from '../courses/glossary.service.js';
import { OutlineService } from '../courses/outline.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { LearnerCourseService } from './learner-course.service.js';
import type { LearnerActivity, LearnerSession } from './learner-session.js';
import { MaterialAccessService } from './material-access.service.js';
import { openedLessons } from './opened-lessons.js';

export interface CoursePrint {
  course: Course;
  /** Of the learner whose course it is; null for who teaches or runs it. */
  cohort: LearnerPlace['cohort'] | null;
  /** Those of which something is open, with what is. */
  sessions: { session: LearnerSession; lessons: PrintedLesson[] }[];
  /** Those that these lessons explain. */
  terms: GlossaryTerm[];
  now: Date;
}

export interface PrintedLesson {
  lesson: LearnerActivity;
  content: LessonContent;
}

/** Gathers the lessons of a course on one sheet: for a learner those that are open, for who teaches it all. */
@Injectable()
export class CoursePrintsService {
  constructor(
    private readonly access: MaterialAccessService,
    private readonly outlines: OutlineService,
    private readonly learnerCourse: LearnerCourseService,
    private readonly activities: ActivitiesService,
    private readonly glossary: GlossaryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes nothing. The number of queries does not depend on the lessons.
   *
   * @throws Missing for a course that the actor neither takes nor teaches
   */
  async of(actor: Actor, courseId: number): Promise<CoursePrint> {
    const place = await this.access.placeIn(actor, courseId);
    const course = await this.outlines.course(courseId);
    const { sessions } = place
      ? await this.learnerCourse.of(place)
      : await this.learnerCourse.preview(courseId);
    const opened = sessions.map((session) => ({ session, lessons: openedLessons([session]) }));
    const ids = opened.flatMap(({ lessons }) => lessons.map(({ versionId }) => versionId));
    const versions = await this.activities.contents<'lesson'>(ids);
    const printed = opened.map(({ session, lessons }) => ({
      session,
      lessons: lessons.flatMap((lesson): PrintedLesson[] => {
        const content = versions.get(lesson.versionId);
        return content ? [{ lesson, content }] : [];
      }),
    }));
    const keys = new Set([...versions.values()].flatMap(({ terms = [] }) => terms));
    return {
      course,
      cohort: place?.cohort ?? null,
      sessions: printed.filter(({ lessons }) => lessons.length > 0),
      terms: await this.glossary.named(courseId, [...keys]),
      now: this.clock.now(),
    };
  }
}
