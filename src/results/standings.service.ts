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
import type { Progress } from '../progress/progress.entity.js';
import { ProgressService } from '../progress/progress.service.js';
import { ShownProgressService } from '../progress/shown-progress.service.js';
import { type BuiltStanding, buildStanding, type JudgedActivity } from './build-standing.js';
import { EnteredScore, EnteredVisits } from './entered-score.entity.js';

export interface EnrolmentStanding extends BuiltStanding {
  enrolment: Enrolment;
}

type Sheet = Awaited<ReturnType<StandingsService['sheetOf']>> & { progress: Map<number, Progress[]> };

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
    private readonly shown: ShownProgressService,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
  ) {}

  /**
   * All enrolments of a cohort but pending ones, by name, with person and student record. The number of queries
   * does not depend on how many they are. With every score: it is for who judges and issues.
   */
  async ofCohort(cohortId: number): Promise<EnrolmentStanding[]> {
    const enrolments = await this.enrolments.find({
      where: { cohortId, status: In(['active', 'withdrawn', 'finished']) },
      relations: { person: true, studentRecord: true },
      order: { person: { name: 'ASC' }, id: 'ASC' },
      relationLoadStrategy: 'join',
    });
    const progress = await this.progress.ofMany(enrolments.map(({ id }) => id));
    return await this.standingsOf(cohortId, enrolments, progress);
  }

  /** That of one learner, as that learner may see it: a score whose review has not opened is not in it. */
  async ofLearner(place: Pick<LearnerPlace, 'enrolmentId' | 'cohort'>): Promise<EnrolmentStanding> {
    const enrolment = await this.enrolments.findOneOrFail({
      where: { id: place.enrolmentId },
      relations: { person: true, studentRecord: true },
    });
    const progress = [...(await this.shown.of(place)).values()];
    const [standing] = await this.standingsOf(place.cohort.id, [enrolment], progress);
    return standing as EnrolmentStanding;
  }

  private async standingsOf(
    cohortId: number,
    enrolments: Enrolment[],
    progress: readonly Progress[],
  ): Promise<EnrolmentStanding[]> {
    const sheet = { ...(await this.sheetOf(cohortId, enrolments)), progress: byEnrolment(progress) };
    return enrolments.map((enrolment) => ({ enrolment, ...standingOf(enrolment, sheet, this.clock.now()) }));
  }

  private async sheetOf(cohortId: number, enrolments: readonly Enrolment[]) {
    const ids = enrolments.map(({ id }) => id);
    const cohort = await this.cohorts.findOneByOrFail({ id: cohortId });
    const [components, activities, scores, visits, attendance, meetings, dueAt] = await Promise.all([
      this.components.findBy({ courseId: cohort.courseId }),
      this.activities.allPublished(cohort.courseId),
      this.scores.findBy({ enrolmentId: In(ids) }),
      this.visits.findBy({ enrolmentId: In(ids) }),
      this.attendance.countsOf(ids, cohort.rules.attendance),
      this.attendance.meetingsHeld(cohortId, this.clock.now()),
      this.dates.dueDatesOf(cohortId),
    ]);
    const keys = new Map(components.map(({ id, key }) => [id, key]));
    return {
      cohort,
      activities: activities.map((activity) => judged(activity, keys)),
      byId: new Map(activities.map((activity) => [activity.id, activity])),
      scores: byEnrolment(scores),
      visits: byEnrolment(visits),
      attendance,
      meetings,
      dueAt,
    };
  }
}

const byEnrolment = <T extends { enrolmentId: number }>(rows: readonly T[]): Map<number, T[]> =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);

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
