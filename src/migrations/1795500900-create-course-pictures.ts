import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, dropTables, flag, id, index, reference, unique, whole } from './table.js';

export class CreateCoursePictures1795500900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'course_pictures',
      [
        id(),
        whole('course_id'),
        code('name', 120),
        code('sha256', 64),
        code('blob_key', 32),
        code('type', 120),
        whole('bytes'),
        whole('width'),
        whole('height'),
        flag('is_current'),
      ],
      {
        indices: [
          unique('uq_course_pictures_content', 'course_id', 'name', 'sha256'),
          index('ix_course_pictures_sha256', 'sha256'),
          index('ix_course_pictures_blob', 'blob_key'),
        ],
        foreignKeys: [
          reference('fk_course_pictures_course', 'course_id', 'courses'),
          { ...reference('fk_course_pictures_blob', 'blob_key', 'blobs'), referencedColumnNames: ['key'] },
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'course_pictures');
  }
}
