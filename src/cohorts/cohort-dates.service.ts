import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import type { ActivityToDate } from './activity-dates.service.js';
import { activityDates, type Dates } from './activity-dates.js';
import { type GroupKind, GroupMember } from './group.entity.js';
import { Meeting } from './meeting.entity.js';

/** The due date of an activity for an enrolment of the cohort; null: never. */
export type DueDates = (enrolmentId: number, activity: ActivityToDate) => Date | null;

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
  private readonly groups: Map<string, number>;
  private readonly members: Map<number, number[]>;
  private readonly extensions: Map<number, Extension[]>;

  constructor(
    members: readonly GroupMember[],
    private readonly meetings: readonly Meeting[],
    private readonly overrides: readonly DateOverride[],
    extensions: readonly Extension[],
    private readonly timeZone: string,
  ) {
    this.groups = new Map(
      members.map(({ enrolmentId, kind, groupId }) => [`${enrolmentId} ${kind}`, groupId]),
    );
    this.members = new Map();
    for (const { groupId, enrolmentId } of members) {
      const known = this.members.get(groupId);
      if (known) known.push(enrolmentId);
      else this.members.set(groupId, [enrolmentId]);
    }
    this.extensions = Map.groupBy(extensions, ({ activityId }) => activityId);
  }

  readonly dueAt: DueDates = (enrolmentId, activity) => {
    const { dueAt } = this.plannedFor(this.groupOf(enrolmentId, 'class'), activity);
    const given = this.extensions.get(activity.id);
    if (!dueAt || !given) return dueAt;
    const sharers = this.sharersOf(enrolmentId, activity.submitsAs);
    return given
      .filter((extension) => sharers.includes(extension.enrolmentId))
      .reduce<Date>((due, { dueAt: to }) => (to && to > due ? to : due), dueAt);
  };

  private plannedFor(classId: number | null, activity: ActivityToDate): Dates {
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

  private groupOf(enrolmentId: number, kind: GroupKind): number | null {
    return this.groups.get(`${enrolmentId} ${kind}`) ?? null;
  }

  private sharersOf(enrolmentId: number, submitsAs: ActivityToDate['submitsAs']): number[] {
    if (submitsAs !== 'pair' && submitsAs !== 'team') return [enrolmentId];
    return [enrolmentId, ...(this.members.get(this.groupOf(enrolmentId, submitsAs) ?? 0) ?? [])];
  }
}
