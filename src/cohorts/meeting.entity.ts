import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Instant, Line, Whole } from '../platform/database/columns.js';
import { Session } from '../courses/session.entity.js';
import { Person } from '../people/person.entity.js';
import { Group } from './group.entity.js';

/** When a class meets each week. */
@Entity('slots')
@Index('ix_slots_class', ['classGroupId'])
export class Slot {
  @Id() id: number;
  @Whole() classGroupId: number;
  @BelongsTo(() => Group, 'fk_slots_class') classGroup: Relation<Group>;
  /** 1 Monday … 7 Sunday */
  @Whole() weekday: number;
  /** 15:30 */
  @Code(5) startsAt: string;
  @Whole() minutes: number;
  @Line(120) place: string;
  @Whole({ nullable: true }) instructorId: number | null;
  @BelongsTo(() => Person, 'fk_slots_instructor') instructor: Relation<Person> | null;
}

export type MeetingStatus = 'planned' | 'held' | 'cancelled';

/** A session on a date for one class; without a session it is a spare slot (remedial, closing). */
@Entity('meetings')
@Index('uq_meetings_session', ['classGroupId', 'sessionId'], { unique: true })
@Index('ix_meetings_time', ['classGroupId', 'startsAt'])
export class Meeting {
  @Id() id: number;
  @Whole() classGroupId: number;
  @BelongsTo(() => Group, 'fk_meetings_class') classGroup: Relation<Group>;
  @Whole({ nullable: true }) sessionId: number | null;
  @BelongsTo(() => Session, 'fk_meetings_session') session: Relation<Session> | null;
  @Instant() startsAt: Date;
  @Instant() endsAt: Date;
  @Line(120) place: string;
  @Whole({ nullable: true }) instructorId: number | null;
  @BelongsTo(() => Person, 'fk_meetings_instructor') instructor: Relation<Person> | null;
  @Code(20) status: MeetingStatus;
}

/** A day on which no meeting is planned. */
@Entity('holidays')
@Index('uq_holidays_date', ['date'], { unique: true })
export class Holiday {
  @Id() id: number;
  @Code(10) date: string;
  @Line(160) name: string;
  @Code(20) certainty: 'certain' | 'estimate';
}
