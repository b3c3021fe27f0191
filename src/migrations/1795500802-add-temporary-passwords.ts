import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, instant, nullable } from './table.js';

/** Passwords given before are taken as chosen: nothing tells which of them have been changed since. */
export class AddTemporaryPasswords1795500802000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'people', instant('password_expires_at', nullable));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('people', 'password_expires_at');
  }
}
