import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { AttendanceSettings } from '../cohorts/cohort-rules.js';
import { GroupMember } from '../cohorts/group.entity.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { type AttendanceCount, type AttendanceStatus, countAttendance } from './attendance-rules.js';

export interface AttendedMeeting {
  meeting: Meeting;
  status: AttendanceStatus | null;
  isRepaired: boolean;
}

export interface LearnerMarks {
  enrolmentId: number;
  name: string;
  statuses: AttendanceStatus[];
}

/** What the marks say of a learner, and of many. */
@Injectable()
export class AttendanceService {
  constructor(
    @InjectRepository(AttendanceMark) private readonly marks: Repository<AttendanceMark>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
  ) {}

  /** The meetings of the learner's class that have a session, in order, each with the learner's mark. */
  async meetingsOf(place: LearnerPlace): Promise<AttendedMeeting[]> {
    if (!place.groups.class) return [];
    const [meetings, marks] = await Promise.all([
      this.meetings.find({
        where: { classGroupId: place.groups.class.id },
        relations: { session: true },
        order: { startsAt: 'ASC' },
      }),
      this.marks.findBy({ enrolmentId: place.enrolmentId }),
    ]);
    const byMeeting = new Map(marks.map((mark) => [mark.meetingId, mark]));
    return meetings
      .filter(({ session }) => session !== null)
      .map((meeting) => {
        const mark = byMeeting.get(meeting.id);
        return { meeting, status: mark?.status ?? null, isRepaired: mark?.isRepaired ?? false };
      });
  }

  /** A learner's marks by meeting. */
  async marksOf(enrolmentId: number): Promise<Map<number, Pick<AttendanceMark, 'status' | 'isRepaired'>>> {
    const rows = await this.marks
      .createQueryBuilder('mark')
      .where('mark.enrolmentId = :enrolmentId', { enrolmentId })
      .select(['mark.meetingId AS "meetingId"', 'mark.status AS "status"', 'mark.isRepaired AS "isRepaired"'])
      .getRawMany<{ meetingId: number; status: AttendanceStatus; isRepaired: number }>();
    return new Map(
      rows.map(({ meetingId, status, isRepaired }) => [
        meetingId,
        { status, isRepaired: Boolean(isRepaired) },
      ]),
    );
  }

  /** By enrolment; who has no mark yet has a count of nothing. */
  async countsOf(
    enrolmentIds: readonly number[],
    settings: AttendanceSettings,
  ): Promise<Map<number, AttendanceCount>> {
    const marks = await this.marks.findBy({ enrolmentId: In([...enrolmentIds]) });
    const byEnrolment = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
    return new Map(enrolmentIds.map((id) => [id, countAttendance(byEnrolment.get(id) ?? [], settings)]));
  }

  /**
   * By enrolment: how many meetings with a session its class has, and how many of them were held: the register
   * was taken, or they have ended. One query.
   */
  async meetingsHeld(cohortId: number, now: Date): Promise<Map<number, { planned: number; held: number }>> {
    const rows = await this.meetings
      .createQueryBuilder('meeting')
      .innerJoin(GroupMember, 'member', 'member.groupId = meeting.classGroupId')
      .innerJoin('member.enrolment', 'enrolment')
      .where(
        "enrolment.cohortId = :cohortId AND meeting.sessionId IS NOT NULL AND meeting.status <> 'cancelled'",
      )
      .setParameters({ cohortId, now })
      .groupBy('enrolment.id')
      .select('enrolment.id', 'enrolmentId')
      .addSelect('COUNT(*)', 'planned')
      .addSelect("SUM(CASE WHEN meeting.endsAt <= :now OR meeting.status = 'held' THEN 1 ELSE 0 END)", 'held')
      .getRawMany<{ enrolmentId: number; planned: number; held: number }>();
    return new Map(
      rows.map(({ enrolmentId, planned, held }) => [enrolmentId, { planned, held: Number(held) }]),
    );
  }

  /** Who is in a cohort, with the marks so far in the order of the meetings. One query. */
  async marksInOrder(cohortId: number): Promise<LearnerMarks[]> {
    const rows = await this.marks
      .createQueryBuilder('mark')
      .innerJoin('mark.meeting', 'meeting')
      .innerJoin('mark.enrolment', 'enrolment')
      .innerJoin('enrolment.person', 'person')
      .where("enrolment.cohortId = :cohortId AND enrolment.status = 'active'", { cohortId })
      .orderBy('person.name')
      .addOrderBy('enrolment.id')
      .addOrderBy('meeting.startsAt')
      .select(['enrolment.id AS "enrolmentId"', 'person.name AS "name"', 'mark.status AS "status"'])
      .getRawMany<{ enrolmentId: number; name: string; status: AttendanceStatus }>();
    return [...Map.groupBy(rows, ({ enrolmentId }) => enrolmentId).values()].map((own) => ({
      enrolmentId: own[0]?.enrolmentId ?? 0,
      name: own[0]?.name ?? '',
      statuses: own.map(({ status }) => status),
    }));
  }
}
