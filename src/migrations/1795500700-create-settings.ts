import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, instant, longText, primary } from './table.js';

export class CreateSettings1795500700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'settings', [
      code('key', 60, primary),
      longText('value'),
      instant('changed_at'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'settings');
  }
}
