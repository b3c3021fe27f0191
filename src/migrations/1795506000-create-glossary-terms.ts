import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, id, line, longText, reference, unique, whole } from './table.js';

export class CreateGlossaryTerms1795506000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'glossary_terms',
      [
        id(),
        whole('course_id'),
        code('key', 60),
        line('term', 60),
        longText('aliases'),
        line('meaning', 200),
      ],
      {
        indices: [unique('uq_glossary_terms_key', 'course_id', 'key')],
        foreignKeys: [reference('fk_glossary_terms_course', 'course_id', 'courses')],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'glossary_terms');
  }
}
