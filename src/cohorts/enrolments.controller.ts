import { Controller, Get, Post } from '@nestjs/common';
import { CampusesService } from '../people/campuses.service.js';
import { isOffice } from '../people/office.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { Arrived } from '../platform/uploads/arrived.js';
import { Uploads } from '../platform/uploads/uploads.interceptor.js';
import type { Upload } from '../platform/uploads/upload.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ImportForm } from './cohort.form.js';
import type { Cohort } from './cohort.entity.js';
import { CohortOverviewService } from './cohort-overview.service.js';
import { CohortsService } from './cohorts.service.js';
import { importPage, previewPage } from './enrolment-import.page.js';
import { EnrolmentImportsService } from './enrolment-imports.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

/** Who takes part: lists of students come in, and learners leave. */
@Roles('staff', 'admin')
@Controller('cohorts/:id/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly overview: CohortOverviewService,
    private readonly campuses: CampusesService,
    private readonly imports: EnrolmentImportsService,
    private readonly withdrawals: WithdrawalsService,
  ) {}

  @Get('import')
  async new(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const cohort = await this.cohorts.find(actor, id);
    return page('enrolments/import', await this.importModel(actor, cohort, Form.showing(), words));
  }

  /** First shows what the list would do; sent again with the agreement, does it. */
  @Post('import')
  @Uploads({ field: 'file', maxFiles: 1, maxBytes: 200_000 })
  async create(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(ImportForm) form: Form<ImportForm>,
    @Arrived() upload: Upload,
  ): Promise<Page | SeeOther> {
    const cohort = await this.cohorts.find(actor, id);
    const { list, problem } = await this.imports.listOf(form.value.list, upload);
    if (form.ok && problem) form.reject('list', problem);
    if (!form.ok) return rejected('enrolments/import', await this.importModel(actor, cohort, form, words));
    if (form.value.confirmed !== 'yes') {
      const plan = await this.imports.preview(id, list);
      return page(
        'enrolments/preview',
        previewPage(cohort, plan, list, words),
        plan.problems.length > 0 ? 422 : 200,
      );
    }
    const plan = await this.imports.import(actor, id, list);
    if (plan.problems.length > 0)
      return rejected('enrolments/preview', previewPage(cohort, plan, list, words));
    const count = plan.rows.filter(({ outcome }) => outcome !== 'same' && outcome !== 'withdrawn').length;
    return seeOther(`/cohorts/${id}`, 'cohorts.import.done', { count });
  }

  @Post(':enrolment/withdrawal')
  async withdraw(
    @Id() id: number,
    @Id('enrolment') enrolment: number,
    @Asking() actor: Actor,
  ): Promise<SeeOther> {
    await this.withdrawals.withdraw(actor, id, enrolment);
    return seeOther(`/cohorts/${id}`, 'cohorts.withdraw.done');
  }

  @Post(':enrolment/withdrawal/end')
  async takeBack(
    @Id() id: number,
    @Id('enrolment') enrolment: number,
    @Asking() actor: Actor,
  ): Promise<SeeOther> {
    await this.withdrawals.takeBack(actor, id, enrolment);
    return seeOther(`/cohorts/${id}`, 'cohorts.withdraw.takenBack');
  }

  private async importModel(actor: Actor, cohort: Cohort, form: Form<ImportForm>, words: Words) {
    const [campuses, classes] = await Promise.all([
      this.campuses.named(),
      this.overview.classesOf(cohort.id),
    ]);
    return importPage(cohort, { campuses, classes, managesCampuses: isOffice(actor) }, form, words);
  }
}
