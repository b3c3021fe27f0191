import { Entity, Index, type Relation } from 'typeorm';
import {
  BelongsTo,
  Code,
  Flag,
  Id,
  Instant,
  JsonText,
  LongText,
  Whole,
} from '../platform/database/columns.js';
import { Course } from './course.entity.js';
import { Session } from './session.entity.js';

/** An item of the question bank: identity and tags; its text is versioned. */
@Entity('questions')
@Index('uq_questions_key', ['courseId', 'key'], { unique: true })
@Index('ix_questions_session', ['sessionId'])
export class Question {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_questions_course') course: Relation<Course>;
  @Whole() sessionId: number;
  @BelongsTo(() => Session, 'fk_questions_session') session: Relation<Session>;
  @Code(60) key: string;
  @Flag() mustPass: boolean;
  @Whole({ nullable: true }) currentVersionId: number | null;
}

@Entity('question_versions')
@Index('uq_question_versions_version', ['questionId', 'version'], { unique: true })
export class QuestionVersion {
  @Id() id: number;
  @Whole() questionId: number;
  @BelongsTo(() => Question, 'fk_question_versions_question') question: Relation<Question>;
  @Whole() version: number;
  @Code(20) type: string;
  @LongText() stem: string;
  /**
   * Its shape is by type; see `quizzes/question-types`. Holds the key and the explanations: never leaves the server
   * as it is.
   */
  @JsonText() body: unknown;
  @JsonText() tags: Record<string, string>;
  @Code(64) contentHash: string;
  @Instant() publishedAt: Date;
}
