import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { fullName } from '../people/person-name.js';
import type { Cohort } from './cohort.entity.js';
import { Enrolment, type EnrolmentStatus } from './enrolment.entity.js';
import { Group } from './group.entity.js';
import { Meeting } from './meeting.entity.js';

export interface ClassSummary {
  id: number;
  name: string;
  instructor: string;
}

export interface CohortFigures {
  /** Enrolments by status. */
  enrolments: Partial<Record<EnrolmentStatus, number>>;
  classes: ClassSummary[];
  /** With a session, over all classes. */
  meetings: { held: number; planned: number };
}

/** What the office sees of a cohort at a glance. */
@Injectable()
export class CohortOverviewService {
  constructor(
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    @InjectRepository(Group) private readonly groups: Repository<Group>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
  ) {}

  async figuresOf({ id: cohortId }: Pick<Cohort, 'id'>): Promise<CohortFigures> {
    const [enrolments, classes, held, planned] = await Promise.all([
      this.byStatus(cohortId),
      this.classesOf(cohortId),
      this.countMeetings(cohortId, "meeting.status = 'held'"),
      this.countMeetings(cohortId, "meeting.status <> 'cancelled'"),
    ]);
    return { enrolments, classes, meetings: { held, planned } };
  }

  /** The classes of a cohort by name, with who teaches them. */
  async classesOf(cohortId: number): Promise<ClassSummary[]> {
    const classes = await this.groups.find({
      where: { cohortId, kind: 'class' },
      relations: { supervisor: true },
      order: { name: 'ASC', id: 'ASC' },
    });
    return classes.map(({ id, name, supervisor }) => ({
      id,
      name,
      instructor: supervisor ? fullName(supervisor) : '',
    }));
  }

  private async byStatus(cohortId: number): Promise<CohortFigures['enrolments']> {
    const rows = await this.enrolments
      .createQueryBuilder('enrolment')
      .select(['enrolment.status AS "status"', 'COUNT(*) AS "count"'])
      .where('enrolment.cohortId = :cohortId', { cohortId })
      .groupBy('enrolment.status')
      .getRawMany<{ status: EnrolmentStatus; count: number | string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  private async countMeetings(cohortId: number, which: string): Promise<number> {
    return await this.meetings
      .createQueryBuilder('meeting')
      .innerJoin('meeting.classGroup', 'classGroup')
      .where('classGroup.cohortId = :cohortId AND meeting.sessionId IS NOT NULL', { cohortId })
      .andWhere(which)
      .getCount();
  }
}
