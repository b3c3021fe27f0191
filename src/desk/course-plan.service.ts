import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { CourseModule } from '../courses/course.entity.js';
import { Session } from '../courses/session.entity.js';

export interface PlannedSession {
  session: Session;
  /** In their order, also those that learners do not see yet. */
  activities: Activity[];
}

export interface PlannedModule {
  module: CourseModule;
  sessions: PlannedSession[];
}

/** A course as its authors see it: everything that there is, published or not. */
@Injectable()
export class CoursePlanService {
  constructor(
    @InjectRepository(CourseModule) private readonly modules: Repository<CourseModule>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
  ) {}

  /** Modules, sessions and activities, each in their order. Three queries. */
  async of(courseId: number): Promise<PlannedModule[]> {
    const modules = await this.modules.find({ where: { courseId }, order: { position: 'ASC' } });
    const sessions = await this.sessions.find({ where: { courseId }, order: { number: 'ASC' } });
    const activities = await this.activities.find({
      where: { courseId },
      order: { position: 'ASC', id: 'ASC' },
    });
    const inSession = Map.groupBy(activities, ({ sessionId }) => sessionId);
    const inModule = Map.groupBy(sessions, ({ moduleId }) => moduleId);
    return modules.map((module) => ({
      module,
      sessions: (inModule.get(module.id) ?? []).map((session) => ({
        session,
        activities: inSession.get(session.id) ?? [],
      })),
    }));
  }
}
