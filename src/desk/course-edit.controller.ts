import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { courseEditPage } from './course-edit.page.js';
import { CourseEditingService } from './course-editing.service.js';
import { CoursePlanService } from './course-plan.service.js';

/** The course for who writes it: what there is, and the way to each editor. */
@Roles('instructor', 'staff', 'admin')
@Controller('courses/:id/edit')
export class CourseEditController {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly plan: CoursePlanService,
  ) {}

  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const course = await this.editing.course(actor, id);
    return page('desk/course', courseEditPage(course, await this.plan.of(id), words));
  }
}
