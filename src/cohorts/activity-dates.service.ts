import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Activity, SubmitsAs } from '../courses/activity.entity.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import { activityDates, type Dates } from './activity-dates.js';
import { GroupMember } from './group.entity.js';
import type { LearnerPlace } from './learner-place.js';
import { Meeting } from './meeting.entity.js';

/** What the dates of an activity come from. */
export type ActivityToDate = Pick<Activity, 'id' | 'sessionId' | 'submitsAs' | 'opensRule' | 'dueRule'>;
export type PlannedMeeting = Pick<Meeting, 'id' | 'sessionId' | 'startsAt' | 'endsAt' | 'place'>;

export interface DatedActivity extends Dates {
  meeting: PlannedMeeting | null;
  /** Minutes added to a quiz's limit. */
  extraMinutes: number;
}

/** The real dates of activities for one learner; everyone who needs a date asks here. */
@Injectable()
export class ActivityDatesService {
  constructor(
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    @InjectRepository(DateOverride) private readonly overrides: Repository<DateOverride>,
    @InjectRepository(Extension) private readonly extensions: Repository<Extension>,
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** By activity id. Four queries, however many activities; three where the meetings of the class are known. */
  async datesFor(
    place: LearnerPlace,
    activities: readonly ActivityToDate[],
    known?: readonly PlannedMeeting[],
  ): Promise<Map<number, DatedActivity>> {
    const [meetings, overrides, extensions, groups] = await Promise.all([
      known ?? this.meetingsOf(place, activities),
      this.overridesOf(place, activities),
      this.extensionsOf(place, activities),
      this.enrolmentsOf(place),
    ]);
    return new Map(
      activities.map((activity) => {
        const meeting = meetings.find(({ sessionId }) => sessionId === activity.sessionId) ?? null;
        const sharers = groups[activity.submitsAs];
        const own = extensions.filter(({ activityId }) => activityId === activity.id);
        const dates = activityDates(
          activity,
          {
            meeting,
            overrides: overrides.filter(({ activityId }) => activityId === activity.id),
            extensions: own
              .filter(({ enrolmentId }) => sharers.includes(enrolmentId))
              .map(({ dueAt }) => dueAt),
          },
          this.config.timeZone,
        );
        const extraMinutes =
          own.find(({ enrolmentId }) => enrolmentId === place.enrolmentId)?.extraMinutes ?? 0;
        return [activity.id, { ...dates, meeting, extraMinutes }];
      }),
    );
  }

  async datesOf(place: LearnerPlace, activity: ActivityToDate): Promise<DatedActivity> {
    const dates = (await this.datesFor(place, [activity])).get(activity.id);
    return dates ?? { opensAt: null, dueAt: null, meeting: null, extraMinutes: 0 };
  }

  private meetingsOf(place: LearnerPlace, activities: readonly ActivityToDate[]): Promise<Meeting[]> {
    if (!place.groups.class) return Promise.resolve([]);
    const sessionId = In([...new Set(activities.map((activity) => activity.sessionId))]);
    return this.meetings.findBy({ classGroupId: place.groups.class.id, sessionId });
  }

  /** The cohort's before the class's. */
  private overridesOf(place: LearnerPlace, activities: readonly ActivityToDate[]): Promise<DateOverride[]> {
    const activityId = In(activities.map(({ id }) => id));
    const where = [{ scope: 'cohort' as const, scopeId: place.cohort.id, activityId }];
    const ofClass = place.groups.class
      ? [{ scope: 'class' as const, scopeId: place.groups.class.id, activityId }]
      : [];
    return this.overrides.find({ where: [...where, ...ofClass], order: { scope: 'DESC' } });
  }

  private extensionsOf(place: LearnerPlace, activities: readonly ActivityToDate[]): Promise<Extension[]> {
    return this.extensions
      .createQueryBuilder('extension')
      .innerJoin('extension.enrolment', 'enrolment')
      .where('enrolment.cohortId = :cohort', { cohort: place.cohort.id })
      .andWhere('extension.activityId IN (:...activities)', {
        activities: [0, ...activities.map(({ id }) => id)],
      })
      .getMany();
  }

  /** The enrolments whose extensions count, by how work is handed in. */
  private async enrolmentsOf(place: LearnerPlace): Promise<Record<SubmitsAs, number[]>> {
    const groupIds = [place.groups.team?.id, place.groups.pair?.id].filter((id) => id !== undefined);
    const members = groupIds.length > 0 ? await this.members.findBy({ groupId: In(groupIds) }) : [];
    const own = [place.enrolmentId];
    const of = (kind: 'team' | 'pair') => [
      ...own,
      ...members.filter((member) => member.kind === kind).map(({ enrolmentId }) => enrolmentId),
    ];
    return { individual: own, none: own, pair: of('pair'), team: of('team') };
  }
}
