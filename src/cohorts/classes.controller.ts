import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asked, Asking, Id, InWords } from '../platform/web/parameters.js';
import { ClassTimetableService } from './class-timetable.service.js';
import { GroupsQuery, TimetableQuery } from './cohort.form.js';
import { CohortOverviewService } from './cohort-overview.service.js';
import { CohortsService } from './cohorts.service.js';
import { GroupListService } from './group-list.service.js';
import { groupsPage } from './groups.page.js';
import { timetablePage } from './timetable.page.js';

/** How a cohort is divided, and when its classes meet. */
@Roles('staff', 'admin')
@Controller('cohorts/:id')
export class ClassesController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly overview: CohortOverviewService,
    private readonly timetables: ClassTimetableService,
    private readonly groups: GroupListService,
  ) {}

  @Get('timetable')
  async timetable(
    @Id() id: number,
    @Asking() actor: Actor,
    @Asked(TimetableQuery) query: TimetableQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const cohort = await this.cohorts.find(actor, id);
    const classes = await this.overview.classesOf(id);
    const chosen = classes.find(({ id: group }) => group === query.group) ?? classes[0] ?? null;
    const meetings = chosen ? await this.timetables.of(chosen.id) : [];
    return page('cohorts/timetable', timetablePage(cohort, classes, chosen, meetings, words));
  }

  @Get('groups')
  async index(
    @Id() id: number,
    @Asking() actor: Actor,
    @Asked(GroupsQuery) { kind, page: number }: GroupsQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const cohort = await this.cohorts.find(actor, id);
    const groups = await this.groups.page(id, kind, number);
    return page('cohorts/groups', groupsPage(cohort, kind, groups, words));
  }
}
