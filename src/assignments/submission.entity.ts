import { Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Group } from '../cohorts/group.entity.js';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { Person } from '../people/person.entity.js';
import {
  BelongsTo,
  Code,
  Id,
  Instant,
  JsonText,
  LongText,
  Score,
  Whole,
} from '../platform/database/columns.js';
import type { ReceiptFacts } from './receipt.js';
import type { SubmissionState, Submitter } from './submission-rules.js';

/**
 * Work on an assignment, by one learner, a pair or a team: first a draft, then handed in and never changed again.
 * Handing in once more makes the next number.
 */
@Entity('submissions')
@Index('uq_submissions_number', ['activityId', 'submitterKind', 'submitterId', 'number'], { unique: true })
@Index('uq_submissions_client_key', ['activityId', 'submitterKind', 'submitterId', 'clientKey'], {
  unique: true,
})
@Index('ix_submissions_submitter', ['submitterKind', 'submitterId'])
@Index('ix_submissions_class', ['classGroupId', 'state', 'submittedAt'])
@Index('ix_submissions_cohort', ['cohortId', 'state', 'submittedAt'])
export class Submission {
  @Id() id: number;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_submissions_activity') activity: Relation<Activity>;
  /** The instructions and the rubric that it is made against and judged by. */
  @Whole() activityVersionId: number;
  @BelongsTo(() => ActivityVersion, 'fk_submissions_version') activityVersion: Relation<ActivityVersion>;
  @Whole() cohortId: number;
  @BelongsTo(() => Cohort, 'fk_submissions_cohort') cohort: Relation<Cohort>;
  /** The class of whoever began it: its instructor judges. */
  @Whole({ nullable: true }) classGroupId: number | null;
  @BelongsTo(() => Group, 'fk_submissions_class') classGroup: Relation<Group> | null;
  @Code(20) submitterKind: Submitter['kind'];
  /** The enrolment of one learner, or the group. */
  @Whole() submitterId: number;
  /** 1, 2, …: each time it is handed in. */
  @Whole() number: number;
  /** How often it had been returned before this was made. */
  @Whole() revision: number;
  @Code(20) state: SubmissionState;
  @LongText() text: string;
  /** Counts the changes of the text, so that of two who write at once neither overwrites the other unseen. */
  @Whole() textSeq: number;
  /** Made by the page that hands in, so that a repeat of the same request is known. */
  @Code(40, { nullable: true }) clientKey: string | null;
  @Instant({ nullable: true }) submittedAt: Date | null;
  @Whole({ nullable: true }) submittedById: number | null;
  @BelongsTo(() => Person, 'fk_submissions_submitted_by') submittedBy: Relation<Person> | null;
  @Whole() daysLate: number;
  /** When it was graded or returned. */
  @Instant({ nullable: true }) judgedAt: Date | null;
  /** After the penalty, before a member's factor; null while it is not graded. */
  @Score({ nullable: true }) score: number | null;
  @JsonText({ nullable: true }) receipt: { facts: ReceiptFacts; code: string } | null;
}

/** Whose work it was when it was handed in: those whom the grade reaches, whatever becomes of the group later. */
@Entity('submission_members')
@Index('ix_submission_members_enrolment', ['enrolmentId'])
export class SubmissionMember {
  @PrimaryColumn({ type: 'integer' }) submissionId: number;
  @BelongsTo(() => Submission, 'fk_submission_members_submission', 'CASCADE')
  submission: Relation<Submission>;
  @PrimaryColumn({ type: 'integer' }) enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_submission_members_enrolment') enrolment: Relation<Enrolment>;
}
