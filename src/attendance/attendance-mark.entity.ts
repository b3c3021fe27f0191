import { Entity, Index, type Relation } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Flag, Id, Instant, Whole } from '../platform/database/columns.js';
import type { AttendanceStatus } from './attendance-rules.js';

/** Whether one learner was at one meeting. */
@Entity('attendance_marks')
@Index('uq_attendance_marks_meeting', ['meetingId', 'enrolmentId'], { unique: true })
@Index('ix_attendance_marks_enrolment', ['enrolmentId'])
export class AttendanceMark {
  @Id() id: number;
  @Whole() meetingId: number;
  @BelongsTo(() => Meeting, 'fk_attendance_marks_meeting') meeting: Relation<Meeting>;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_attendance_marks_enrolment') enrolment: Relation<Enrolment>;
  @Code(1) status: AttendanceStatus;
  /** A make-up task was accepted; means something only for I and S. */
  @Flag() isRepaired: boolean;
  /** Taken by the instructor, or by the learner's own check-in. */
  @Code(20) method: 'register' | 'code' | 'import';
  @Instant() at: Date;
  @Whole({ nullable: true }) markedById: number | null;
  @BelongsTo(() => Person, 'fk_attendance_marks_marked_by') markedBy: Relation<Person> | null;
}

/** What a mark was before and after each change; only ever added to. */
@Entity('attendance_changes')
@Index('ix_attendance_changes_meeting', ['meetingId', 'enrolmentId'])
export class AttendanceChange {
  @Id() id: number;
  @Whole() meetingId: number;
  @BelongsTo(() => Meeting, 'fk_attendance_changes_meeting') meeting: Relation<Meeting>;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_attendance_changes_enrolment') enrolment: Relation<Enrolment>;
  @Code(1, { nullable: true }) before: AttendanceStatus | null;
  @Code(1) after: AttendanceStatus;
  /** Whether a make-up task had been accepted, and is now; null in changes older than these columns. */
  @Flag({ nullable: true }) beforeIsRepaired: boolean | null;
  @Flag({ nullable: true }) afterIsRepaired: boolean | null;
  @Instant() at: Date;
  @Whole() changedById: number;
  @BelongsTo(() => Person, 'fk_attendance_changes_changed_by') changedBy: Relation<Person>;
}
