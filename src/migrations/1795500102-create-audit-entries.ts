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
  whole,
} from './table.js';

export class CreateAuditEntries1795500102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'audit_entries',
      [
        id(),
        instant('at'),
        whole('actor_id', nullable),
        code('action', 80),
        code('record_type', 40),
        code('record_id', 64),
        longText('fields', nullable),
        line('reason', 500, nullable),
        code('request_id', 20, nullable),
      ],
      {
        indices: [
          index('ix_audit_entries_action', 'action', 'id'),
          index('ix_audit_entries_actor', 'actor_id', 'id'),
          index('ix_audit_entries_record', 'record_type', 'record_id', 'id'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'audit_entries');
  }
}
