import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Meeting, Slot } from '../cohorts/meeting.entity.js';
import { Course, CourseModule } from '../courses/course.entity.js';
import { Session } from '../courses/session.entity.js';

/** What the public may know of the course and of its present or next cohort. */
export interface Programme {
  course: Course;
  modules: CourseModule[];
  sessions: number;
  cohort: Cohort | null;
  slots: Slot[];
  /** The first and the last planned meeting. */
  span: { from: Date; to: Date } | null;
}

@Injectable()
export class ProgrammeService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    @InjectRepository(CourseModule) private readonly modules: Repository<CourseModule>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    @InjectRepository(Slot) private readonly slots: Repository<Slot>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
  ) {}

  /** The course of the cohort that runs or is planned, else the latest course; null while there is none. */
  async current(): Promise<Programme | null> {
    const cohort = await this.currentCohort();
    const course = await this.courses.findOne({
      where: cohort ? { id: cohort.courseId } : {},
      order: { id: 'DESC' },
    });
    if (!course) return null;
    const [modules, sessions, slots, span] = await Promise.all([
      this.modules.find({ where: { courseId: course.id }, order: { position: 'ASC' } }),
      this.sessions.countBy({ courseId: course.id }),
      cohort ? this.slotsOf(cohort) : [],
      cohort ? this.spanOf(cohort) : null,
    ]);
    return { course, modules, sessions, cohort, slots, span };
  }

  /** What is planned next is news; what runs is what visitors come from. */
  private currentCohort(): Promise<Cohort | null> {
    return this.cohorts.findOne({
      where: { status: In(['planned', 'running']) },
      order: { startsOn: 'DESC' },
    });
  }

  private slotsOf({ id }: Cohort): Promise<Slot[]> {
    return this.slots.find({
      where: { classGroup: { cohortId: id } },
      relations: { classGroup: true },
      order: { classGroup: { name: 'ASC' }, weekday: 'ASC' },
    });
  }

  private async spanOf({ id }: Cohort): Promise<Programme['span']> {
    const query = { where: { classGroup: { cohortId: id } }, select: { id: true, startsAt: true } } as const;
    const [first] = await this.meetings.find({ ...query, order: { startsAt: 'ASC' }, take: 1 });
    const [last] = await this.meetings.find({ ...query, order: { startsAt: 'DESC' }, take: 1 });
    return first && last ? { from: first.startsAt, to: last.startsAt } : null;
  }
}
