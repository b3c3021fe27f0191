import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, InWords } from '../platform/web/parameters.js';
import { LeaveForm, LeavesQuery } from './leave.form.js';
import { leavesPage } from './leaves.page.js';
import { LeavesService } from './leaves.service.js';

/** Who has not handed in, and leave to do it though the penalty reaches no further. */
@Roles('instructor', 'staff', 'admin')
@Controller('grading/leaves')
export class LeavesController {
  constructor(private readonly leaves: LeavesService) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(LeavesQuery) { activity }: LeavesQuery,
  ): Promise<Page> {
    const { assignments, missed } = await this.leaves.list(actor, activity);
    return page('grading/leaves', leavesPage(assignments, activity, missed, words));
  }

  @Post()
  async create(@Asking() actor: Actor, @Filled(LeaveForm) form: Form<LeaveForm>): Promise<SeeOther> {
    if (!form.ok) throw new Refusal('grading.leaves.needsReason');
    const { activity, kind, submitter, reason } = form.value;
    await this.leaves.grant(actor, activity, { kind, id: submitter }, reason);
    return seeOther(`/grading/leaves?activity=${activity}`, 'grading.leaves.done');
  }
}
