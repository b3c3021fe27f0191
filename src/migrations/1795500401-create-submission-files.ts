import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  index,
  instant,
  line,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateSubmissionFiles1795500401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'submission_files',
      [
        id(),
        whole('submission_id'),
        code('blob_key', 32),
        line('name'),
        code('kind', 10),
        code('sha256'),
        whole('bytes'),
        instant('added_at'),
        whole('added_by_id'),
      ],
      {
        indices: [
          unique('uq_submission_files_content', 'submission_id', 'sha256'),
          index('ix_submission_files_blob', 'blob_key'),
        ],
        foreignKeys: [
          reference('fk_submission_files_submission', 'submission_id', 'submissions'),
          {
            ...reference('fk_submission_files_blob', 'blob_key', 'blobs'),
            referencedColumnNames: ['key'],
          },
          reference('fk_submission_files_added_by', 'added_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'submission_files');
  }
}
