import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Line, Whole } from '../platform/database/columns.js';
import { Campus } from './campus.entity.js';
import { Person } from './person.entity.js';

/** A person as a student of one campus. */
@Entity('student_records')
@Index('uq_student_records_nim', ['campusId', 'nim'], { unique: true })
@Index('uq_student_records_person', ['personId', 'campusId'], { unique: true })
@Index('ix_student_records_nim', ['nim'])
export class StudentRecord {
  @Id() id: number;
  @Whole() personId: number;
  @BelongsTo(() => Person, 'fk_student_records_person') person: Relation<Person>;
  @Whole() campusId: number;
  @BelongsTo(() => Campus, 'fk_student_records_campus') campus: Relation<Campus>;
  @Code(20) nim: string;
  @Line(120) studyProgramme: string;
}
