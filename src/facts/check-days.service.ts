import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { Dictionary } from '../platform/i18n/words.js';
import { type CheckDays, checkDays } from './fact-check.js';

/** The days that decide which facts have to be checked. */
@Injectable()
export class CheckDaysService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly clock: Clock,
    private readonly dictionary: Dictionary,
  ) {}

  /** The local day, 2027-08-31. */
  today(): string {
    return this.dictionary.in('id').isoDay(this.clock.now());
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
