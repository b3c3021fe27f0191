import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, code, instant, nullable } from './table.js';

/** Scores of exams that were taken before wait from now on as well. */
const EXAMS = `
  UPDATE progress SET score_opens = 'close'
   WHERE activity_id IN (SELECT activity_id FROM activity_versions WHERE content LIKE '%"review":"afterDue"%')`;

export class AddScoreWaits1795500800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'progress', instant('settled_at', nullable));
    await addColumn(runner, 'progress', code('score_opens', 20, nullable));
    await runner.query(EXAMS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('progress', 'score_opens');
    await runner.dropColumn('progress', 'settled_at');
  }
}
