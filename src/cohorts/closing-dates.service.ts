import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import { activityDates } from './activity-dates.js';
import { Group } from './group.entity.js';
import { Meeting } from './meeting.entity.js';

/** When nobody of a cohort can work on an activity any more. */
@Injectable()
export class ClosingDatesService {
  constructor(
    @InjectRepository(Group) private readonly groups: Repository<Group>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    @InjectRepository(DateOverride) private readonly overrides: Repository<DateOverride>,
    @InjectRepository(Extension) private readonly extensions: Repository<Extension>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The latest due date of any class with any extension; null where some class has none (yet). */
  async closesAt(
    cohortId: number,
    activity: Pick<Activity, 'id' | 'sessionId' | 'opensRule' | 'dueRule'>,
  ): Promise<Date | null> {
    const classes = await this.groups.findBy({ cohortId, kind: 'class' });
    const ids = classes.map(({ id }) => id);
    const [meetings, overrides, extensions] = await Promise.all([
      this.meetings.findBy({ classGroupId: In(ids), sessionId: activity.sessionId }),
      this.overrides.find({ where: { activityId: activity.id }, order: { scope: 'DESC' } }),
      this.extensions.findBy({ activityId: activity.id, enrolment: { cohortId } }),
    ]);
    const dueDates = ids.map((classId) => {
      const sources = {
        meeting: meetings.find(({ classGroupId }) => classGroupId === classId) ?? null,
        overrides: overrides.filter(({ scope, scopeId }) =>
          scope === 'cohort' ? scopeId === cohortId : scopeId === classId,
        ),
        extensions: extensions.map(({ dueAt }) => dueAt),
      };
      return activityDates(activity, sources, this.config.timeZone).dueAt;
    });
    return dueDates.reduce(later, dueDates[0] ?? null);
  }
}

const later = (latest: Date | null, due: Date | null): Date | null =>
  latest && due && (due > latest ? due : latest);
