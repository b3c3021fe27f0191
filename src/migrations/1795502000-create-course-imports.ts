import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  index,
  instant,
  line,
  longText,
  nullable,
  reference,
  whole,
} from './table.js';

export class CreateCourseImports1795502000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'course_imports',
      [
        id(),
        code('course_key'),
        line('title'),
        line('file_name'),
        code('blob_key', 32, nullable),
        whole('person_id'),
        instant('created_at'),
        whole('job_id', nullable),
        instant('finished_at', nullable),
        longText('report', nullable),
      ],
      {
        indices: [
          index('ix_course_imports_blob', 'blob_key'),
          index('ix_course_imports_person', 'person_id'),
        ],
        foreignKeys: [
          { ...reference('fk_course_imports_blob', 'blob_key', 'blobs'), referencedColumnNames: ['key'] },
          reference('fk_course_imports_person', 'person_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'course_imports');
  }
}
