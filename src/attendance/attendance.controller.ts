import { Controller, Get } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { attendancePage } from './attendance.page.js';
import { AttendanceService } from './attendance.service.js';

@Roles('student')
@Controller('attendance')
export class AttendanceController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly attendance: AttendanceService,
  ) {}

  /** The learner's own marks so far. */
  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const place = await this.enrolments.placeOf(actor);
    const meetings = place ? await this.attendance.meetingsOf(place) : [];
    return page('attendance/show', attendancePage(meetings, place?.cohort.rules.attendance ?? null, words));
  }
}
