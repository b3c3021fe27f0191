import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asked, Asking, InWords } from '../platform/web/parameters.js';
import { coursePage, previewPage, unenrolledPage } from './course.page.js';
import { CourseQuery } from './course.form.js';
import { LearnerCourseService } from './learner-course.service.js';
import { MaterialAccessService } from './material-access.service.js';

@Roles('student', 'instructor', 'staff', 'admin')
@Controller('course')
export class CourseController {
  constructor(
    private readonly access: MaterialAccessService,
    private readonly course: LearnerCourseService,
    private readonly clock: Clock,
  ) {}

  /** The path of the learner's class; for who teaches, the plan of a course of theirs. */
  @Get()
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(CourseQuery) query: CourseQuery,
  ): Promise<Page> {
    const place = await this.access.learner(actor);
    if (place) {
      const { sessions } = await this.course.of(place);
      return page(
        'course/show',
        coursePage(sessions, { courseId: place.cohort.courseId, now: this.clock.now() }, words),
      );
    }
    const courses = await this.access.courses(actor);
    const chosen = courses.find(({ id }) => id === query.course) ?? courses[0];
    if (!chosen) return page('course/show', unenrolledPage(actor));
    const { sessions } = await this.course.preview(chosen.id);
    return page('course/show', previewPage(sessions, chosen, courses, { actor, words }));
  }
}
