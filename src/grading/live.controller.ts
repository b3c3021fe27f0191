import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, InWords } from '../platform/web/parameters.js';
import { LiveListService } from './live-list.service.js';
import { LiveOpeningsService } from './live-openings.service.js';
import { LiveForm, LiveQuery } from './live.form.js';
import { livePage } from './live.page.js';

/** What is judged live: nothing is handed in, so the class stands in a list, and whoever is opened gets a desk. */
@Roles('instructor', 'staff', 'admin')
@Controller('grading/live')
export class LiveController {
  constructor(
    private readonly lists: LiveListService,
    private readonly openings: LiveOpeningsService,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(LiveQuery) chosen: LiveQuery,
  ): Promise<Page> {
    return page('grading/live', livePage(await this.lists.list(actor, chosen), words));
  }

  @Post()
  async create(@Asking() actor: Actor, @Filled(LiveForm) form: Form<LiveForm>): Promise<SeeOther> {
    if (!form.ok) throw new Missing('enrolment');
    return seeOther(await this.openings.open(actor, form.value.activity, form.value.enrolment));
  }
}
