import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { ActivityBrief } from '../courses/activity-content.js';
import { Activity } from '../courses/activity.entity.js';
import { CourseModule } from '../courses/course.entity.js';
import { Session } from '../courses/session.entity.js';

/** An activity, and how far its content has come. */
export interface PlannedActivity {
  activity: Activity;
  /** The newest, also where the activity is withdrawn from learners; null before the first. */
  newest: { version: number; brief: ActivityBrief } | null;
  hasDraft: boolean;
}

export interface PlannedSession {
  session: Session;
  /** In their order, also those that learners do not see. */
  activities: PlannedActivity[];
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

  /** Modules, sessions and activities, each in their order. Four queries. */
  async of(courseId: number): Promise<PlannedModule[]> {
    const modules = await this.modules.find({ where: { courseId }, order: { position: 'ASC' } });
    const sessions = await this.sessions.find({ where: { courseId }, order: { number: 'ASC' } });
    const activities = await this.activities.find({
      where: { courseId },
      order: { position: 'ASC', id: 'ASC' },
    });
    const contents = await this.activities.query<ContentRow[]>(CONTENTS, [courseId]);
    const contentOf = new Map(contents.map((row) => [row.id, row]));
    const planned = activities.map((activity) => plannedActivity(activity, contentOf.get(activity.id)));
    const inSession = Map.groupBy(planned, ({ activity }) => activity.sessionId);
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

const CONTENTS = `
  SELECT a.id, v.version, v.brief, d.id AS draftId
    FROM activities a
    LEFT JOIN activity_versions v ON v.activity_id = a.id
     AND v.version = (SELECT MAX(w.version) FROM activity_versions w WHERE w.activity_id = a.id)
    LEFT JOIN activity_drafts d ON d.activity_id = a.id
   WHERE a.course_id = ?`;

interface ContentRow {
  id: number;
  version: number | null;
  brief: string | null;
  draftId: number | null;
}

const plannedActivity = (activity: Activity, content: ContentRow | undefined): PlannedActivity => ({
  activity,
  newest:
    content?.version && content.brief
      ? { version: content.version, brief: JSON.parse(content.brief) as ActivityBrief }
      : null,
  hasDraft: Boolean(content?.draftId),
});
