import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not, type Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { CohortDatesService } from './cohort-dates.service.js';
import { GroupMember } from './group.entity.js';

/** When nobody of a cohort can work on an activity any more. */
@Injectable()
export class ClosingDatesService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    private readonly dates: CohortDatesService,
  ) {}

  /** The latest due date of anyone in a class, extensions included; null where somebody has none (yet). */
  async closesAt(cohortId: number, activityId: number): Promise<Date | null> {
    return (await this.closingDates(cohortId, [activityId])).get(activityId) ?? null;
  }

  /** The same of several activities, by their ids; no query where there are none. */
  async closingDates(cohortId: number, activityIds: readonly number[]): Promise<Map<number, Date | null>> {
    if (activityIds.length === 0) return new Map();
    const [activities, members, dueAt] = await Promise.all([
      this.activities.findBy({ id: In([...activityIds]) }),
      this.members.findBy({ kind: 'class', enrolment: { cohortId, status: Not('withdrawn') } }),
      this.dates.dueDatesOf(cohortId),
    ]);
    return new Map(
      activities.map((activity) => {
        const dueDates = members.map(({ enrolmentId }) => dueAt(enrolmentId, activity));
        return [activity.id, dueDates.reduce(later, dueDates[0] ?? null)];
      }),
    );
  }
}

const later = (latest: Date | null, due: Date | null): Date | null =>
  latest && due && (due > latest ? due : latest);
