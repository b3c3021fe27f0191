import { Entity, Index, type Relation } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { BelongsTo, Code, Flag, Id, Instant, JsonText, Whole } from '../platform/database/columns.js';
import type { Drawn } from '../quizzes/question-types/question-type.js';

/** Where a learner stands with a missed question that was asked again. One never asked again has none yet. */
@Entity('recall_items')
@Index('uq_recall_items_question', ['enrolmentId', 'questionId'], { unique: true })
export class RecallItem {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_recall_items_enrolment') enrolment: Relation<Enrolment>;
  @Whole() questionId: number;
  @BelongsTo(() => Question, 'fk_recall_items_question') question: Relation<Question>;
  /** See `recall-schedule`. */
  @Whole() step: number;
  /** From when on it is asked again; null: no more. */
  @Instant({ nullable: true }) dueAt: Date | null;
  @Flag() lastRight: boolean;
  @Instant() answeredAt: Date;
  /** How often it was answered. */
  @Whole() times: number;
}

/** An answer to a question asked again, with what it came to. Only ever added to; no score follows from it. */
@Entity('recall_answers')
@Index('uq_recall_answers_client_key', ['enrolmentId', 'clientKey'], { unique: true })
@Index('uq_recall_answers_number', ['itemId', 'number'], { unique: true })
@Index('ix_recall_answers_time', ['enrolmentId', 'answeredAt'])
export class RecallAnswer {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_recall_answers_enrolment') enrolment: Relation<Enrolment>;
  @Whole() itemId: number;
  @BelongsTo(() => RecallItem, 'fk_recall_answers_item') item: Relation<RecallItem>;
  /** Of the item's answers, from 1. */
  @Whole() number: number;
  /** Given by the page; the same key is the same answer sent again. */
  @Code(40) clientKey: string;
  @Whole() questionVersionId: number;
  @BelongsTo(() => QuestionVersion, 'fk_recall_answers_version') questionVersion: Relation<QuestionVersion>;
  @JsonText() drawn: Drawn;
  /** In the question's own ids. */
  @JsonText() value: unknown;
  @Flag() isRight: boolean;
  /** When it is asked again, by this answer; null: no more. */
  @Instant({ nullable: true }) dueAt: Date | null;
  @Instant() answeredAt: Date;
}
