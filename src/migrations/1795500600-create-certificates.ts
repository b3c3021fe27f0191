import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  index,
  instant,
  line,
  longText,
  nullable,
  primary,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateCertificates1795500600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'waivers',
      [
        id(),
        whole('enrolment_id'),
        code('requirement', 80),
        line('reason', 500),
        whole('waived_by_id'),
        instant('waived_at'),
      ],
      {
        indices: [unique('uq_waivers_requirement', 'enrolment_id', 'requirement')],
        foreignKeys: [
          reference('fk_waivers_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_waivers_waived_by', 'waived_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'certificate_batches',
      [
        id(),
        whole('cohort_id'),
        code('state', 20),
        whole('proposed_by_id'),
        instant('proposed_at'),
        code('client_key', 36),
        whole('confirmed_by_id', nullable),
        instant('confirmed_at', nullable),
        instant('publish_after', nullable),
        code('issued_on', 10, nullable),
        instant('closed_at', nullable),
      ],
      {
        indices: [
          unique('uq_certificate_batches_client_key', 'client_key'),
          index('ix_certificate_batches_cohort', 'cohort_id', 'state'),
        ],
        foreignKeys: [
          reference('fk_certificate_batches_cohort', 'cohort_id', 'cohorts'),
          reference('fk_certificate_batches_proposed_by', 'proposed_by_id', 'people'),
          reference('fk_certificate_batches_confirmed_by', 'confirmed_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'certificates',
      [
        id(),
        whole('enrolment_id'),
        whole('batch_id'),
        line('number', 120),
        whole('edition'),
        code('code', 19),
        longText('snapshot'),
        code('key_id', 64),
        code('signature', 100),
        code('pdf_key', 32),
        instant('issued_at'),
        whole('replaces_id', nullable),
        instant('revoked_at', nullable),
        whole('revoked_by_id', nullable),
        code('revocation_reason', 40, nullable),
        line('revocation_note', 500, nullable),
      ],
      {
        indices: [
          unique('uq_certificates_number', 'number', 'edition'),
          unique('uq_certificates_code', 'code'),
          unique('uq_certificates_enrolment', 'enrolment_id', 'edition'),
        ],
        foreignKeys: [
          reference('fk_certificates_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_certificates_batch', 'batch_id', 'certificate_batches'),
          { ...reference('fk_certificates_pdf', 'pdf_key', 'blobs'), referencedColumnNames: ['key'] },
          reference('fk_certificates_replaces', 'replaces_id', 'certificates'),
          reference('fk_certificates_revoked_by', 'revoked_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'certificate_batch_members',
      [
        id(),
        whole('batch_id'),
        whole('enrolment_id'),
        whole('replaces_id', nullable),
        code('outcome', 20),
        code('because', 20, nullable),
      ],
      {
        indices: [
          unique('uq_certificate_batch_members_enrolment', 'batch_id', 'enrolment_id'),
          index('ix_certificate_batch_members_enrolment', 'enrolment_id', 'outcome'),
        ],
        foreignKeys: [
          reference('fk_certificate_batch_members_batch', 'batch_id', 'certificate_batches'),
          reference('fk_certificate_batch_members_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_certificate_batch_members_replaces', 'replaces_id', 'certificates'),
        ],
      },
    );
    await createTable(runner, 'number_series', [whole('cohort_id', primary), whole('next'), whole('turns')], {
      foreignKeys: [reference('fk_number_series_cohort', 'cohort_id', 'cohorts')],
    });
    await createTable(
      runner,
      'signatories',
      [
        id(),
        whole('position'),
        line('prefix', 20),
        line('office', 160),
        line('name_before', 60),
        line('name', 160),
        line('name_after', 60),
        line('rank', 80, nullable),
        code('nip', 18, nullable),
        code('valid_from', 10),
        code('valid_to', 10, nullable),
      ],
      { indices: [index('ix_signatories_valid', 'valid_from')] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'signatories',
      'number_series',
      'certificate_batch_members',
      'certificates',
      'certificate_batches',
      'waivers',
    );
  }
}
