import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, flag, id, index, reference, unique, whole } from './table.js';

export class CreateCourseFiles1795505000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'course_files',
      [
        id(),
        whole('course_id'),
        code('name', 120),
        code('sha256', 64),
        code('blob_key', 32),
        code('type', 120),
        whole('bytes'),
        flag('is_current'),
      ],
      {
        indices: [
          unique('uq_course_files_content', 'course_id', 'name', 'sha256'),
          index('ix_course_files_sha256', 'sha256'),
          index('ix_course_files_blob', 'blob_key'),
        ],
        foreignKeys: [
          reference('fk_course_files_course', 'course_id', 'courses'),
          { ...reference('fk_course_files_blob', 'blob_key', 'blobs'), referencedColumnNames: ['key'] },
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'course_files');
  }
}
