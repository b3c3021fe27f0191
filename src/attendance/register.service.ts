import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { GroupMember } from '../cohorts/group.entity.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { TaughtMeetingsService } from '../cohorts/taught-meetings.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AttendanceChange, AttendanceMark } from './attendance-mark.entity.js';
import { type AttendanceStatus, isRepairedMark } from './attendance-rules.js';
import { isRegisterOpen, type SeenRow, splitBySeen, type Stored } from './register-rules.js';

export interface RegisterRow {
  enrolmentId: number;
  name: string;
  nim: string | null;
  status: AttendanceStatus | null;
  /** A make-up task was accepted. */
  isRepaired: boolean;
  method: AttendanceMark['method'] | null;
  at: Date | null;
}

export interface Register {
  meeting: Meeting;
  isOpen: boolean;
  rows: RegisterRow[];
  /** At most so many meetings of a learner are repaired. */
  maxRepaired: number;
}

export interface RegisterOutcome {
  changed: number;
  /** Learners whose mark somebody else changed meanwhile; theirs stands. */
  conflicts: number[];
  /** Rows that are not written, since the learner's make-up tasks are used up: as they were wanted. */
  refused: SeenRow[];
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
    const { maxRepaired } = meeting.classGroup.cohort.rules.attendance;
    return { meeting, isOpen: isRegisterOpen(meeting.startsAt, this.clock.now()), rows, maxRepaired };
  }

  /**
   * Writes the marks that differ from what the page had seen; a row that somebody else has changed since keeps
   * what they wrote, and no learner gets more make-up tasks than the cohort allows. Every change is kept.
   * @throws Missing; Refusal before the register opens
   */
  async save(actor: Actor, meetingId: number, wanted: readonly SeenRow[]): Promise<RegisterOutcome> {
    const { meeting, isOpen, rows, maxRepaired } = await this.open(actor, meetingId);
    if (!isOpen) throw new Refusal('attendance.notYetOpen');
    const known = new Set(rows.map(({ enrolmentId }) => enrolmentId));
    const own = wanted.filter(({ enrolmentId }) => known.has(enrolmentId));
    const now = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      await manager.update(Meeting, { id: meeting.id }, { status: 'held' });
      const stored = await storedFor(manager, meetingId, own);
      const { toWrite, conflicts, refused } = splitBySeen(own, stored, maxRepaired);
      for (const row of toWrite) await write(manager, meetingId, row, { actor, now });
      return { changed: toWrite.length, conflicts: conflicts.map(({ enrolmentId }) => enrolmentId), refused };
    });
  }

  private async rowsOf(meeting: Meeting): Promise<RegisterRow[]> {
    const rows = await this.members
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
      .addSelect(['mark.status AS "status"', 'mark.isRepaired AS "isRepaired"'])
      .addSelect(['mark.method AS "method"', 'mark.at AS "at"'])
      .getRawMany<Omit<RegisterRow, 'isRepaired'> & { isRepaired: number | boolean | null }>();
    return rows.map((row) => ({ ...row, isRepaired: Boolean(row.isRepaired) }));
  }
}

/** What stands, kept off other units: two registers at once never repair more of a learner than is allowed. */
async function storedFor(
  manager: EntityManager,
  meetingId: number,
  rows: readonly SeenRow[],
): Promise<Stored> {
  const asked = rows.filter(({ wanted }) => wanted && isRepairedMark(wanted));
  const marks = await manager.find(AttendanceMark, { where: { meetingId }, ...locked(manager) });
  const all = await manager.find(AttendanceMark, {
    where: { enrolmentId: In(asked.map(({ enrolmentId }) => enrolmentId)) },
    ...locked(manager),
  });
  const elsewhere = all.filter((mark) => mark.meetingId !== meetingId && isRepairedMark(mark));
  const byEnrolment = Map.groupBy(elsewhere, ({ enrolmentId }) => enrolmentId);
  return {
    marks: new Map(marks.map((mark) => [mark.enrolmentId, mark])),
    repairedElsewhere: new Map([...byEnrolment].map(([id, own]) => [id, own.length])),
  };
}

async function write(
  manager: EntityManager,
  meetingId: number,
  { enrolmentId, seen, wanted }: SeenRow & { wanted: NonNullable<SeenRow['wanted']> },
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const by = actor.personId;
  const mark = { meetingId, enrolmentId, ...wanted, method: 'register' as const, at: now, markedById: by };
  await manager.upsert(AttendanceMark, mark, ['meetingId', 'enrolmentId']);
  await manager.insert(AttendanceChange, {
    meetingId,
    enrolmentId,
    before: seen?.status ?? null,
    after: wanted.status,
    beforeIsRepaired: seen?.isRepaired ?? false,
    afterIsRepaired: wanted.isRepaired,
    at: now,
    changedById: by,
  });
}
