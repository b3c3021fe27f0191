import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Activity } from '../courses/activity.entity.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import { activityDates, type Dates } from './activity-dates.js';
import { GroupMember } from './group.entity.js';
import { Meeting } from './meeting.entity.js';

/** The due date of an activity for an enrolment of the cohort; null: never. */
export type DueDates = (enrolmentId: number, activity: Activity) => Date | null;

/** Due dates for all of a cohort at once, with the same rule as for one learner. */
@Injectable()
export class CohortDatesService {
  constructor(
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    @InjectRepository(DateOverride) private readonly overrides: Repository<DateOverride>,
    @InjectRepository(Extension) private readonly extensions: Repository<Extension>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Four queries, however many learners and activities. Dates are worked out when asked for, once a class. */
  async dueDatesOf(cohortId: number): Promise<DueDates> {
    const inCohort = { enrolment: { cohortId } };
    const members = await this.members.findBy(inCohort);
    const classIds = [
      ...new Set(members.filter(({ kind }) => kind === 'class').map(({ groupId }) => groupId)),
    ];
    const [meetings, overrides, extensions] = await Promise.all([
      this.meetings.findBy({ classGroupId: In(classIds) }),
      this.overrides.find({
        where: [
          { scope: 'cohort', scopeId: cohortId },
          { scope: 'class', scopeId: In(classIds) },
        ],
        order: { scope: 'DESC' },
      }),
      this.extensions.findBy(inCohort),
    ]);
    return new DateSheet(members, meetings, overrides, extensions, this.config.timeZone).dueAt;
  }
}

class DateSheet {
  private readonly planned = new Map<string, Dates>();

  constructor(
    private readonly members: readonly GroupMember[],
    private readonly meetings: readonly Meeting[],
    private readonly overrides: readonly DateOverride[],
    private readonly extensions: readonly Extension[],
    private readonly timeZone: string,
  ) {}

  readonly dueAt: DueDates = (enrolmentId, activity) => {
    const classId = this.groupOf(enrolmentId, 'class');
    const { dueAt } = this.plannedFor(classId, activity);
    const sharers = this.sharersOf(enrolmentId, activity.submitsAs);
    const later = this.extensions
      .filter((extension) => extension.activityId === activity.id && sharers.includes(extension.enrolmentId))
      .map((extension) => extension.dueAt);
    return dueAt && later.reduce<Date>((due, to) => (to && to > due ? to : due), dueAt);
  };

  private plannedFor(classId: number | null, activity: Activity): Dates {
    const key = `${classId}:${activity.id}`;
    const known = this.planned.get(key);
    if (known) return known;
    const meeting =
      this.meetings.find((each) => each.classGroupId === classId && each.sessionId === activity.sessionId) ??
      null;
    const overrides = this.overrides.filter(
      (each) => each.activityId === activity.id && (each.scope === 'cohort' || each.scopeId === classId),
    );
    const dates = activityDates(activity, { meeting, overrides, extensions: [] }, this.timeZone);
    this.planned.set(key, dates);
    return dates;
  }

  private groupOf(enrolmentId: number, kind: string): number | null {
    return (
      this.members.find((each) => each.enrolmentId === enrolmentId && each.kind === kind)?.groupId ?? null
    );
  }

  private sharersOf(enrolmentId: number, submitsAs: Activity['submitsAs']): number[] {
    if (submitsAs !== 'pair' && submitsAs !== 'team') return [enrolmentId];
    const groupId = this.groupOf(enrolmentId, submitsAs);
    return [
      enrolmentId,
      ...this.members.filter((each) => each.groupId === groupId).map((each) => each.enrolmentId),
    ];
  }
}
