import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Cohort } from '../cohorts/cohort.entity.js';
import { CourseModule } from '../courses/course.entity.js';
import { CampusesService } from '../people/campuses.service.js';
import { SettingsService } from '../platform/settings/settings.service.js';
import { CertificateFontsService } from './certificate-fonts.service.js';
import type { SharedFacts } from './edition-facts.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import type { PrintRun } from './print-run.js';
import { romanNumeral } from '../platform/roman-numeral.js';
import { SignatoriesService } from './signatories.service.js';

/** Gathers what all certificates of a cohort on one day have in common. */
@Injectable()
export class PrintRunsService {
  constructor(
    @InjectRepository(CourseModule) private readonly modules: Repository<CourseModule>,
    private readonly calendar: OfficeCalendarService,
    private readonly campuses: CampusesService,
    private readonly signatories: SignatoriesService,
    private readonly settings: SettingsService,
    private readonly fonts: CertificateFontsService,
  ) {}

  /** `cohort` with its course; `day` is the local day of issue, 2027-11-18. */
  async open(cohort: Cohort, day: string): Promise<PrintRun> {
    const campuses = await this.campuses.named(undefined, day);
    return {
      shared: await this.shared(cohort, day),
      campusNames: new Map(campuses.map(({ id, name }) => [id, name])),
      fonts: await this.fonts.open(),
    };
  }

  private async shared(
    { id, courseId, course, ordinal, startsOn, rules }: Cohort,
    day: string,
  ): Promise<SharedFacts> {
    const [settings, signatories, modules, period] = await Promise.all([
      this.settings.current(),
      this.signatories.on(day),
      this.modules.find({ where: { courseId }, order: { position: 'ASC' } }),
      this.calendar.daysOf(id),
    ]);
    const { place } = rules.certificate;
    return {
      organiser: { letterhead: settings.letterhead, name: settings.organiserName },
      course: { title: course.title, basis: settings.legalBasis || null },
      cohort: { label: romanNumeral(ordinal), ordinal },
      period: { ...(period ?? { from: startsOn, to: day }), place },
      issued: { place, on: day },
      signatories,
      modules: modules.map(({ title, hours }) => ({ title, hours })),
      practiceHours: course.practiceHours,
      minutesPerHour: settings.minutesPerHour,
    };
  }
}
