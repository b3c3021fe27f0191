import { Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import { BelongsTo, Code, Flag, Instant, Score } from '../platform/database/columns.js';
import { Activity } from '../courses/activity.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';

export type ProgressState = 'started' | 'submitted' | 'returned' | 'done';

/**
 * What an enrolment has done of an activity: the one place that says "done, with this score". Written in the
 * same unit of work as its cause, and the same when computed again from the sources.
 */
@Entity('progress')
@Index('ix_progress_activity', ['activityId'])
export class Progress {
  @PrimaryColumn({ type: 'integer' }) enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_progress_enrolment') enrolment: Relation<Enrolment>;
  @PrimaryColumn({ type: 'integer' }) activityId: number;
  @BelongsTo(() => Activity, 'fk_progress_activity') activity: Relation<Activity>;
  @Code(20) state: ProgressState;
  /** The recorded score, capped and penalised; null while nothing is graded. */
  @Score({ nullable: true }) score: number | null;
  /** What a critical aspect is judged on: the uncapped score. */
  @Score({ nullable: true }) criticalScore: number | null;
  /** Every must-pass item was right in one attempt. */
  @Flag() mustPassMet: boolean;
  @Instant() at: Date;
  /** From when on no late answer can change the score; null: from the beginning. Until then its learner sees none. */
  @Instant({ nullable: true }) settledAt: Date | null;
  /** `close`: its learner sees the score once nobody of the cohort can take it any more; null: once it is settled. */
  @Code(20, { nullable: true }) scoreOpens: 'close' | null;
}
