import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { AssignmentSource } from '../courses/activity-content.js';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { type CourseRendering, CourseRenderingService } from '../courses/course-rendering.service.js';
import { PublishingService } from '../courses/publishing.service.js';
import { renderAssignment } from '../courses/rendering.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Stale } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CourseEditingService } from './course-editing.service.js';

export interface EditedAssignment {
  /** With its course and session. */
  activity: Activity;
  course: CourseRendering;
  /** What was published last; null before the first. */
  current: ActivityVersion | null;
  /** The one whose text the form holds: the current one, or an older one that is to be restored. */
  wanted: ActivityVersion | null;
  /** All of them, the newest first. */
  versions: Pick<ActivityVersion, 'version' | 'publishedAt'>[];
}

/** Assignments as their authors see them; work that was handed in keeps the version that it was made for. */
@Injectable()
export class AssignmentEditingService {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly renderings: CourseRenderingService,
    private readonly publishing: PublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(ActivityVersion) private readonly versions: Repository<ActivityVersion>,
  ) {}

  /** @throws Missing where there is no such assignment or version, or the actor may not edit its course */
  async open(actor: Actor, id: number, version: number | null = null): Promise<EditedAssignment> {
    const activity = await this.editing.activity(actor, id, 'assignment');
    const current = await this.versions.findOne({ where: { activityId: id }, order: { version: 'DESC' } });
    const wanted = version === null ? current : await this.versions.findOneBy({ activityId: id, version });
    if (version !== null && !wanted) throw new Missing('version');
    const versions = await this.versions.find({
      select: { version: true, publishedAt: true },
      where: { activityId: id },
      order: { version: 'DESC' },
    });
    return { activity, current, wanted, versions, course: await this.renderings.of(activity.courseId) };
  }

  /** Makes the next version. @throws Stale where `seen` is not the version that stands */
  async publish(
    actor: Actor,
    { activity, course }: EditedAssignment,
    source: AssignmentSource,
    seen: number,
  ): Promise<void> {
    const content = renderAssignment(source, course.rendering);
    await this.units.inTransaction(async (manager) => {
      const { id } = activity;
      await manager.findOneOrFail(Activity, { where: { id }, ...locked(manager) });
      const newest = await manager.maximum(ActivityVersion, 'version', { activityId: id });
      if ((newest ?? 0) !== seen) throw new Stale();
      const publisher = { authorId: actor.personId, now: this.clock.now() };
      await this.publishing.publishActivity(manager, id, { kind: 'assignment', content }, publisher);
    });
  }
}
