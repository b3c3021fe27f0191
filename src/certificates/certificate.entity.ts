import { Entity, Index, type Relation } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Line, LongText, Whole } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';
import { CertificateBatch } from './certificate-batch.entity.js';
import type { RevocationReason } from './revocation-reasons.js';

/** One edition of a certificate. Only its revocation is ever written to it later. */
@Entity('certificates')
@Index('uq_certificates_number', ['number', 'edition'], { unique: true })
@Index('uq_certificates_code', ['code'], { unique: true })
@Index('uq_certificates_enrolment', ['enrolmentId', 'edition'], { unique: true })
export class Certificate {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_certificates_enrolment') enrolment: Relation<Enrolment>;
  @Whole() batchId: number;
  @BelongsTo(() => CertificateBatch, 'fk_certificates_batch') batch: Relation<CertificateBatch>;
  @Line(120) number: string;
  @Whole() edition: number;
  @Code(19) code: string;
  /** `CertificateSnapshot` as canonical JSON: letter by letter what was signed. */
  @LongText() snapshot: string;
  @Code(64) keyId: string;
  @Code(100) signature: string;
  @Code(32) pdfKey: string;
  @BelongsTo(() => Blob, 'fk_certificates_pdf') pdf: Relation<Blob>;
  @Instant() issuedAt: Date;
  /** The edition before this one, which no longer holds. */
  @Whole({ nullable: true }) replacesId: number | null;
  @BelongsTo(() => Certificate, 'fk_certificates_replaces') replaces: Relation<Certificate> | null;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @Whole({ nullable: true }) revokedById: number | null;
  @BelongsTo(() => Person, 'fk_certificates_revoked_by') revokedBy: Relation<Person> | null;
  /** Anyone who checks the certificate reads this one. */
  @Code(40, { nullable: true }) revocationReason: RevocationReason | null;
  /** For the office only. */
  @Line(500, { nullable: true }) revocationNote: string | null;
}

/** Where the numbers of a cohort stand. */
@Entity('number_series')
export class NumberSeries {
  @Whole({ primary: true }) cohortId: number;
  @BelongsTo(() => Cohort, 'fk_number_series_cohort') cohort: Relation<Cohort>;
  /** The serial of the next certificate. */
  @Whole() next: number;
  /** Counts up with whatever is decided about the cohort's certificates: the row is the lock that they share. */
  @Whole() turns: number;
}
