import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, flag, nullable } from './table.js';

const COLUMNS = ['before_is_repaired', 'after_is_repaired'];

export class AddRepairsToAttendanceChanges1795500850000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of COLUMNS) await addColumn(runner, 'attendance_changes', flag(name, nullable));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of COLUMNS) await runner.dropColumn('attendance_changes', name);
  }
}
