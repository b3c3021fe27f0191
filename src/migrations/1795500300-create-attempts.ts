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
  score,
  unique,
  whole,
} from './table.js';

export class CreateAttempts1795500300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'attempts',
      [
        id(),
        whole('enrolment_id'),
        whole('activity_id'),
        whole('number'),
        whole('activity_version_id'),
        code('seed', 40),
        instant('started_at'),
        instant('deadline_at', nullable),
        instant('submitted_at', nullable),
        code('state', 20),
        score('score', nullable),
        flag('must_pass_met'),
        whole('revision'),
      ],
      {
        indices: [
          unique('uq_attempts_number', 'enrolment_id', 'activity_id', 'number'),
          index('ix_attempts_state', 'state', 'deadline_at'),
        ],
        foreignKeys: [
          reference('fk_attempts_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_attempts_activity', 'activity_id', 'activities'),
          reference('fk_attempts_activity_version', 'activity_version_id', 'activity_versions'),
        ],
      },
    );
    await createTable(
      runner,
      'attempt_questions',
      [
        id(),
        whole('attempt_id'),
        whole('position'),
        whole('question_version_id'),
        longText('drawn'),
        score('points'),
        flag('must_pass'),
        whole('seq'),
        longText('value', nullable),
        flag('flagged'),
        instant('answered_at', nullable),
        score('score', nullable),
      ],
      {
        indices: [
          unique('uq_attempt_questions_position', 'attempt_id', 'position'),
          index('ix_attempt_questions_version', 'question_version_id'),
        ],
        foreignKeys: [
          reference('fk_attempt_questions_attempt', 'attempt_id', 'attempts'),
          reference('fk_attempt_questions_version', 'question_version_id', 'question_versions'),
        ],
      },
    );
    await createTable(
      runner,
      'answer_log',
      [
        id(),
        whole('attempt_id'),
        code('client_key', 40),
        whole('position'),
        whole('seq_seen'),
        longText('value', nullable),
        code('outcome', 20),
        instant('received_at'),
        instant('client_at', nullable),
      ],
      {
        indices: [unique('uq_answer_log_client_key', 'attempt_id', 'client_key')],
        foreignKeys: [reference('fk_answer_log_attempt', 'attempt_id', 'attempts')],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'answer_log', 'attempt_questions', 'attempts');
  }
}
