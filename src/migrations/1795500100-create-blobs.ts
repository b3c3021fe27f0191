import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, instant, nullable, primary, whole } from './table.js';

export class CreateBlobs1795500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'blobs', [
      code('key', 32, primary),
      code('sha256', 64),
      whole('bytes'),
      code('type', 120),
      instant('created_at'),
      whole('uploaded_by_id', nullable),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'blobs');
  }
}
