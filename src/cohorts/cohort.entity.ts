import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, JsonText, Line, Whole } from '../platform/database/columns.js';
import { Course } from '../courses/course.entity.js';
import type { CohortRules } from './cohort-rules.js';

export type CohortStatus = 'planned' | 'running' | 'finished';

/** One run of a course (*angkatan*). */
@Entity('cohorts')
@Index('uq_cohorts_ordinal', ['courseId', 'ordinal'], { unique: true })
export class Cohort {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_cohorts_course') course: Relation<Course>;
  /** Its Roman numeral stands in the certificate numbers. */
  @Whole() ordinal: number;
  /** 2027-B */
  @Line(40) label: string;
  /** First day, 2027-08-23. */
  @Code(10) startsOn: string;
  @Code(20) status: CohortStatus;
  /** What the cohort is judged by, as it was when it was opened; later edits of the course do not reach it. */
  @JsonText() rules: CohortRules;
}
