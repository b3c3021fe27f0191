import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  instant,
  line,
  reference,
  score,
  unique,
  whole,
} from './table.js';

export class CreateEnteredScores1795500520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'entered_scores',
      [
        id(),
        whole('enrolment_id'),
        code('component', 40),
        score('score'),
        line('source'),
        instant('at'),
        whole('entered_by_id'),
      ],
      {
        indices: [unique('uq_entered_scores_component', 'enrolment_id', 'component')],
        foreignKeys: [
          reference('fk_entered_scores_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_entered_scores_entered_by', 'entered_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'entered_visits',
      [
        id(),
        whole('enrolment_id'),
        line('business', 120),
        whole('visits'),
        line('source'),
        instant('at'),
        whole('entered_by_id'),
      ],
      {
        indices: [unique('uq_entered_visits_business', 'enrolment_id', 'business')],
        foreignKeys: [
          reference('fk_entered_visits_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_entered_visits_entered_by', 'entered_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'entered_visits', 'entered_scores');
  }
}
