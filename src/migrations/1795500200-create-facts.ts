import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  line,
  longText,
  nullable,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateFacts1795500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'facts',
      [
        id(),
        whole('course_id'),
        code('key', 60),
        line('value', 120),
        line('unit', 40, nullable),
        line('source', 160),
        code('checked_on', 10),
        whole('checked_by_id', nullable),
        code('expires_on', 10, nullable),
        code('flag', 20, nullable),
        longText('note', nullable),
      ],
      {
        indices: [unique('uq_facts_key', 'course_id', 'key')],
        foreignKeys: [
          reference('fk_facts_course', 'course_id', 'courses'),
          reference('fk_facts_checked_by', 'checked_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'facts');
  }
}
