import { Controller, Get } from '@nestjs/common';
import { AttendanceService } from '../attendance/attendance.service.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { progressPage } from './progress.page.js';
import { requirementsOf } from './requirement-list.js';
import { StandingsService } from './standings.service.js';
import { WaiversService } from './waivers.service.js';

@Roles('student')
@Controller('progress')
export class ProgressController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly standings: StandingsService,
    private readonly waivers: WaiversService,
    private readonly attendance: AttendanceService,
  ) {}

  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const place = await this.enrolments.placeOf(actor);
    if (!place) return page('progress/none', { title: 'results.progress.title' });
    const [own, waivers, meetings] = await Promise.all([
      this.standings.ofLearner(place),
      this.waivers.of(place.enrolmentId),
      this.attendance.meetingsOf(place),
    ]);
    const requirements = requirementsOf(place.cohort.rules);
    return page(
      'progress/show',
      progressPage({ place, name: actor.displayName, own, requirements, waivers, meetings }, words),
    );
  }
}
