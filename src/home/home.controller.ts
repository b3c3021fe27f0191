import { Controller, Get } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { Public, SignedIn } from '../platform/access/access.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { greetingPage } from './greeting.page.js';
import { landingPage } from './landing.page.js';
import { ProgrammeService } from './programme.service.js';
import { studentHomePage } from './student-home.page.js';
import { StudentHomeService } from './student-home.service.js';
import { workdayPage } from './workday.page.js';
import { WorkdayService } from './workday.service.js';

@Controller()
export class HomeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly enrolments: EnrolmentsService,
    private readonly students: StudentHomeService,
    private readonly workday: WorkdayService,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get()
  async landing(@InWords() words: Words): Promise<Page> {
    return page('home/landing', landingPage(await this.programme.current(), words));
  }

  /** What now? Answered by the role: a person of several is first of all a learner. */
  @SignedIn()
  @Get('home')
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const place = hasRole(actor, 'student') ? await this.enrolments.placeOf(actor) : null;
    if (place) return page('home/student', studentHomePage(await this.students.of(place), actor, words));
    if (hasRole(actor, 'instructor', 'staff', 'admin'))
      return page('home/workday', workdayPage(await this.workday.of(actor), actor, words));
    return page('home/show', {
      ...greetingPage(actor, this.clock.now(), words),
      isCoordinator: hasRole(actor, 'coordinator'),
      isUnenrolled: hasRole(actor, 'student'),
    });
  }
}
