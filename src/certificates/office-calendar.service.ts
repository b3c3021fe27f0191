import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Meeting } from '../cohorts/meeting.entity.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { instantOf } from '../platform/database/columns.js';
import { Formats } from '../platform/i18n/formats.js';

/** Local days, as certificates bear them: 2027-11-18. */
@Injectable()
export class OfficeCalendarService {
  private readonly formats: Formats;

  constructor(
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    private readonly clock: Clock,
    @Inject(CONFIG) { timeZone }: Config,
  ) {
    this.formats = new Formats('id', timeZone);
  }

  today(): string {
    return this.dayOf(this.clock.now());
  }

  dayOf(at: Date): string {
    return this.formats.isoDay(at);
  }

  /** The days of a cohort's first and last session; spare slots do not count. Null where there are none. */
  async daysOf(cohortId: number): Promise<{ from: string; to: string } | null> {
    const row = await this.meetings
      .createQueryBuilder('meeting')
      .innerJoin('meeting.classGroup', 'classGroup')
      .where(
        "classGroup.cohortId = :cohortId AND meeting.sessionId IS NOT NULL AND meeting.status <> 'cancelled'",
        {
          cohortId,
        },
      )
      .select(['MIN(meeting.startsAt) AS "first"', 'MAX(meeting.startsAt) AS "last"'])
      .getRawOne<{ first: string | Date | null; last: string | Date | null }>();
    if (!row?.first || !row.last) return null;
    return { from: this.dayOf(instantOf(row.first)), to: this.dayOf(instantOf(row.last)) };
  }
}
