import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, JsonText, Line, LongText, Whole } from '../platform/database/columns.js';
import { Course, CourseModule } from './course.entity.js';

export type Track = 'mentoring' | 'product';

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
  @Line(190) title: string;
  @Code(20) track: Track;
  @LongText() summary: string;
  @JsonText() outcomes: string[];
}
