import { Entity, Index, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Line, LongText, Whole } from '../platform/database/columns.js';
import { Course } from './course.entity.js';

/** Why a fact must be looked at again: it changes often, sources disagree, or it was never verified. */
export type FactFlag = 'changing' | 'conflicting' | 'unverified';

/** A value that has to be checked before a cohort starts. Texts refer to it by key and never spell it out. */
@Entity('facts')
@Index('uq_facts_key', ['courseId', 'key'], { unique: true })
export class Fact {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_facts_course') course: Relation<Course>;
  @Code(60) key: string;
  @Line(120) value: string;
  @Line(40, { nullable: true }) unit: string | null;
  /** Short, for readers: PP 7/2021. */
  @Line(160) source: string;
  /** A day, 2026-11-24. */
  @Code(10) checkedOn: string;
  /** Null where it came from a pack. */
  @Whole({ nullable: true }) checkedById: number | null;
  @BelongsTo(() => Person, 'fk_facts_checked_by') checkedBy: Relation<Person> | null;
  @Code(10, { nullable: true }) expiresOn: string | null;
  @Code(20, { nullable: true }) flag: FactFlag | null;
  /** For whoever checks it. */
  @LongText({ nullable: true }) note: string | null;
}
