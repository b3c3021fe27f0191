import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  flag,
  index,
  instant,
  nullable,
  primary,
  reference,
  score,
  whole,
} from './table.js';

export class CreateProgress1795500004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'progress',
      [
        whole('enrolment_id', primary),
        whole('activity_id', primary),
        code('state', 20),
        score('score', nullable),
        score('critical_score', nullable),
        flag('must_pass_met'),
        instant('at'),
      ],
      {
        indices: [index('ix_progress_activity', 'activity_id')],
        foreignKeys: [
          reference('fk_progress_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_progress_activity', 'activity_id', 'activities'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'progress');
  }
}
