import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { AttendanceService } from '../attendance/attendance.service.js';
import { Cohort } from '../cohorts/cohort.entity.js';
import { CohortDatesService } from '../cohorts/cohort-dates.service.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { Activity } from '../courses/activity.entity.js';
import { GradeComponent } from '../courses/course.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { ProgressService } from '../progress/progress.service.js';
import { type BuiltStanding, buildStanding, type JudgedActivity } from './build-standing.js';
import { EnteredScore, EnteredVisits } from './entered-score.entity.js';

export interface EnrolmentStanding extends BuiltStanding {
  enrolment: Enrolment;
}

type Sheet = Awaited<ReturnType<StandingsService['sheetOf']>>;

/** What is known of enrolments on their way to the certificate, computed from its sources whenever it is asked for. */
@Injectable()
export class StandingsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    @InjectRepository(GradeComponent) private readonly components: Repository<GradeComponent>,
    @InjectRepository(EnteredScore) private readonly scores: Repository<EnteredScore>,
    @InjectRepository(EnteredVisits) private readonly visits: Repository<EnteredVisits>,
    private readonly activities: ActivitiesService,
    private readonly dates: CohortDatesService,
    private readonly progress: ProgressService,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
  ) {}

  /**
   * All enrolments of a cohort but pending ones, by name, with person and student record. The number of queries
   * does not depend on how many they are.
   */
  async ofCohort(cohortId: number): Promise<EnrolmentStanding[]> {
    const enrolments = await this.enrolments.find({
      where: { cohortId, status: In(['active', 'withdrawn', 'finished']) },
      relations: { person: true, studentRecord: true },
      order: { person: { name: 'ASC' }, id: 'ASC' },
      relationLoadStrategy: 'join',
    });
    return await this.standingsOf(cohortId, enrolments);
  }

  /** That of one enrolment. */
  async ofEnrolment({
    enrolmentId,
    cohort,
  }: Pick<LearnerPlace, 'enrolmentId' | 'cohort'>): Promise<EnrolmentStanding> {
    const enrolment = await this.enrolments.findOneOrFail({
      where: { id: enrolmentId },
      relations: { person: true, studentRecord: true },
    });
    const [standing] = await this.standingsOf(cohort.id, [enrolment]);
    return standing as EnrolmentStanding;
  }

  private async standingsOf(cohortId: number, enrolments: Enrolment[]): Promise<EnrolmentStanding[]> {
    const sheet = await this.sheetOf(cohortId, enrolments);
    return enrolments.map((enrolment) => ({ enrolment, ...standingOf(enrolment, sheet, this.clock.now()) }));
  }

  private async sheetOf(cohortId: number, enrolments: readonly Enrolment[]) {
    const ids = enrolments.map(({ id }) => id);
    const cohort = await this.cohorts.findOneByOrFail({ id: cohortId });
    const [components, activities, progress, scores, visits, attendance, meetings, dueAt] = await Promise.all(
      [
        this.components.findBy({ courseId: cohort.courseId }),
        this.activities.allPublished(cohort.courseId),
        this.progress.ofMany(ids),
        this.scores.findBy({ enrolmentId: In(ids) }),
        this.visits.findBy({ enrolmentId: In(ids) }),
        this.attendance.countsOf(ids, cohort.rules.attendance),
        this.attendance.meetingsHeld(cohortId, this.clock.now()),
        this.dates.dueDatesOf(cohortId),
      ],
    );
    const keys = new Map(components.map(({ id, key }) => [id, key]));
    return {
      cohort,
      activities: activities.map((activity) => judged(activity, keys)),
      byId: new Map(activities.map((activity) => [activity.id, activity])),
      progress: Map.groupBy(progress, ({ enrolmentId }) => enrolmentId),
      scores: Map.groupBy(scores, ({ enrolmentId }) => enrolmentId),
      visits: Map.groupBy(visits, ({ enrolmentId }) => enrolmentId),
      attendance,
      meetings,
      dueAt,
    };
  }
}

function judged(activity: Activity, componentKeys: ReadonlyMap<number, string>): JudgedActivity {
  const { id, key, title, required, componentId, critical, weight } = activity;
  return {
    id,
    key,
    title,
    required,
    component: componentKeys.get(componentId ?? 0) ?? null,
    critical,
    weight,
  };
}

function standingOf({ id }: Enrolment, sheet: Sheet, now: Date): BuiltStanding {
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
      const dueAt = sheet.dueAt(id, sheet.byId.get(activity.id) as Activity);
      return dueAt !== null && dueAt < now;
    },
  });
}
