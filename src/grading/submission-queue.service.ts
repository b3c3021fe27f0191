import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Submission, SubmissionMember } from '../assignments/submission.entity.js';
import type { TeachingScope } from '../cohorts/teaching-scope.js';
import { fullName } from '../people/person-name.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import type { QueueFilter } from './queue-filter.js';
import { submissionKey } from './queue-keys.js';
import type { QueueState } from './queue-state.js';
import type { QueueItem } from './queue.service.js';

const STATES: Record<QueueState, string> = { waiting: 'submitted', returned: 'returned', graded: 'graded' };

/** Handed-in work, for the queue. */
@Injectable()
export class SubmissionQueueService {
  constructor(
    @InjectRepository(Submission) private readonly submissions: Repository<Submission>,
    @InjectRepository(SubmissionMember) private readonly members: Repository<SubmissionMember>,
  ) {}

  /** All that the filter asks for, in no order. */
  async items(scope: TeachingScope, { state, classId, activityId }: QueueFilter): Promise<QueueItem[]> {
    const query = this.within(scope).andWhere('submission.state = :state', { state: STATES[state] });
    if (classId !== null) query.andWhere('submission.class_group_id = :classId', { classId });
    if (activityId !== null) query.andWhere('submission.activity_id = :activityId', { activityId });
    const rows = await query
      .select('submission.id', 'id')
      .addSelect('class_group.id', 'classId')
      .addSelect('class_group.name', 'className')
      .addSelect('activity.id', 'activityId')
      .addSelect('activity.title', 'activity')
      .addSelect('submission.submitted_at', 'submittedAt')
      .addSelect('submission.days_late', 'daysLate')
      .addSelect('submission.score', 'score')
      .getRawMany<Omit<QueueItem, 'key' | 'waitingSince'> & { id: number; submittedAt: RawInstant }>();
    return rows.map(({ id, submittedAt, ...item }) => ({
      ...item,
      key: submissionKey(id),
      waitingSince: instantOf(submittedAt),
    }));
  }

  /** Whose work each is, by its key. */
  async names(ids: readonly number[]): Promise<Map<string, string[]>> {
    const members = await this.members.find({
      where: { submissionId: In([...ids]) },
      relations: { enrolment: { person: true } },
    });
    const of = Map.groupBy(members, ({ submissionId }) => submissionKey(submissionId));
    return new Map(
      [...of].map(([key, found]) => [key, found.map(({ enrolment }) => fullName(enrolment.person))]),
    );
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
