import { Entity, Index, type Relation } from 'typeorm';
import type { Language } from '../platform/access/actor.js';
import { BelongsTo, Code, Id, JsonText, Line, LongText, Whole } from '../platform/database/columns.js';

@Entity('courses')
@Index('uq_courses_key', ['key'], { unique: true })
export class Course {
  @Id() id: number;
  @Code(60) key: string;
  @Line(160) title: string;
  /** One or two sentences for the public page. */
  @LongText() summary: string;
  /** Of its texts; readers may see the frame around them in another. */
  @Code(2) language: Language;
  /** Hours (JP) of field practice beside those of the modules. */
  @Whole() practiceHours: number;
  /** Requirements for a certificate that a new cohort starts with; their shape is the rules of `results`. */
  @JsonText() requirements: unknown;
  /** Names of the critical aspects (*aspek kritis*) by the key that activities bear. */
  @JsonText() criticalAspects: { key: string; name: string }[];
}

@Entity('course_modules')
@Index('uq_course_modules_position', ['courseId', 'position'], { unique: true })
export class CourseModule {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_course_modules_course') course: Relation<Course>;
  @Whole() position: number;
  @Code(60) key: string;
  @Line(160) title: string;
  /** JP */
  @Whole() hours: number;
}

@Entity('grade_components')
@Index('uq_grade_components_key', ['courseId', 'key'], { unique: true })
export class GradeComponent {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_grade_components_course') course: Relation<Course>;
  @Whole() position: number;
  @Code(60) key: string;
  @Line(120) name: string;
  /** Basis points; those of a course sum to 10000. */
  @Whole() weight: number;
}
