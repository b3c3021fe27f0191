import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Meeting } from '../cohorts/meeting.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { instantOf } from '../platform/database/columns.js';
import { Dictionary } from '../platform/i18n/words.js';

/** Local days, as certificates bear them: 2027-11-18. */
@Injectable()
export class OfficeCalendarService {
  constructor(
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    private readonly clock: Clock,
    private readonly dictionary: Dictionary,
  ) {}

  today(): string {
    return this.dayOf(this.clock.now());
  }

  dayOf(at: Date): string {
    return this.dictionary.in('id').isoDay(at);
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
