import { Entity, Index, type Relation } from 'typeorm';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { QuestionVersion } from '../courses/question.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { BelongsTo, Code, Flag, Id, Instant, JsonText, Score, Whole } from '../platform/database/columns.js';
import type { Drawn } from './question-types/question-type.js';

/** `waiting`: ended, and something in it waits for a person. */
export type AttemptState = 'running' | 'waiting' | 'scored';

/** One try of an enrolment at a quiz, against the version that was published when it began. */
@Entity('attempts')
@Index('uq_attempts_number', ['enrolmentId', 'activityId', 'number'], { unique: true })
@Index('ix_attempts_state', ['state', 'deadlineAt'])
export class Attempt {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_attempts_enrolment') enrolment: Relation<Enrolment>;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_attempts_activity') activity: Relation<Activity>;
  /** From 1, without gaps; its unique index is what holds the number of attempts. */
  @Whole() number: number;
  @Whole() activityVersionId: number;
  @BelongsTo(() => ActivityVersion, 'fk_attempts_activity_version')
  activityVersion: Relation<ActivityVersion>;
  /** What the questions were drawn by; never leaves the server. */
  @Code(40) seed: string;
  @Instant() startedAt: Date;
  /** The last instant at which it takes answers; null where nothing ends it. */
  @Instant({ nullable: true }) deadlineAt: Date | null;
  /** Null while it runs; the deadline itself where the clock ended it. */
  @Instant({ nullable: true }) submittedAt: Date | null;
  @Code(20) state: AttemptState;
  /** Before any cap; null while it runs or an answer waits to be judged. A late answer that waits leaves it standing. */
  @Score({ nullable: true }) score: number | null;
  /** Every must-pass question of it earned all its points. */
  @Flag() mustPassMet: boolean;
  /** Counts every change to it and to its answers: whoever changes them does so first, and is alone from then on. */
  @Whole() revision: number;
}

/** One question of an attempt with the answer that stands. */
@Entity('attempt_questions')
@Index('uq_attempt_questions_position', ['attemptId', 'position'], { unique: true })
@Index('ix_attempt_questions_version', ['questionVersionId'])
export class AttemptQuestion {
  @Id() id: number;
  @Whole() attemptId: number;
  @BelongsTo(() => Attempt, 'fk_attempt_questions_attempt') attempt: Relation<Attempt>;
  /** From 1. */
  @Whole() position: number;
  @Whole() questionVersionId: number;
  @BelongsTo(() => QuestionVersion, 'fk_attempt_questions_version')
  questionVersion: Relation<QuestionVersion>;
  /** The order of its options and the set of its numbers in this attempt. */
  @JsonText() drawn: Drawn;
  /** What it is worth. */
  @Score() points: number;
  @Flag() mustPass: boolean;
  /** Counts the answers written; one that had not seen the last is a conflict. */
  @Whole() seq: number;
  /** In the question's own ids; null: not answered. */
  @JsonText({ nullable: true }) value: unknown;
  /** Marked by the learner to look at again. */
  @Flag() flagged: boolean;
  @Instant({ nullable: true }) answeredAt: Date | null;
  /** Of its points those earned; null while the attempt runs or a person has still to judge it. */
  @Score({ nullable: true }) score: number | null;
}

/** What became of an answer that arrived. */
export type LoggedOutcome = 'write' | 'conflict' | 'late-counts' | 'late-waits' | 'too-late';

/** Every version of every answer, the refused and the late ones too. Only ever added to. */
@Entity('answer_log')
@Index('uq_answer_log_client_key', ['attemptId', 'clientKey'], { unique: true })
export class AnswerLogEntry {
  @Id() id: number;
  @Whole() attemptId: number;
  @BelongsTo(() => Attempt, 'fk_answer_log_attempt') attempt: Relation<Attempt>;
  /** Chosen by the page; the same key is the same answer sent again. */
  @Code(40) clientKey: string;
  @Whole() position: number;
  /** The counter of the answer that its page had seen. */
  @Whole() seqSeen: number;
  @JsonText({ nullable: true }) value: unknown;
  /** Also says whether it was late, and what that means. */
  @Code(20) outcome: LoggedOutcome;
  @Instant() receivedAt: Date;
  /** When it was written, by the phone; null from a plain form. */
  @Instant({ nullable: true }) clientAt: Date | null;
}
