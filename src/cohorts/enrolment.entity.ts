import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Instant, Whole } from '../platform/database/columns.js';
import { Person } from '../people/person.entity.js';
import { StudentRecord } from '../people/student-record.entity.js';
import { Cohort } from './cohort.entity.js';

export type EnrolmentStatus = 'pending' | 'active' | 'withdrawn' | 'finished';

/** A person in a cohort. All that a learner does hangs on it: who repeats starts clean and keeps the past. */
@Entity('enrolments')
@Index('uq_enrolments_person', ['cohortId', 'personId'], { unique: true })
@Index('ix_enrolments_person', ['personId', 'status'])
export class Enrolment {
  @Id() id: number;
  @Whole() cohortId: number;
  @BelongsTo(() => Cohort, 'fk_enrolments_cohort') cohort: Relation<Cohort>;
  @Whole() personId: number;
  @BelongsTo(() => Person, 'fk_enrolments_person') person: Relation<Person>;
  @Whole({ nullable: true }) studentRecordId: number | null;
  @BelongsTo(() => StudentRecord, 'fk_enrolments_student_record')
  studentRecord: Relation<StudentRecord> | null;
  @Code(20) status: EnrolmentStatus;
  @Instant() enrolledAt: Date;
}
