import { Entity, Index, type Relation } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Whole } from '../platform/database/columns.js';
import type { Batch, BatchState } from './batch-states.js';
import type { LeftOutBecause } from './board.js';
import { Certificate } from './certificate.entity.js';

/** Certificates that one person proposed and another confirms. */
@Entity('certificate_batches')
@Index('uq_certificate_batches_client_key', ['clientKey'], { unique: true })
@Index('ix_certificate_batches_cohort', ['cohortId', 'state'])
export class CertificateBatch implements Batch {
  @Id() id: number;
  @Whole() cohortId: number;
  @BelongsTo(() => Cohort, 'fk_certificate_batches_cohort') cohort: Relation<Cohort>;
  @Code(20) state: BatchState;
  @Whole() proposedById: number;
  @BelongsTo(() => Person, 'fk_certificate_batches_proposed_by') proposedBy: Relation<Person>;
  @Instant() proposedAt: Date;
  /** Made with the preview, so that a proposal sent twice is one. */
  @Code(36) clientKey: string;
  @Whole({ nullable: true }) confirmedById: number | null;
  @BelongsTo(() => Person, 'fk_certificate_batches_confirmed_by') confirmedBy: Relation<Person> | null;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  @Instant({ nullable: true }) publishAfter: Date | null;
  /** The local day that its certificates bear, settled when it is confirmed: 2027-11-18. */
  @Code(10, { nullable: true }) issuedOn: string | null;
  /** When the last of its certificates was issued, or when it was cancelled or undone. */
  @Instant({ nullable: true }) closedAt: Date | null;
}

type MemberOutcome = 'pending' | 'issued' | 'left-out';

/** An enrolment that a batch was proposed for, and what became of it. */
@Entity('certificate_batch_members')
@Index('uq_certificate_batch_members_enrolment', ['batchId', 'enrolmentId'], { unique: true })
@Index('ix_certificate_batch_members_enrolment', ['enrolmentId', 'outcome'])
export class BatchMember {
  @Id() id: number;
  @Whole() batchId: number;
  @BelongsTo(() => CertificateBatch, 'fk_certificate_batch_members_batch') batch: Relation<CertificateBatch>;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_certificate_batch_members_enrolment') enrolment: Relation<Enrolment>;
  /** The edition that a reissue takes the place of; null for a first certificate. */
  @Whole({ nullable: true }) replacesId: number | null;
  @BelongsTo(() => Certificate, 'fk_certificate_batch_members_replaces')
  replaces: Relation<Certificate> | null;
  @Code(20) outcome: MemberOutcome;
  @Code(20, { nullable: true }) because: LeftOutBecause | null;
}
