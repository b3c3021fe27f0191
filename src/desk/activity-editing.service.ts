import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type Activity, type ActivityKind, ActivityVersion } from '../courses/activity.entity.js';
import type { ActivityDraft } from '../courses/activity-draft.entity.js';
import { type CourseRendering, CourseRenderingService } from '../courses/course-rendering.service.js';
import type { Actor } from '../platform/access/actor.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { CourseEditingService } from './course-editing.service.js';
import { seenOf } from './seen-draft.js';

/** An activity on the desk of an author, whatever its kind. */
export interface ActivityEditing {
  /** With its course and session. */
  activity: Activity;
  draft: ActivityDraft | null;
  /** The version that was published last, also where the activity is withdrawn; null before the first. */
  current: ActivityVersion | null;
  /** What the page has to say again when it saves. */
  seen: string;
  course: CourseRendering;
}

/** Opens activities for who writes them. */
@Injectable()
export class ActivityEditingService {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly drafts: ActivityDraftsService,
    private readonly rendering: CourseRenderingService,
    @InjectRepository(ActivityVersion) private readonly versions: Repository<ActivityVersion>,
  ) {}

  /** @throws Missing where it is none (of the kind) of a course that the actor teaches or runs */
  async open(actor: Actor, id: number, kind?: ActivityKind): Promise<ActivityEditing> {
    const activity = await this.editing.activity(actor, id, kind);
    const draft = await this.drafts.find(id);
    const current = await this.versions.findOne({ where: { activityId: id }, order: { version: 'DESC' } });
    return {
      activity,
      draft,
      current,
      seen: seenOf(draft, current?.id ?? null),
      course: await this.rendering.of(activity.courseId),
    };
  }
}
