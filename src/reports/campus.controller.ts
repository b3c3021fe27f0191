import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asked, Asking, InWords } from '../platform/web/parameters.js';
import { CampusQuery } from './campus.form.js';
import { campusPage } from './campus.page.js';
import { CampusStudentsService } from './campus-students.service.js';

/** What a campus may know of its own students: to read, and nothing else. */
@Roles('coordinator')
@Controller('campus')
export class CampusController {
  constructor(private readonly students: CampusStudentsService) {}

  @Get()
  async show(
    @Asking() actor: Actor,
    @Asked(CampusQuery) query: CampusQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    return page('campus/show', campusPage(await this.students.view(actor, query), query, words));
  }
}
