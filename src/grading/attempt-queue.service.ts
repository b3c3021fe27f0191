import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Group, GroupMember } from '../cohorts/group.entity.js';
import type { TeachingScope } from '../cohorts/teaching-scope.js';
import { fullName } from '../people/person-name.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { Attempt } from '../quizzes/attempt.entity.js';
import type { QueueFilter } from './queue-filter.js';
import { attemptKey } from './queue-keys.js';
import type { QueueItem } from './queue.service.js';

/** Something was judged in it, or a late answer decided about. */
const TOUCHED = `(EXISTS (SELECT 1 FROM late_decisions d WHERE d.attempt_id = attempt.id)
  OR EXISTS (SELECT 1 FROM attempt_questions q JOIN answer_judgements j ON j.attempt_question_id = q.id
              WHERE q.attempt_id = attempt.id))`;

/** Attempts with essays and late answers, for the queue. */
@Injectable()
export class AttemptQueueService {
  constructor(@InjectRepository(Attempt) private readonly attempts: Repository<Attempt>) {}

  /** All that the filter asks for, in no order. Attempts are never given back. */
  async items(scope: TeachingScope, { state, classId, activityId }: QueueFilter): Promise<QueueItem[]> {
    if (state === 'returned') return [];
    const query = this.within(scope);
    if (state === 'waiting') query.andWhere("attempt.state = 'waiting'");
    else query.andWhere(`attempt.state = 'scored' AND ${TOUCHED}`);
    if (classId !== null) query.andWhere('class_group.id = :classId', { classId });
    if (activityId !== null) query.andWhere('attempt.activity_id = :activityId', { activityId });
    const rows = await query
      .select('attempt.id', 'id')
      .addSelect('class_group.id', 'classId')
      .addSelect('class_group.name', 'className')
      .addSelect('activity.id', 'activityId')
      .addSelect('activity.title', 'activity')
      .addSelect('attempt.submitted_at', 'submittedAt')
      .addSelect("CASE WHEN attempt.state = 'scored' THEN attempt.score END", 'score')
      .getRawMany<
        Omit<QueueItem, 'key' | 'waitingSince' | 'daysLate'> & { id: number; submittedAt: RawInstant }
      >();
    return rows.map(({ id, submittedAt, ...item }) => ({
      ...item,
      key: attemptKey(id),
      waitingSince: instantOf(submittedAt),
      daysLate: 0,
    }));
  }

  /** Whose each is, by its key. */
  async names(ids: readonly number[]): Promise<Map<string, string[]>> {
    const attempts = await this.attempts.find({
      select: { id: true, enrolment: { id: true, person: true } },
      where: { id: In([...ids]) },
      relations: { enrolment: { person: true } },
    });
    return new Map(attempts.map(({ id, enrolment }) => [attemptKey(id), [fullName(enrolment.person)]]));
  }

  private within({ cohortIds, groupIds }: TeachingScope): SelectQueryBuilder<Attempt> {
    const query = this.attempts
      .createQueryBuilder('attempt')
      .innerJoin('attempt.activity', 'activity')
      .innerJoin('attempt.enrolment', 'enrolment')
      .leftJoin(GroupMember, 'member', "member.enrolment_id = enrolment.id AND member.kind = 'class'")
      .leftJoin(Group, 'class_group', 'class_group.id = member.group_id')
      .where("attempt.submitted_at IS NOT NULL AND enrolment.status <> 'withdrawn'");
    if (cohortIds === null) return query;
    return query.andWhere('(enrolment.cohort_id IN (:...cohorts) OR class_group.id IN (:...groups))', {
      cohorts: [0, ...cohortIds],
      groups: [0, ...groupIds],
    });
  }
}
