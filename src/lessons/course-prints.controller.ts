import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { coursePrintPage } from './course-print.page.js';
import { CoursePrintsService } from './course-prints.service.js';

@Roles('student', 'instructor', 'staff', 'admin')
@Controller('courses/:id')
export class CoursePrintsController {
  constructor(private readonly prints: CoursePrintsService) {}

  /** The lessons of a course on one sheet, to be printed. */
  @Get('print')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('course/print', coursePrintPage(await this.prints.of(actor, id), words));
  }
}
