import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, JsonText, Line, LongText, Whole } from '../platform/database/columns.js';
import { Course, CourseModule } from './course.entity.js';

export type Track = 'mentoring' | 'product';

/** What a learner can do afterwards; questions are tagged with its key. */
export interface Outcome {
  key: string;
  text: string;
}

/** What the syllabus plans under one number: P1 … P24. On a date and for a class it becomes a meeting. */
@Entity('sessions')
@Index('uq_sessions_number', ['courseId', 'number'], { unique: true })
export class Session {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_sessions_course') course: Relation<Course>;
  @Whole() moduleId: number;
  @BelongsTo(() => CourseModule, 'fk_sessions_module') module: Relation<CourseModule>;
  @Whole() number: number;
  /** As its marker shows it, P14; quizzes over several sessions name it in a pack. */
  @Code(60) key: string;
  @Line(190) title: string;
  @Code(20) track: Track;
  /** Code of the competency unit (SKKNI) that it refers to. */
  @Line(40, { nullable: true }) unit: string | null;
  @LongText() summary: string;
  @JsonText() outcomes: Outcome[];
}
