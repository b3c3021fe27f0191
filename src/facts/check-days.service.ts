import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Formats } from '../platform/i18n/formats.js';
import { type CheckDays, checkDays } from './fact-check.js';

/** The days that decide which facts have to be checked. */
@Injectable()
export class CheckDaysService {
  private readonly formats: Formats;

  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly clock: Clock,
    @Inject(CONFIG) { timeZone }: Config,
  ) {
    this.formats = new Formats('id', timeZone);
  }

  /** The local day, 2027-08-31. */
  today(): string {
    return this.formats.isoDay(this.clock.now());
  }

  /** Of each course, by its last cohort. One query. */
  async of(): Promise<(courseId: number) => CheckDays> {
    const rows = await this.cohorts
      .createQueryBuilder('cohort')
      .select('cohort.courseId', 'courseId')
      .addSelect('MAX(cohort.startsOn)', 'lastStart')
      .groupBy('cohort.courseId')
      .getRawMany<{ courseId: number; lastStart: string }>();
    const starts = new Map(rows.map(({ courseId, lastStart }) => [courseId, lastStart]));
    const today = this.today();
    return (courseId) => checkDays(starts.get(courseId) ?? null, today);
  }
}
