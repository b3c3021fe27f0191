import { Injectable } from '@nestjs/common';
import { AttendanceService } from '../attendance/attendance.service.js';
import { type AttendanceWarning, attendanceWarning } from '../attendance/early-warning.js';
import type { Cohort } from '../cohorts/cohort.entity.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Meeting } from '../cohorts/meeting.entity.js';
import { TaughtMeetingsService } from '../cohorts/taught-meetings.service.js';
import { FactListService } from '../facts/fact-list.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';

const DAY_MS = 86_400_000;

export interface Warned {
  cohort: Cohort;
  name: string;
  warning: AttendanceWarning;
}

export interface Workday {
  now: Date;
  /** From this morning to a week ahead. */
  meetings: Meeting[];
  /** Staff's; empty for others. */
  cohorts: Cohort[];
  warned: Warned[];
  /** How many facts have to be checked before the next cohort. */
  factsDue: number;
}

/** What somebody who teaches or runs the course has before them today. */
@Injectable()
export class WorkdayService {
  constructor(
    private readonly meetings: TaughtMeetingsService,
    private readonly cohorts: CohortsService,
    private readonly attendance: AttendanceService,
    private readonly facts: FactListService,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Workday> {
    const now = this.clock.now();
    const cohorts = hasRole(actor, 'staff', 'admin') ? await this.cohorts.all(actor) : [];
    const running = cohorts.filter(({ status }) => status === 'running');
    const [meetings, warned, factsDue] = await Promise.all([
      this.meetings.between(actor, new Date(now.getTime() - DAY_MS), new Date(now.getTime() + 7 * DAY_MS)),
      Promise.all(running.map((cohort) => this.warnedOf(cohort))),
      this.facts.countDue(actor),
    ]);
    return { now, meetings, cohorts, warned: warned.flat(), factsDue };
  }

  private async warnedOf(cohort: Cohort): Promise<Warned[]> {
    const learners = await this.attendance.marksInOrder(cohort.id);
    return learners.flatMap(({ name, statuses }) => {
      const warning = attendanceWarning(statuses);
      return warning ? [{ cohort, name, warning }] : [];
    });
  }
}
