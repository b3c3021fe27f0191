import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { GroupMember } from '../cohorts/group.entity.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { TaughtMeetingsService } from '../cohorts/taught-meetings.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AttendanceChange, AttendanceMark } from './attendance-mark.entity.js';
import type { AttendanceStatus } from './attendance-rules.js';
import { isRegisterOpen, type SeenRow, splitBySeen } from './register-rules.js';

export interface RegisterRow {
  enrolmentId: number;
  name: string;
  nim: string | null;
  status: AttendanceStatus | null;
  method: AttendanceMark['method'] | null;
  at: Date | null;
}

export interface Register {
  meeting: Meeting;
  isOpen: boolean;
  rows: RegisterRow[];
}

export interface RegisterOutcome {
  changed: number;
  /** Learners whose mark somebody else changed meanwhile; theirs stands. */
  conflicts: number[];
}

/** The register of one meeting: who was there, taken by whoever teaches it. */
@Injectable()
export class RegisterService {
  constructor(
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    private readonly meetings: TaughtMeetingsService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where the meeting is not the actor's */
  async open(actor: Actor, meetingId: number): Promise<Register> {
    const meeting = await this.meetings.meeting(actor, meetingId);
    const rows = await this.rowsOf(meeting);
    return { meeting, isOpen: isRegisterOpen(meeting.startsAt, this.clock.now()), rows };
  }

  /**
   * Writes the marks that differ from what the page had seen; a row that somebody else has changed since keeps
   * what they wrote. Every change is kept.
   * @throws Missing; Refusal before the register opens
   */
  async save(actor: Actor, meetingId: number, wanted: readonly SeenRow[]): Promise<RegisterOutcome> {
    const { meeting, isOpen, rows } = await this.open(actor, meetingId);
    if (!isOpen) throw new Refusal('attendance.notYetOpen');
    const known = new Set(rows.map(({ enrolmentId }) => enrolmentId));
    const own = wanted.filter(({ enrolmentId }) => known.has(enrolmentId));
    const now = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      await manager.update(Meeting, { id: meeting.id }, { status: 'held' });
      const marks = await manager.findBy(AttendanceMark, { meetingId });
      const { toWrite, conflicts } = splitBySeen(
        own,
        new Map(marks.map((mark) => [mark.enrolmentId, mark.status])),
      );
      for (const row of toWrite) await write(manager, meetingId, row, { actor, now });
      return { changed: toWrite.length, conflicts: conflicts.map(({ enrolmentId }) => enrolmentId) };
    });
  }

  private rowsOf(meeting: Meeting): Promise<RegisterRow[]> {
    return this.members
      .createQueryBuilder('member')
      .innerJoin('member.enrolment', 'enrolment', "enrolment.status IN ('active', 'finished')")
      .innerJoin('enrolment.person', 'person')
      .leftJoin('enrolment.studentRecord', 'record')
      .leftJoin(AttendanceMark, 'mark', 'mark.enrolmentId = enrolment.id AND mark.meetingId = :meeting', {
        meeting: meeting.id,
      })
      .where('member.groupId = :group', { group: meeting.classGroupId })
      .orderBy('person.name')
      .addOrderBy('enrolment.id')
      .select(['enrolment.id AS "enrolmentId"', 'person.name AS "name"', 'record.nim AS "nim"'])
      .addSelect(['mark.status AS "status"', 'mark.method AS "method"', 'mark.at AS "at"'])
      .getRawMany<RegisterRow>();
  }
}

async function write(
  manager: EntityManager,
  meetingId: number,
  { enrolmentId, seen, wanted }: SeenRow & { wanted: AttendanceStatus },
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const by = actor.personId;
  const mark = {
    meetingId,
    enrolmentId,
    status: wanted,
    isRepaired: false,
    method: 'register' as const,
    at: now,
    markedById: by,
  };
  await manager.upsert(AttendanceMark, mark, ['meetingId', 'enrolmentId']);
  await manager.insert(AttendanceChange, {
    meetingId,
    enrolmentId,
    before: seen,
    after: wanted,
    at: now,
    changedById: by,
  });
}
