import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, type Repository } from 'typeorm';
import type { AttendanceCount } from '../attendance/attendance-rules.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { Cohort } from '../cohorts/cohort.entity.js';
import { ActivityDatesService } from '../cohorts/activity-dates.service.js';
import { CohortDatesService, type DueDates } from '../cohorts/cohort-dates.service.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import { inList } from '../platform/database/in-list.js';
import { Clock } from '../platform/clock/clock.js';
import { type ProgressRecord, ProgressService } from '../progress/progress.service.js';
import { ShownProgressService } from '../progress/shown-progress.service.js';
import { type BuiltStanding, buildStanding, type JudgedActivity } from './build-standing.js';
import { EnteredScore, EnteredVisits } from './entered-score.entity.js';

export interface EnrolmentStanding extends BuiltStanding {
  enrolment: Enrolment;
}

/** What is known of enrolments on their way to the certificate, computed from its sources whenever it is asked for. */
@Injectable()
export class StandingsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    @InjectRepository(EnteredScore) private readonly scores: Repository<EnteredScore>,
    @InjectRepository(EnteredVisits) private readonly visits: Repository<EnteredVisits>,
    private readonly activities: ActivitiesService,
    private readonly dates: ActivityDatesService,
    private readonly cohortDates: CohortDatesService,
    private readonly progress: ProgressService,
    private readonly shown: ShownProgressService,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
  ) {}

  /**
   * All enrolments of a cohort but pending ones, or those of them that `which` says, by name, with person and student
   * record. The number of queries does not depend on how many they are. With every score: it is for who judges and issues.
   */
  async ofCohort(cohortId: number, which: FindOptionsWhere<Enrolment> = {}): Promise<EnrolmentStanding[]> {
    const enrolments = await this.enrolments.find({
      where: { ...which, cohortId, status: In(['active', 'withdrawn', 'finished']) },
      relations: { person: true, studentRecord: true },
      order: { person: { name: 'ASC' }, id: 'ASC' },
      relationLoadStrategy: 'join',
    });
    const cohort = await this.cohorts.findOneByOrFail({ id: cohortId });
    const [activities, progress, dueAt] = await Promise.all([
      this.activities.allPublished(cohort),
      this.progress.ofMany(enrolments.map(({ id }) => id)),
      this.cohortDates.dueDatesOf(cohortId),
    ]);
    const parts = await this.sheetOf(cohort, enrolments, activities);
    const sheet = { ...parts, dueAt, progress: byEnrolment(progress) };
    return enrolments.map((enrolment) => ({ enrolment, ...standingOf(enrolment, sheet) }));
  }

  /** That of one learner, as that learner may see it: a score whose review has not opened is not in it. */
  async ofLearner(place: LearnerPlace): Promise<BuiltStanding> {
    const { cohort, enrolmentId: id } = place;
    const [activities, progress] = await Promise.all([
      this.activities.allPublished(cohort),
      this.shown.of(place),
    ]);
    const dates = await this.dates.datesFor(place, activities);
    const sheet = await this.sheetOf(cohort, [{ id }], activities);
    const dueAt: DueDates = (_, activity) => dates.get(activity.id)?.dueAt ?? null;
    return standingOf({ id }, { ...sheet, dueAt, progress: new Map([[id, [...progress.values()]]]) });
  }

  private async sheetOf(
    cohort: Sheet['cohort'],
    enrolments: readonly Pick<Enrolment, 'id'>[],
    activities: readonly PublishedActivity[],
  ) {
    const ids = enrolments.map(({ id }) => id);
    const now = this.clock.now();
    const [scores, visits, attendance, meetings] = await Promise.all([
      this.scores.query<EnteredRow[]>(`${SCORES} WHERE enrolment_id IN (${inList(ids)})`, ids),
      this.visits.query<VisitsRow[]>(`${VISITS} WHERE enrolment_id IN (${inList(ids)})`, ids),
      this.attendance.countsOf(ids, cohort.rules.attendance),
      this.attendance.meetingsHeld(ids, now),
    ]);
    return {
      now,
      cohort,
      activities: activities.map(judged),
      byId: new Map(activities.map((activity) => [activity.id, activity])),
      scores: byEnrolment(scores),
      visits: byEnrolment(visits),
      attendance,
      meetings,
    };
  }
}

const SCORES = 'SELECT enrolment_id AS enrolmentId, component, score, source FROM entered_scores';
const VISITS = 'SELECT enrolment_id AS enrolmentId, visits FROM entered_visits';

type EnteredRow = Pick<EnteredScore, 'enrolmentId' | 'component' | 'score' | 'source'>;
type VisitsRow = Pick<EnteredVisits, 'enrolmentId' | 'visits'>;

/** What the standings of several enrolments are built from; all maps by enrolment, but that of the activities. */
interface Sheet {
  now: Date;
  cohort: Pick<Cohort, 'rules' | 'status'>;
  activities: JudgedActivity[];
  byId: ReadonlyMap<number, PublishedActivity>;
  progress: ReadonlyMap<number, readonly ProgressRecord[]>;
  scores: ReadonlyMap<number, readonly EnteredRow[]>;
  visits: ReadonlyMap<number, readonly VisitsRow[]>;
  attendance: ReadonlyMap<number, AttendanceCount>;
  meetings: ReadonlyMap<number, { planned: number; held: number }>;
  dueAt: DueDates;
}

const byEnrolment = <T extends { enrolmentId: number }>(rows: readonly T[]): Map<number, T[]> =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);

const judged = ({
  id,
  key,
  title,
  required,
  componentKey,
  critical,
  weight,
}: PublishedActivity): JudgedActivity => ({
  id,
  key,
  title,
  required,
  component: componentKey,
  critical,
  weight,
});

function standingOf({ id }: Pick<Enrolment, 'id'>, sheet: Sheet): BuiltStanding {
  const { planned, held } = sheet.meetings.get(id) ?? { planned: 0, held: 0 };
  return buildStanding({
    rules: sheet.cohort.rules,
    isClosed: sheet.cohort.status === 'finished',
    activities: sheet.activities,
    progress: new Map((sheet.progress.get(id) ?? []).map((row) => [row.activityId, row])),
    entered: new Map((sheet.scores.get(id) ?? []).map((row) => [row.component, row])),
    attendance: {
      plannedMeetings: planned,
      heldMeetings: held,
      presentMeetings: sheet.attendance.get(id)?.present ?? 0,
    },
    validVisits: (sheet.visits.get(id) ?? []).map(({ visits }) => visits),
    isDuePassed: (activity) => {
      const dueAt = sheet.dueAt(id, sheet.byId.get(activity.id) as PublishedActivity);
      return dueAt !== null && dueAt < sheet.now;
    },
  });
}
