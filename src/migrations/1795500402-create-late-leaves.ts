import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, id, instant, line, reference, unique, whole } from './table.js';

export class CreateLateLeaves1795500402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'late_leaves',
      [
        id(),
        whole('activity_id'),
        code('submitter_kind', 20),
        whole('submitter_id'),
        line('reason'),
        whole('granted_by_id'),
        instant('granted_at'),
      ],
      {
        indices: [unique('uq_late_leaves_submitter', 'activity_id', 'submitter_kind', 'submitter_id')],
        foreignKeys: [
          reference('fk_late_leaves_activity', 'activity_id', 'activities'),
          reference('fk_late_leaves_granted_by', 'granted_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'late_leaves');
  }
}
