import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import { Course } from './course.entity.js';
import { bySession, type OutlineRow, type OutlineSession } from './outline.js';
import { Session } from './session.entity.js';

/** The plan of a course without its texts. */
@Injectable()
export class OutlineService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  /** @throws Missing */
  async course(id: number): Promise<Course> {
    const course = await this.courses.findOneBy({ id });
    if (!course) throw new Missing('course');
    return course;
  }

  /** One session with all that the syllabus says of it. @throws Missing */
  async session(id: number): Promise<Session> {
    const session = await this.sessions.findOneBy({ id });
    if (!session) throw new Missing('session');
    return session;
  }

  /**
   * Every session of a course by its number, or those of some numbers, with the versions that a cohort has; the newest
   * for readers of none. One query.
   */
  async of(
    { courseId, cohortId }: { courseId: number; cohortId: number | null },
    numbers: { from: number; to: number } = wholeCourse,
  ): Promise<OutlineSession[]> {
    const values = [cohortId ?? 0, courseId, numbers.from, numbers.to];
    return bySession(await this.sessions.query<OutlineRow[]>(OUTLINE, values));
  }
}

const OUTLINE = `
  SELECT s.id AS sessionId, s.number, s.key AS sessionKey, s.title AS sessionTitle, s.track,
         m.position AS modulePosition, m.title AS moduleTitle, m.hours AS moduleHours,
         a.id, a.position, a.kind, a.title, a.required, a.opens_rule AS opensRule, a.due_rule AS dueRule,
         a.pass_mark AS passMark, a.critical, a.submits_as AS submitsAs, v.id AS versionId, v.brief
    FROM sessions s
    JOIN course_modules m ON m.id = s.module_id
    LEFT JOIN activities a ON a.session_id = s.id AND a.current_version_id IS NOT NULL
    LEFT JOIN version_pins pin ON pin.activity_id = a.id AND pin.cohort_id = ?
    LEFT JOIN activity_versions v ON v.id = COALESCE(pin.activity_version_id, a.current_version_id)
   WHERE s.course_id = ? AND s.number BETWEEN ? AND ?
   ORDER BY s.number, a.position`;

const wholeCourse = { from: 0, to: 1_000_000 };
