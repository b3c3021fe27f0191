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
  unique,
  whole,
} from './table.js';

export class CreateOutbox1795500101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outbox',
      [
        id(),
        code('dedupe_key', 190),
        code('kind', 60),
        longText('payload', nullable),
        instant('created_at'),
        instant('run_at'),
        instant('lease_until', nullable),
        code('lease_owner', 36, nullable),
        whole('attempts'),
        instant('done_at', nullable),
        instant('failed_at', nullable),
        line('last_error', 500, nullable),
        whole('progress_done'),
        whole('progress_total'),
        whole('started_by_id', nullable),
        line('return_to', 190, nullable),
      ],
      {
        indices: [
          unique('uq_outbox_dedupe_key', 'dedupe_key'),
          index('ix_outbox_due', 'done_at', 'failed_at', 'run_at'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'outbox');
  }
}
