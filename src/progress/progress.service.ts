import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type EntityManager, type Repository } from 'typeorm';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { Progress } from './progress.entity.js';
import type { ScoreWait } from './shown-score.js';

/** A score whose review opens later says so; any other is shown at once. */
export type ProgressNews = Omit<Progress, 'enrolment' | 'activity' | keyof ScoreWait> & Partial<ScoreWait>;
export type ProgressMark = Pick<Progress, 'state' | 'score' | 'at' | keyof ScoreWait>;

type MarkRow = Omit<ProgressMark, 'at' | 'settledAt'> & {
  activityId: number;
  at: RawInstant;
  settledAt: RawInstant | null;
};

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

  /** What one learner has done, by activity id, as lists need it. */
  async marksOf(enrolmentId: number): Promise<Map<number, ProgressMark>> {
    const rows = await this.progress
      .createQueryBuilder('progress')
      .where('progress.enrolmentId = :enrolmentId', { enrolmentId })
      .select(['progress.activityId AS "activityId"', 'progress.state AS "state"'])
      .addSelect(['progress.score AS "score"', 'progress.at AS "at"'])
      .addSelect(['progress.settledAt AS "settledAt"', 'progress.scoreOpens AS "scoreOpens"'])
      .getRawMany<MarkRow>();
    return new Map(
      rows.map(({ activityId, at, settledAt, ...mark }) => [
        activityId,
        { ...mark, at: instantOf(at), settledAt: instantOf(settledAt) },
      ]),
    );
  }

  /** By activity id. */
  async of(enrolmentId: number): Promise<Map<number, Progress>> {
    const rows = await this.progress.findBy({ enrolmentId });
    return new Map(rows.map((row) => [row.activityId, row]));
  }

  /** All rows of several enrolments, for tables over a whole cohort. */
  async ofMany(enrolmentIds: readonly number[]): Promise<Progress[]> {
    return await this.progress.findBy({ enrolmentId: In([...enrolmentIds]) });
  }
}
