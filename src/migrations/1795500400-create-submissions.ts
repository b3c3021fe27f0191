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
  primary,
  reference,
  score,
  unique,
  whole,
} from './table.js';

export class CreateSubmissions1795500400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'submissions',
      [
        id(),
        whole('activity_id'),
        whole('activity_version_id'),
        whole('cohort_id'),
        whole('class_group_id', nullable),
        code('submitter_kind', 20),
        whole('submitter_id'),
        whole('number'),
        whole('revision'),
        code('state', 20),
        longText('text'),
        whole('text_seq'),
        code('client_key', 40, nullable),
        instant('submitted_at', nullable),
        whole('submitted_by_id', nullable),
        whole('days_late'),
        instant('judged_at', nullable),
        score('score', nullable),
        longText('receipt', nullable),
      ],
      {
        indices: [
          unique('uq_submissions_number', 'activity_id', 'submitter_kind', 'submitter_id', 'number'),
          unique('uq_submissions_client_key', 'activity_id', 'submitter_kind', 'submitter_id', 'client_key'),
          index('ix_submissions_submitter', 'submitter_kind', 'submitter_id'),
          index('ix_submissions_class', 'class_group_id', 'state', 'submitted_at'),
          index('ix_submissions_cohort', 'cohort_id', 'state', 'submitted_at'),
        ],
        foreignKeys: [
          reference('fk_submissions_activity', 'activity_id', 'activities'),
          reference('fk_submissions_version', 'activity_version_id', 'activity_versions'),
          reference('fk_submissions_cohort', 'cohort_id', 'cohorts'),
          reference('fk_submissions_class', 'class_group_id', 'groups'),
          reference('fk_submissions_submitted_by', 'submitted_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'submission_members',
      [whole('submission_id', primary), whole('enrolment_id', primary)],
      {
        indices: [index('ix_submission_members_enrolment', 'enrolment_id')],
        foreignKeys: [
          reference('fk_submission_members_submission', 'submission_id', 'submissions', 'CASCADE'),
          reference('fk_submission_members_enrolment', 'enrolment_id', 'enrolments'),
        ],
      },
    );
    await createTable(
      runner,
      'gradings',
      [
        id(),
        whole('submission_id'),
        whole('round'),
        whole('grader_id'),
        code('state', 20),
        longText('levels'),
        longText('feedback'),
        line('reason', 500),
        score('score_before', nullable),
        score('penalty'),
        score('score', nullable),
        whole('version'),
        instant('saved_at'),
      ],
      {
        indices: [unique('uq_gradings_round', 'submission_id', 'round')],
        foreignKeys: [
          reference('fk_gradings_submission', 'submission_id', 'submissions'),
          reference('fk_gradings_grader', 'grader_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'peer_factors',
      [whole('grading_id', primary), whole('enrolment_id', primary), whole('factor')],
      {
        foreignKeys: [
          reference('fk_peer_factors_grading', 'grading_id', 'gradings', 'CASCADE'),
          reference('fk_peer_factors_enrolment', 'enrolment_id', 'enrolments'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'peer_factors', 'gradings', 'submission_members', 'submissions');
  }
}
