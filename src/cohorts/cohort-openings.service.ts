import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Course, GradeComponent } from '../courses/course.entity.js';
import { Session } from '../courses/session.entity.js';
import { mustBeOffice } from '../people/office.js';
import type { Actor } from '../platform/access/actor.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Dictionary } from '../platform/i18n/words.js';
import { Cohort } from './cohort.entity.js';
import { type CohortPlan, type PlannedClass, planClasses } from './cohort-plan.js';
import { type CohortRules, defaultAttendance, defaultCertificate } from './cohort-rules.js';
import { Group } from './group.entity.js';
import { HolidaysService } from './holidays.service.js';
import { Meeting, Slot } from './meeting.entity.js';
import type { OpeningProblem } from './opening-problem.js';

type Opening = { cohortId: number } | OpeningProblem;

/**
 * Opens cohorts: the cohort with what it is judged by, its classes and all their meetings. Only the whole office opens
 * them; who works for one cohort does not.
 */
@Injectable()
export class CohortOpeningsService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly holidays: HolidaysService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly dictionary: Dictionary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The courses of which the actor may open a cohort. @throws Forbidden */
  async coursesFor(actor: Actor): Promise<{ id: number; title: string }[]> {
    mustBeOffice(actor);
    return await this.courses.find({ select: { id: true, title: true }, order: { title: 'ASC' } });
  }

  async nextOrdinal(courseId: number): Promise<number> {
    return ((await this.cohorts.maximum('ordinal', { courseId })) ?? 0) + 1;
  }

  /** All of the cohort is there afterwards, or nothing of it. @throws Forbidden */
  async open(actor: Actor, plan: CohortPlan): Promise<Opening> {
    mustBeOffice(actor);
    const frame = await this.frameOf(plan.courseId);
    if (!frame) return { problem: 'noCourse' };
    const holidays = new Set((await this.holidays.from(plan.startsOn)).map(({ date }) => date));
    const { timeZone } = this.config;
    const planned = planClasses(plan, { sessions: frame.sessions.length, holidays, timeZone });
    if ('withoutRoom' in planned) return { problem: 'noRoom', classes: planned.withoutRoom };
    const today = this.dictionary.in('id').isoDay(this.clock.now());
    return await this.units.inTransaction(async (manager) => {
      if (await isTaken(manager, plan)) return { problem: 'ordinalTaken' };
      const cohortId = await insertCohort(manager, plan, frame, today);
      for (const one of planned.classes) await insertClass(manager, cohortId, one, frame.sessions);
      const record = { type: 'cohort', id: cohortId };
      await this.audit.note(manager, { by: actor, action: 'cohorts.audit.opened', record });
      return { cohortId };
    });
  }

  private async frameOf(courseId: number): Promise<CourseFrame | null> {
    const course = await this.courses.findOneBy({ id: courseId });
    const { manager } = this.courses;
    const sessions = await manager.find(Session, { where: { courseId }, order: { number: 'ASC' } });
    if (!course || sessions.length === 0) return null;
    const components = await manager.find(GradeComponent, {
      where: { courseId },
      order: { position: 'ASC' },
    });
    return { sessions, rules: rulesOf(course, components) };
  }
}

interface CourseFrame {
  sessions: Session[];
  rules: CohortRules;
}

function rulesOf(course: Course, components: readonly GradeComponent[]): CohortRules {
  return {
    components: components.map(({ key, name, weight }) => ({ key, name, weight })),
    requirements: Array.isArray(course.requirements) ? course.requirements : [],
    criticalAspects: course.criticalAspects,
    attendance: defaultAttendance,
    certificate: defaultCertificate,
  };
}

const isTaken = (manager: EntityManager, { courseId, ordinal }: CohortPlan): Promise<boolean> =>
  manager.existsBy(Cohort, { courseId, ordinal });

async function insertCohort(
  manager: EntityManager,
  { courseId, ordinal, label, startsOn }: CohortPlan,
  { rules }: CourseFrame,
  today: string,
): Promise<number> {
  const status = startsOn <= today ? 'running' : 'planned';
  const cohort = manager.create(Cohort, { courseId, ordinal, label, startsOn, status, rules });
  return (await manager.save(cohort)).id;
}

async function insertClass(
  manager: EntityManager,
  cohortId: number,
  { name, instructorId, slots, meetings }: PlannedClass,
  sessions: readonly Session[],
): Promise<void> {
  const group = manager.create(Group, { cohortId, kind: 'class', name, supervisorId: instructorId });
  const classGroupId = (await manager.save(group)).id;
  await manager.insert(
    Slot,
    slots.map((slot) => ({ ...slot, classGroupId, instructorId })),
  );
  const idOf = new Map(sessions.map(({ number, id }) => [number, id]));
  await manager.insert(
    Meeting,
    meetings.map(({ session, slot, startsAt, endsAt }) => ({
      classGroupId,
      sessionId: session === null ? null : (idOf.get(session) ?? null),
      startsAt,
      endsAt,
      place: slot.place,
      instructorId,
      status: 'planned' as const,
    })),
  );
}
