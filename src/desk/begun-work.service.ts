import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BegunWork } from '../courses/begun-work.js';

/** Answers from everything that a learner can begin: a lesson opened, an attempt, a submission, also as a draft. */
@Injectable()
export class BegunWorkService extends BegunWork {
  async byCohort(manager: EntityManager, activityId: number): Promise<ReadonlyMap<number, number>> {
    const values = [activityId, activityId, activityId, activityId];
    const rows = await manager.query<{ cohortId: number; learners: number | string }[]>(BEGUN, values);
    return new Map(rows.map(({ cohortId, learners }) => [cohortId, Number(learners)]));
  }
}

const BEGUN = `
  SELECT b.cohort_id AS cohortId, COUNT(*) AS learners
    FROM (SELECT e.cohort_id, e.id FROM progress p JOIN enrolments e ON e.id = p.enrolment_id WHERE p.activity_id = ?
          UNION
          SELECT e.cohort_id, e.id FROM attempts t JOIN enrolments e ON e.id = t.enrolment_id WHERE t.activity_id = ?
          UNION
          SELECT s.cohort_id, s.submitter_id FROM submissions s
           WHERE s.activity_id = ? AND s.submitter_kind = 'individual'
          UNION
          SELECT s.cohort_id, m.enrolment_id FROM submissions s JOIN group_members m ON m.group_id = s.submitter_id
           WHERE s.activity_id = ? AND s.submitter_kind <> 'individual') b
   GROUP BY b.cohort_id`;
