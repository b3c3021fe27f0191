import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  index,
  instant,
  line,
  nullable,
  primary,
  reference,
  unique,
  whole,
} from './table.js';

export class CreatePeople1795500001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'people',
      [
        id(),
        line('name_before', 60),
        line('name', 160),
        line('name_after', 60),
        line('email_norm', 190, nullable),
        line('phone_norm', 20, nullable),
        line('password_hash', 190, nullable),
        code('locale', 2),
        instant('disabled_at', nullable),
        instant('created_at'),
      ],
      { indices: [unique('uq_people_email', 'email_norm'), unique('uq_people_phone', 'phone_norm')] },
    );
    await createTable(runner, 'campuses', [id(), code('key', 60)], {
      indices: [unique('uq_campuses_key', 'key')],
    });
    await createTable(
      runner,
      'campus_names',
      [id(), whole('campus_id'), line('name', 160), line('short_name', 40), code('valid_from', 10)],
      {
        indices: [unique('uq_campus_names_day', 'campus_id', 'valid_from')],
        foreignKeys: [reference('fk_campus_names_campus', 'campus_id', 'campuses')],
      },
    );
    await createTable(
      runner,
      'student_records',
      [id(), whole('person_id'), whole('campus_id'), code('nim', 20), line('study_programme', 120)],
      {
        indices: [
          unique('uq_student_records_nim', 'campus_id', 'nim'),
          unique('uq_student_records_person', 'person_id', 'campus_id'),
          index('ix_student_records_nim', 'nim'),
        ],
        foreignKeys: [
          reference('fk_student_records_person', 'person_id', 'people'),
          reference('fk_student_records_campus', 'campus_id', 'campuses'),
        ],
      },
    );
    await createTable(
      runner,
      'role_grants',
      [
        id(),
        whole('person_id'),
        code('role', 20),
        code('scope', 20),
        whole('scope_id', nullable),
        instant('valid_from'),
        instant('valid_to', nullable),
      ],
      {
        indices: [
          index('ix_role_grants_person', 'person_id'),
          index('ix_role_grants_role', 'role', 'scope', 'scope_id'),
        ],
        foreignKeys: [reference('fk_role_grants_person', 'person_id', 'people')],
      },
    );
    await createTable(
      runner,
      'sign_ins',
      [
        code('token_hash', 64, primary),
        whole('person_id'),
        line('device', 120),
        instant('created_at'),
        instant('last_seen_at'),
        instant('expires_at'),
      ],
      {
        indices: [index('ix_sign_ins_person', 'person_id')],
        foreignKeys: [reference('fk_sign_ins_person', 'person_id', 'people', 'CASCADE')],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'sign_ins',
      'role_grants',
      'student_records',
      'campus_names',
      'campuses',
      'people',
    );
  }
}
