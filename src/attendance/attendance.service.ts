import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { AttendanceSettings } from '../cohorts/cohort-rules.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import type { Session } from '../courses/session.entity.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { inList } from '../platform/database/in-list.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { type AttendanceCount, type AttendanceStatus, countAttendance } from './attendance-rules.js';

export interface AttendedMeeting {
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'> & { session: Pick<Session, 'number' | 'title'> };
  status: AttendanceStatus | null;
  isRepaired: boolean;
}

interface LearnerMarks {
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
    const rows = await this.meetings.query<AttendedRow[]>(ATTENDED, [
      place.enrolmentId,
      place.groups.class.id,
    ]);
    return rows.map(({ startsAt, endsAt, number, title, status, isRepaired }) => ({
      meeting: { startsAt: instantOf(startsAt), endsAt: instantOf(endsAt), session: { number, title } },
      status,
      isRepaired: Boolean(isRepaired),
    }));
  }

  /** A learner's marks by meeting. */
  async marksOf(enrolmentId: number): Promise<Map<number, Pick<AttendanceMark, 'status' | 'isRepaired'>>> {
    const rows = await this.marks.query<MarkRow[]>(`${MARKS} WHERE enrolment_id = ?`, [enrolmentId]);
    return new Map(rows.map((row) => [row.meetingId, markOf(row)]));
  }

  /** By enrolment; who has no mark yet has a count of nothing. */
  async countsOf(
    enrolmentIds: readonly number[],
    settings: AttendanceSettings,
  ): Promise<Map<number, AttendanceCount>> {
    const sql = `${MARKS} WHERE enrolment_id IN (${inList(enrolmentIds)})`;
    const marks = (await this.marks.query<MarkRow[]>(sql, [...enrolmentIds])).map(markOf);
    const byEnrolment = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
    return new Map(enrolmentIds.map((id) => [id, countAttendance(byEnrolment.get(id) ?? [], settings)]));
  }

  /**
   * By enrolment: how many meetings with a session its class has, and how many of them were held: the register
   * was taken, or they have ended. One query.
   */
  async meetingsHeld(
    enrolmentIds: readonly number[],
    now: Date,
  ): Promise<Map<number, { planned: number; held: number }>> {
    const sql = `${HELD} AND gm.enrolment_id IN (${inList(enrolmentIds)}) GROUP BY gm.enrolment_id`;
    const rows = await this.meetings.query<HeldRow[]>(sql, [now, ...enrolmentIds]);
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

const ATTENDED = `
  SELECT m.starts_at AS startsAt, m.ends_at AS endsAt, s.number, s.title, a.status, a.is_repaired AS isRepaired
    FROM meetings m
    JOIN sessions s ON s.id = m.session_id
    LEFT JOIN attendance_marks a ON a.meeting_id = m.id AND a.enrolment_id = ?
   WHERE m.class_group_id = ?
   ORDER BY m.starts_at`;

const MARKS = `
  SELECT enrolment_id AS enrolmentId, meeting_id AS meetingId, status, is_repaired AS isRepaired FROM attendance_marks`;

const HELD = `
  SELECT gm.enrolment_id AS enrolmentId, COUNT(*) AS planned,
         SUM(CASE WHEN m.ends_at <= ? OR m.status = 'held' THEN 1 ELSE 0 END) AS held
    FROM group_members gm
    JOIN meetings m ON m.class_group_id = gm.group_id
   WHERE m.session_id IS NOT NULL AND m.status <> 'cancelled'`;

interface AttendedRow {
  startsAt: RawInstant;
  endsAt: RawInstant;
  number: number;
  title: string;
  status: AttendanceStatus | null;
  isRepaired: number | null;
}

interface MarkRow extends Pick<AttendanceMark, 'enrolmentId' | 'meetingId' | 'status'> {
  isRepaired: number;
}

interface HeldRow {
  enrolmentId: number;
  planned: number;
  held: number;
}

const markOf = (row: MarkRow) => ({ ...row, isRepaired: Boolean(row.isRepaired) });
