import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Not, type Repository } from 'typeorm';
import { Meeting } from '../cohorts/meeting.entity.js';
import { Activity } from '../courses/activity.entity.js';
import { CourseModule, GradeComponent } from '../courses/course.entity.js';
import { editionOf } from '../courses/edition.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal, Stale } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { changedFields } from '../platform/audit/changed-fields.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type ActivitySettings, settingsEdition } from './activity-settings.js';

interface Target {
  courseId: number;
  id: number;
  /** The edition that the page showed. */
  seen: string;
}

/** Changes what surrounds the content of a course: names, order, dates and place in the grades. */
@Injectable()
export class CourseStructureService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(CourseModule) private readonly modules: Repository<CourseModule>,
    @InjectRepository(GradeComponent) private readonly components: Repository<GradeComponent>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** An activity of the course with what its settings choose from. @throws Missing */
  async place(courseId: number, id: number) {
    const activity = await this.activities.findOneBy({ id, courseId });
    if (!activity) throw new Missing('activity');
    const [components, meeting] = await Promise.all([
      this.components.find({ where: { courseId }, order: { position: 'ASC' } }),
      this.meetings.findOne({
        where: { sessionId: activity.sessionId, status: Not('cancelled') },
        order: { startsAt: 'DESC' },
      }),
    ]);
    return { activity, components, meeting };
  }

  /** @throws Missing */
  async module(courseId: number, id: number): Promise<CourseModule> {
    const module = await this.modules.findOneBy({ id, courseId });
    if (!module) throw new Missing('module');
    return module;
  }

  /** @throws Missing; Stale where it has changed since the page was shown */
  async change(actor: Actor, { courseId, id, seen }: Target, wanted: ActivitySettings): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const before = await activityIn(manager, courseId, id);
      if (settingsEdition(before) !== seen) throw new Stale();
      await manager.update(Activity, { id }, wanted);
      const fields = changedFields<ActivitySettings>(before, wanted);
      const record = { type: 'activity', id };
      await this.audit.note(manager, { by: actor, action: 'desk.audit.settings', record, fields });
    });
  }

  /**
   * Changes places with the activity before or after it in its session; at the end of the row nothing happens.
   * @throws Missing; Refusal where it has been moved since the page was shown
   */
  async move(actor: Actor, { courseId, id, seen }: Target, direction: 'up' | 'down'): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const moved = await activityIn(manager, courseId, id);
      if (settingsEdition(moved) !== seen) throw new Refusal('desk.structure.changed');
      const { sessionId } = moved;
      const order = { position: 'ASC', id: 'ASC' } as const;
      const row = await manager.find(Activity, { where: { sessionId }, order, ...locked(manager) });
      const from = row.findIndex((activity) => activity.id === id);
      const to = from + (direction === 'up' ? -1 : 1);
      if (!row[to]) return;
      row.splice(to, 0, ...row.splice(from, 1));
      for (const [index, activity] of row.entries())
        await manager.update(Activity, { id: activity.id }, { position: index + 1 });
      const fields = { position: { from: from + 1, to: to + 1 } };
      const record = { type: 'activity', id };
      await this.audit.note(manager, { by: actor, action: 'desk.audit.moved', record, fields });
    });
  }

  /** @throws Missing; Stale where it has another name since the page was shown */
  async rename(actor: Actor, { courseId, id, seen }: Target, title: string): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const before = await manager.findOne(CourseModule, { where: { id, courseId }, ...locked(manager) });
      if (!before) throw new Missing('module');
      if (editionOf([before.title]) !== seen) throw new Stale();
      await manager.update(CourseModule, { id }, { title });
      const fields = { title: { from: before.title, to: title } };
      const record = { type: 'module', id };
      await this.audit.note(manager, { by: actor, action: 'desk.audit.module', record, fields });
    });
  }
}

async function activityIn(manager: EntityManager, courseId: number, id: number): Promise<Activity> {
  const activity = await manager.findOne(Activity, { where: { id, courseId }, ...locked(manager) });
  if (!activity) throw new Missing('activity');
  return activity;
}
