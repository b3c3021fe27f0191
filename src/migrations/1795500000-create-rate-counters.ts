import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, instant, line, primary, whole } from './table.js';

export class CreateRateCounters1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'rate_counters', [line('key', 120, primary), instant('since'), whole('count')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'rate_counters');
  }
}
