import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type Repository } from 'typeorm';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { Progress } from './progress.entity.js';
import type { ScoreWait } from './shown-score.js';

/** A score whose review opens later says so; any other is shown at once. */
type ProgressNews = Omit<Progress, 'enrolment' | 'activity' | keyof ScoreWait> & Partial<ScoreWait>;

/** A row of progress by itself. */
export type ProgressRecord = Omit<Progress, 'enrolment' | 'activity'>;

/** The one place that says what an enrolment has done of an activity. */
@Injectable()
export class ProgressService {
  constructor(@InjectRepository(Progress) private readonly progress: Repository<Progress>) {}

  /** Writes where an activity stands now, in the unit of work of its cause. Saying the same again changes nothing. */
  async record(manager: EntityManager, news: ProgressNews): Promise<void> {
    await manager.upsert(Progress, { settledAt: null, scoreOpens: null, ...news }, [
      'enrolmentId',
      'activityId',
    ]);
  }

  /** What one learner has done, by activity id. */
  async of(enrolmentId: number): Promise<Map<number, ProgressRecord>> {
    const rows = await this.progress.query<ProgressRow[]>(OF_ENROLMENT, [enrolmentId]);
    return new Map(rows.map((row) => [row.activityId, recordOf(row)]));
  }

  /** All rows of several enrolments, for tables over a whole cohort. */
  async ofMany(enrolmentIds: readonly number[]): Promise<Progress[]> {
    return await this.progress.findBy({ enrolmentId: In([...enrolmentIds]) });
  }
}

const OF_ENROLMENT = `
  SELECT enrolment_id AS enrolmentId, activity_id AS activityId, state, score, critical_score AS criticalScore,
         must_pass_met AS mustPassMet, at, settled_at AS settledAt, score_opens AS scoreOpens
    FROM progress
   WHERE enrolment_id = ?`;

interface ProgressRow extends Omit<ProgressRecord, 'mustPassMet' | 'at' | 'settledAt'> {
  mustPassMet: number;
  at: RawInstant;
  settledAt: RawInstant | null;
}

const recordOf = (row: ProgressRow): ProgressRecord => ({
  ...row,
  mustPassMet: Boolean(row.mustPassMet),
  at: instantOf(row.at),
  settledAt: instantOf(row.settledAt),
});
