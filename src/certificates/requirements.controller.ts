import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { WaiverForm, WaiverRemovalForm } from './board.form.js';
import { requirementsPage } from './requirements.page.js';
import { WaivingService } from './waiving.service.js';

/** One enrolment before the board: each requirement, and what it may be freed of. */
@Roles('staff', 'admin')
@Controller('cohorts/:cohortId/certificates/enrolments/:id')
export class RequirementsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly waiving: WaivingService,
  ) {}

  @Get()
  async show(
    @Id('cohortId') cohortId: number,
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
  ): Promise<Page> {
    return page(
      'certificate-board/requirements',
      await this.model(actor, cohortId, id, Form.showing(), words),
    );
  }

  @Post('waivers')
  async waive(
    @Id('cohortId') cohortId: number,
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(WaiverForm) form: Form<WaiverForm>,
    @InWords() words: Words,
  ): Promise<Page | SeeOther> {
    if (!form.ok) {
      return rejected('certificate-board/requirements', await this.model(actor, cohortId, id, form, words));
    }
    const cohort = await this.cohorts.find(actor, cohortId);
    await this.waiving.waive(actor, cohort, id, form.value.requirement, form.value.reason);
    return seeOther(`/cohorts/${cohortId}/certificates/enrolments/${id}`, 'certificates.waived');
  }

  @Post('waivers/removal')
  async unwaive(
    @Id('cohortId') cohortId: number,
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(WaiverRemovalForm) form: Form<WaiverRemovalForm>,
  ): Promise<SeeOther> {
    if (!form.ok) throw new Missing('waiver');
    const cohort = await this.cohorts.find(actor, cohortId);
    await this.waiving.withdraw(actor, cohort, id, form.value.requirement);
    return seeOther(`/cohorts/${cohortId}/certificates/enrolments/${id}`, 'certificates.unwaived');
  }

  private async model(actor: Actor, cohortId: number, id: number, form: Form<WaiverForm>, words: Words) {
    const cohort = await this.cohorts.find(actor, cohortId);
    return requirementsPage(cohort, await this.waiving.line(cohort, id), form, words);
  }
}
