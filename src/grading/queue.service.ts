import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Submission, SubmissionMember } from '../assignments/submission.entity.js';
import type { TeachingScope } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { fullName } from '../people/person-name.js';
import type { Actor } from '../platform/access/actor.js';
import { instantOf } from '../platform/database/columns.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import type { QueueFilter } from './queue-filter.js';
import type { QueueState } from './queue-state.js';
import type { Waiting } from './queue-order.js';

export interface QueueRow {
  id: number;
  activity: string;
  className: string;
  names: string[];
  submittedAt: Date;
  daysLate: number;
  score: number | null;
}

export interface Queue {
  rows: PageOfRows<QueueRow>;
  waiting: number;
  oldest: Date | null;
  classes: { id: number; name: string }[];
  activities: { id: number; name: string }[];
}

const STATES: Record<QueueState, string> = { waiting: 'submitted', returned: 'returned', graded: 'graded' };

/** What a person may judge, own classes before the others and the oldest first. */
@Injectable()
export class QueueService {
  constructor(
    @InjectRepository(Submission) private readonly submissions: Repository<Submission>,
    @InjectRepository(SubmissionMember) private readonly members: Repository<SubmissionMember>,
    private readonly teaching: TeachingService,
  ) {}

  /** One page; the number of queries does not depend on its rows. */
  async list(actor: Actor, filter: QueueFilter, page: number): Promise<Queue> {
    const scope = await this.teaching.scopeOf(actor);
    const [rows, counts, classes, activities] = await Promise.all([
      pageOfRows(page, (rows) => this.rows(scope, filter, rows)),
      this.within(scope)
        .andWhere("submission.state = 'submitted'")
        .select('COUNT(*)', 'waiting')
        .addSelect('MIN(submission.submitted_at)', 'oldest')
        .getRawOne<{ waiting: number | string; oldest: string | Date | null }>(),
      this.choices(scope, 'class_group.id', 'class_group.name'),
      this.choices(scope, 'activity.id', 'activity.title'),
    ]);
    return {
      rows,
      waiting: Number(counts?.waiting ?? 0),
      oldest: counts?.oldest ? instantOf(counts.oldest) : null,
      classes,
      activities,
    };
  }

  /** All that waits, for the way from one to the next. */
  async waiting(actor: Actor, filter: QueueFilter): Promise<{ scope: TeachingScope; waiting: Waiting[] }> {
    const scope = await this.teaching.scopeOf(actor);
    const rows = await this.filtered(scope, filter)
      .select('submission.id', 'id')
      .addSelect('submission.class_group_id', 'classId')
      .addSelect('submission.submitted_at', 'submittedAt')
      .getRawMany<{ id: number; classId: number | null; submittedAt: string | Date }>();
    return {
      scope,
      waiting: rows.map(({ id, classId, submittedAt }) => ({
        key: keyOf(id),
        classId,
        waitingSince: instantOf(submittedAt),
      })),
    };
  }

  private async rows(
    scope: TeachingScope,
    filter: QueueFilter,
    { skip, take }: { skip: number; take: number },
  ): Promise<QueueRow[]> {
    const own = [0, ...scope.ownGroupIds];
    const found = await this.filtered(scope, filter)
      .select('submission.id', 'id')
      .addSelect('activity.title', 'activity')
      .addSelect('class_group.name', 'className')
      .addSelect('submission.submitted_at', 'submittedAt')
      .addSelect('submission.days_late', 'daysLate')
      .addSelect('submission.score', 'score')
      .addSelect('CASE WHEN submission.class_group_id IN (:...own) THEN 0 ELSE 1 END', 'rank')
      .setParameter('own', own)
      .orderBy('CASE WHEN submission.class_group_id IN (:...own) THEN 0 ELSE 1 END')
      .addOrderBy('submission.submitted_at')
      .addOrderBy('submission.id')
      .offset(skip)
      .limit(take)
      .getRawMany<Omit<QueueRow, 'names' | 'submittedAt'> & { submittedAt: string | Date }>();
    const names = await this.namesOf(found.map(({ id }) => id));
    return found.map((row) => ({
      ...row,
      className: row.className ?? '',
      submittedAt: instantOf(row.submittedAt),
      names: names.get(row.id) ?? [],
    }));
  }

  private async namesOf(ids: readonly number[]): Promise<Map<number, string[]>> {
    const members = await this.members.find({
      where: { submissionId: In([...ids]) },
      relations: { enrolment: { person: true } },
    });
    const names = new Map<number, string[]>();
    for (const { submissionId, enrolment } of members)
      names.set(submissionId, [...(names.get(submissionId) ?? []), fullName(enrolment.person)]);
    return names;
  }

  private async choices(
    scope: TeachingScope,
    id: string,
    name: string,
  ): Promise<{ id: number; name: string }[]> {
    const rows = await this.within(scope)
      .andWhere(`submission.state IN ('submitted', 'returned', 'graded')`)
      .andWhere(`${id} IS NOT NULL`)
      .select(id, 'id')
      .addSelect(name, 'name')
      .groupBy(id)
      .addGroupBy(name)
      .orderBy(name)
      .getRawMany<{ id: number; name: string }>();
    return rows;
  }

  private filtered(
    scope: TeachingScope,
    { state, classId, activityId }: QueueFilter,
  ): SelectQueryBuilder<Submission> {
    const query = this.within(scope).andWhere('submission.state = :state', { state: STATES[state] });
    if (classId !== null) query.andWhere('submission.class_group_id = :classId', { classId });
    if (activityId !== null) query.andWhere('submission.activity_id = :activityId', { activityId });
    return query;
  }

  private within({ cohortIds, groupIds }: TeachingScope): SelectQueryBuilder<Submission> {
    const query = this.submissions
      .createQueryBuilder('submission')
      .innerJoin('submission.activity', 'activity')
      .leftJoin('submission.classGroup', 'class_group')
      .where('submission.submitted_at IS NOT NULL');
    if (cohortIds === null) return query;
    return query.andWhere(
      `(submission.cohort_id IN (:...cohorts) OR submission.class_group_id IN (:...groups)
        OR (submission.submitter_kind <> 'individual' AND submission.submitter_id IN (:...groups)))`,
      { cohorts: [0, ...cohortIds], groups: [0, ...groupIds] },
    );
  }
}

export const keyOf = (submissionId: number): string => `submission-${String(submissionId).padStart(10, '0')}`;
export const submissionIdOf = (key: string): number => Number(key.replace('submission-', ''));
