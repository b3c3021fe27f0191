import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  dropTables,
  id,
  index,
  instant,
  longText,
  nullable,
  primary,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateDraftsAndPins1795501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'version_pins',
      [whole('cohort_id', primary), whole('activity_id', primary), whole('activity_version_id')],
      {
        indices: [index('ix_version_pins_activity', 'activity_id')],
        foreignKeys: [
          reference('fk_version_pins_activity', 'activity_id', 'activities'),
          reference('fk_version_pins_version', 'activity_version_id', 'activity_versions'),
        ],
      },
    );
    await createTable(
      runner,
      'activity_drafts',
      [
        id(),
        whole('activity_id'),
        longText('source'),
        whole('seq'),
        whole('base_version_id', nullable),
        whole('editor_id'),
        instant('saved_at'),
      ],
      {
        indices: [unique('uq_activity_drafts_activity', 'activity_id')],
        foreignKeys: [
          reference('fk_activity_drafts_activity', 'activity_id', 'activities'),
          reference('fk_activity_drafts_base', 'base_version_id', 'activity_versions'),
          reference('fk_activity_drafts_editor', 'editor_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'activity_drafts', 'version_pins');
  }
}
