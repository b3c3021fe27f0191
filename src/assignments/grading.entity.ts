import { Entity, Index, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Person } from '../people/person.entity.js';
import {
  BelongsTo,
  Code,
  Id,
  Instant,
  JsonText,
  Line,
  LongText,
  Score,
  Whole,
} from '../platform/database/columns.js';
import type { Levels } from './rubric.js';
import { Submission } from './submission.entity.js';

type GradingState = 'draft' | 'published' | 'returned';

/**
 * One judgement of a submission. A draft may be changed by whoever may judge; published or returned it stays as it
 * is, and a correction is the next round.
 */
@Entity('gradings')
@Index('uq_gradings_round', ['submissionId', 'round'], { unique: true })
export class Grading {
  @Id() id: number;
  @Whole() submissionId: number;
  @BelongsTo(() => Submission, 'fk_gradings_submission') submission: Relation<Submission>;
  @Whole() round: number;
  /** Who saved it last. */
  @Whole() graderId: number;
  @BelongsTo(() => Person, 'fk_gradings_grader') grader: Relation<Person>;
  @Code(20) state: GradingState;
  @JsonText() levels: Levels;
  /** To the learners; on returned work, what to revise. */
  @LongText() feedback: string;
  /** Why a published grade is corrected; '' in the first round. */
  @Line(500) reason: string;
  /** Of the rubric; null while a level is missing. */
  @Score({ nullable: true }) scoreBefore: number | null;
  @Score() penalty: number;
  @Score({ nullable: true }) score: number | null;
  /** Counts the saves: a page that has not seen the latest may not save. */
  @Whole() version: number;
  @Instant() savedAt: Date;
  @OneToMany(() => PeerFactor, 'grading') factors: Relation<PeerFactor>[];
}

/** How far one member's grade differs from the group's, in per cent of it. */
@Entity('peer_factors')
export class PeerFactor {
  @PrimaryColumn({ type: 'integer' }) gradingId: number;
  @BelongsTo(() => Grading, 'fk_peer_factors_grading', 'CASCADE') grading: Relation<Grading>;
  @PrimaryColumn({ type: 'integer' }) enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_peer_factors_enrolment') enrolment: Relation<Enrolment>;
  @Whole() factor: number;
}
