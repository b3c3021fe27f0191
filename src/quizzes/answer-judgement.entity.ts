import { Entity, Index, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Flag, Id, Instant, Line, LongText, Score, Whole } from '../platform/database/columns.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './attempt.entity.js';

/** What a person said of an answer that nothing but a person can judge. The latest round stands; none is changed. */
@Entity('answer_judgements')
@Index('uq_answer_judgements_round', ['attemptQuestionId', 'round'], { unique: true })
export class AnswerJudgement {
  @Id() id: number;
  @Whole() attemptQuestionId: number;
  @BelongsTo(() => AttemptQuestion, 'fk_answer_judgements_question')
  attemptQuestion: Relation<AttemptQuestion>;
  /** From 1. */
  @Whole() round: number;
  /** 0 to 10000, whatever the question is worth. */
  @Score() score: number;
  @LongText() feedback: string;
  /** Why an earlier round was corrected; '' in the first. */
  @Line(500) reason: string;
  @Whole() graderId: number;
  @BelongsTo(() => Person, 'fk_answer_judgements_grader') grader: Relation<Person>;
  @Instant() judgedAt: Date;
}

/** What a person decided about an answer that arrived late and waited. */
@Entity('late_decisions')
@Index('uq_late_decisions_entry', ['entryId'], { unique: true })
@Index('ix_late_decisions_attempt', ['attemptId'])
export class LateDecision {
  @Id() id: number;
  @Whole() attemptId: number;
  @BelongsTo(() => Attempt, 'fk_late_decisions_attempt') attempt: Relation<Attempt>;
  @Whole() entryId: number;
  @BelongsTo(() => AnswerLogEntry, 'fk_late_decisions_entry') entry: Relation<AnswerLogEntry>;
  /** It took the place of the answer that stood. */
  @Flag() accepted: boolean;
  /** Why not; '' where it was accepted without a word. */
  @Line(500) reason: string;
  @Whole() decidedById: number;
  @BelongsTo(() => Person, 'fk_late_decisions_decided_by') decidedBy: Relation<Person>;
  @Instant() decidedAt: Date;
}
