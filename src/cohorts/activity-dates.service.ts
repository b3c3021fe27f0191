import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Activity } from '../courses/activity.entity.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { inList } from '../platform/database/in-list.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import { activityDates, type Dates } from './activity-dates.js';
import type { GroupKind } from './group.entity.js';
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** By activity id. Three queries, however many activities; two where the meetings of the class are known. */
  async datesFor(
    place: LearnerPlace,
    activities: readonly ActivityToDate[],
    known?: readonly PlannedMeeting[],
  ): Promise<Map<number, DatedActivity>> {
    const [meetings, overrides, extensions] = await Promise.all([
      known ?? this.meetingsOf(place, activities),
      this.overridesOf(place),
      this.extensionsOf(place),
    ]);
    return new Map(
      activities.map((activity) => {
        const meeting = meetings.find(({ sessionId }) => sessionId === activity.sessionId) ?? null;
        const given = extensions.filter(({ activityId }) => activityId === activity.id);
        const own = given.find(({ enrolmentId }) => enrolmentId === place.enrolmentId);
        const counting = given.filter((one) => one === own || one.sharedAs === activity.submitsAs);
        const dates = activityDates(
          activity,
          {
            meeting,
            overrides: overrides.filter(({ activityId }) => activityId === activity.id),
            extensions: counting.map(({ dueAt }) => dueAt),
          },
          this.config.timeZone,
        );
        return [activity.id, { ...dates, meeting, extraMinutes: own?.extraMinutes ?? 0 }];
      }),
    );
  }

  async datesOf(place: LearnerPlace, activity: ActivityToDate): Promise<DatedActivity> {
    const dates = (await this.datesFor(place, [activity])).get(activity.id);
    return dates ?? { opensAt: null, dueAt: null, meeting: null, extraMinutes: 0 };
  }

  private async meetingsOf(
    { groups }: LearnerPlace,
    activities: readonly ActivityToDate[],
  ): Promise<PlannedMeeting[]> {
    if (!groups.class) return [];
    const sessionIds = [...new Set(activities.map(({ sessionId }) => sessionId))];
    const sql = `${MEETINGS} AND session_id IN (${inList(sessionIds)})`;
    const rows = await this.meetings.query<MeetingRow[]>(sql, [groups.class.id, ...sessionIds]);
    return rows.map((row) => ({
      ...row,
      startsAt: instantOf(row.startsAt),
      endsAt: instantOf(row.endsAt),
    }));
  }

  /** The cohort's before the class's. */
  private async overridesOf({ cohort, groups }: LearnerPlace): Promise<Override[]> {
    const rows = await this.overrides.query<OverrideRow[]>(OVERRIDES, [cohort.id, groups.class?.id ?? 0]);
    return rows.map(({ activityId, opensAt, dueAt }) => ({
      activityId,
      opensAt: instantOf(opensAt),
      dueAt: instantOf(dueAt),
    }));
  }

  /** Those of the learner, of the team and of the pair. */
  private async extensionsOf({ enrolmentId, groups }: LearnerPlace): Promise<SharedExtension[]> {
    const shared = [groups.team?.id ?? 0, groups.pair?.id ?? 0];
    const rows = await this.extensions.query<ExtensionRow[]>(EXTENSIONS, [...shared, ...shared, enrolmentId]);
    return rows.map((row) => ({ ...row, dueAt: instantOf(row.dueAt) }));
  }
}

const MEETINGS = `
  SELECT id, session_id AS sessionId, starts_at AS startsAt, ends_at AS endsAt, place
    FROM meetings
   WHERE class_group_id = ?`;

const OVERRIDES = `
  SELECT activity_id AS activityId, opens_at AS opensAt, due_at AS dueAt
    FROM date_overrides
   WHERE (scope = 'cohort' AND scope_id = ?) OR (scope = 'class' AND scope_id = ?)
   ORDER BY scope DESC`;

const EXTENSIONS = `
  SELECT x.activity_id AS activityId, x.enrolment_id AS enrolmentId, x.due_at AS dueAt,
         x.extra_minutes AS extraMinutes, m.kind AS sharedAs
    FROM extensions x
    LEFT JOIN group_members m ON m.enrolment_id = x.enrolment_id AND m.group_id IN (?, ?)
   WHERE x.enrolment_id IN (
           SELECT enrolment_id FROM group_members WHERE group_id IN (?, ?)
           UNION SELECT id FROM enrolments WHERE id = ?)`;

type Override = Pick<DateOverride, 'activityId' | 'opensAt' | 'dueAt'>;
type SharedExtension = Pick<Extension, 'activityId' | 'enrolmentId' | 'dueAt' | 'extraMinutes'> & {
  sharedAs: GroupKind | null;
};
type Raw<Row, Instants extends keyof Row> = Omit<Row, Instants> & {
  [Name in Instants]: RawInstant | Extract<Row[Name], null>;
};
type MeetingRow = Omit<PlannedMeeting, 'startsAt' | 'endsAt'> & { startsAt: RawInstant; endsAt: RawInstant };
type OverrideRow = Raw<Override, 'opensAt' | 'dueAt'>;
type ExtensionRow = Raw<SharedExtension, 'dueAt'>;
