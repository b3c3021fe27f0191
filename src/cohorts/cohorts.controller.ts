import { Controller, Get, Post } from '@nestjs/common';
import { isOffice } from '../people/office.js';
import { RoleHoldersService } from '../people/role-holders.service.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { readClasses } from './class-rows.js';
import { CohortForm, EnrolmentsQuery, StatusForm } from './cohort.form.js';
import { cohortPage } from './cohort.page.js';
import { CohortOpeningsService } from './cohort-openings.service.js';
import { CohortOverviewService } from './cohort-overview.service.js';
import { cohortsPage } from './cohorts.page.js';
import { CohortsService } from './cohorts.service.js';
import { EnrolmentListService } from './enrolment-list.service.js';
import { freshCohortPage, rejectedCohortPage } from './new-cohort.page.js';
import { fieldOf } from './opening-problem.js';

@Roles('staff', 'admin')
@Controller('cohorts')
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly openings: CohortOpeningsService,
    private readonly overview: CohortOverviewService,
    private readonly enrolments: EnrolmentListService,
    private readonly holders: RoleHoldersService,
  ) {}

  @Get()
  async index(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('cohorts/index', cohortsPage(await this.cohorts.all(actor), isOffice(actor), words));
  }

  @Get('new')
  async new(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const choices = await this.choices(actor);
    const ordinal = await this.openings.nextOrdinal(choices.courses[0]?.id ?? 0);
    return page('cohorts/new', freshCohortPage(choices, ordinal, words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(CohortForm) form: Form<CohortForm>,
  ): Promise<Page | SeeOther> {
    const choices = await this.choices(actor);
    const instructors = new Set(choices.instructors.map(({ id }) => id));
    const { classes, errors } = readClasses(form.value, instructors);
    Object.assign(form.errors, errors);
    if (!form.ok) return rejected('cohorts/new', rejectedCohortPage(choices, form, words));
    const { course: courseId, ordinal, label, startsOn } = form.value;
    const opening = await this.openings.open(actor, { courseId, ordinal, label, startsOn, classes });
    if ('cohortId' in opening) return seeOther(`/cohorts/${opening.cohortId}`, 'cohorts.new.opened');
    const { field, message } = fieldOf(opening);
    form.reject(field, message.key, message.values);
    return rejected('cohorts/new', rejectedCohortPage(choices, form, words));
  }

  @Get(':id')
  async show(
    @Id() id: number,
    @Asking() actor: Actor,
    @Asked(EnrolmentsQuery) query: EnrolmentsQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const cohort = await this.cohorts.find(actor, id);
    const [figures, enrolments] = await Promise.all([
      this.overview.figuresOf(cohort),
      this.enrolments.page(id, query, query.page),
    ]);
    return page('cohorts/show', cohortPage({ cohort, figures, filter: query, enrolments }, words));
  }

  @Post(':id/status')
  async updateStatus(
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(StatusForm) form: Form<StatusForm>,
  ): Promise<SeeOther> {
    if (form.ok) await this.cohorts.become(actor, id, form.value.status);
    return seeOther(`/cohorts/${id}`, form.ok ? `cohorts.became.${form.value.status}` : undefined);
  }

  private async choices(actor: Actor) {
    const [courses, instructors] = await Promise.all([
      this.openings.coursesFor(actor),
      this.holders.of('instructor'),
    ]);
    return { courses, instructors };
  }
}
