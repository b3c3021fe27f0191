import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  dropTables,
  flag,
  id,
  index,
  instant,
  line,
  longText,
  reference,
  score,
  unique,
  whole,
} from './table.js';

export class CreateAnswerJudgements1795500801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'answer_judgements',
      [
        id(),
        whole('attempt_question_id'),
        whole('round'),
        score('score'),
        longText('feedback'),
        line('reason', 500),
        whole('grader_id'),
        instant('judged_at'),
      ],
      {
        indices: [unique('uq_answer_judgements_round', 'attempt_question_id', 'round')],
        foreignKeys: [
          reference('fk_answer_judgements_question', 'attempt_question_id', 'attempt_questions'),
          reference('fk_answer_judgements_grader', 'grader_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'late_decisions',
      [
        id(),
        whole('attempt_id'),
        whole('entry_id'),
        flag('accepted'),
        line('reason', 500),
        whole('decided_by_id'),
        instant('decided_at'),
      ],
      {
        indices: [
          unique('uq_late_decisions_entry', 'entry_id'),
          index('ix_late_decisions_attempt', 'attempt_id'),
        ],
        foreignKeys: [
          reference('fk_late_decisions_attempt', 'attempt_id', 'attempts'),
          reference('fk_late_decisions_entry', 'entry_id', 'answer_log'),
          reference('fk_late_decisions_decided_by', 'decided_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'late_decisions', 'answer_judgements');
  }
}
