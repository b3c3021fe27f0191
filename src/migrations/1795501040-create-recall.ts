import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  flag,
  id,
  index,
  instant,
  longText,
  nullable,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateRecall1795501040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'recall_items',
      [
        id(),
        whole('enrolment_id'),
        whole('question_id'),
        whole('step'),
        instant('due_at', nullable),
        flag('last_right'),
        instant('answered_at'),
        whole('times'),
      ],
      {
        indices: [unique('uq_recall_items_question', 'enrolment_id', 'question_id')],
        foreignKeys: [
          reference('fk_recall_items_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_recall_items_question', 'question_id', 'questions'),
        ],
      },
    );
    await createTable(
      runner,
      'recall_answers',
      [
        id(),
        whole('enrolment_id'),
        whole('item_id'),
        whole('number'),
        code('client_key', 40),
        whole('question_version_id'),
        longText('drawn'),
        longText('value'),
        flag('is_right'),
        instant('due_at', nullable),
        instant('answered_at'),
      ],
      {
        indices: [
          unique('uq_recall_answers_client_key', 'enrolment_id', 'client_key'),
          unique('uq_recall_answers_number', 'item_id', 'number'),
          index('ix_recall_answers_time', 'enrolment_id', 'answered_at'),
        ],
        foreignKeys: [
          reference('fk_recall_answers_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_recall_answers_item', 'item_id', 'recall_items'),
          reference('fk_recall_answers_version', 'question_version_id', 'question_versions'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'recall_answers', 'recall_items');
  }
}
