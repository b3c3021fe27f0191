import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import { Activity, ActivityVersion } from './activity.entity.js';
import { bySession, type OutlineRow, type OutlineSession } from './outline.js';
import { Session } from './session.entity.js';

/** The plan of a course without its texts. */
@Injectable()
export class OutlineService {
  constructor(@InjectRepository(Session) private readonly sessions: Repository<Session>) {}

  /** One session with all that the syllabus says of it. @throws Missing */
  async session(id: number): Promise<Session> {
    const session = await this.sessions.findOneBy({ id });
    if (!session) throw new Missing('session');
    return session;
  }

  /** Every session of a course by its number, or those of some numbers. One query. */
  async of(courseId: number, numbers: { from: number; to: number } = wholeCourse): Promise<OutlineSession[]> {
    const rows = await this.sessions
      .createQueryBuilder('session')
      .innerJoin('session.module', 'module')
      .leftJoin(
        Activity,
        'activity',
        'activity.sessionId = session.id AND activity.currentVersionId IS NOT NULL',
      )
      .leftJoin(ActivityVersion, 'version', 'version.id = activity.currentVersionId')
      .where('session.courseId = :courseId AND session.number BETWEEN :from AND :to', {
        courseId,
        ...numbers,
      })
      .orderBy('session.number')
      .addOrderBy('activity.position')
      .select(['session.id AS "sessionId"', 'session.number AS "number"', 'session.key AS "key"'])
      .addSelect(['session.title AS "sessionTitle"', 'session.track AS "track"'])
      .addSelect([
        'module.position AS "modulePosition"',
        'module.title AS "moduleTitle"',
        'module.hours AS "moduleHours"',
      ])
      .addSelect(['activity.id AS "id"', 'activity.position AS "position"', 'activity.kind AS "kind"'])
      .addSelect([
        'activity.title AS "title"',
        'activity.required AS "required"',
        'version.id AS "versionId"',
      ])
      .addSelect(['activity.opensRule AS "opensRule"', 'activity.dueRule AS "dueRule"'])
      .addSelect(['activity.passMark AS "passMark"', 'activity.critical AS "critical"'])
      .addSelect(['activity.submitsAs AS "submitsAs"', 'version.brief AS "brief"'])
      .getRawMany<OutlineRow>();
    return bySession(rows);
  }
}

const wholeCourse = { from: 0, to: 1_000_000 };
