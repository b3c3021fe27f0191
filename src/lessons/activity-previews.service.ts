import { Injectable } from '@nestjs/common';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import type { ContentOf } from '../courses/activity-content.js';
import type { ActivityKind } from '../courses/activity.entity.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { MaterialAccessService } from './material-access.service.js';

export interface ActivityPreview<Kind extends ActivityKind> {
  activity: PublishedActivity;
  content: ContentOf[Kind];
}

/** What who teaches a course sees of an activity that their learners work on. */
@Injectable()
export class ActivityPreviewsService {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly access: MaterialAccessService,
  ) {}

  /** Null for a learner, who meets the activity itself. @throws Missing where it is of no course taught or taken */
  async of<Kind extends ActivityKind>(
    actor: Actor,
    id: number,
    kind: Kind,
  ): Promise<ActivityPreview<Kind> | null> {
    if (!hasRole(actor, 'instructor', 'staff', 'admin')) return null;
    const activity = await this.activities.publishedAnywhere(id, kind);
    if (await this.access.placeIn(actor, activity.courseId)) return null;
    const { content } = await this.activities.version(activity.currentVersionId);
    return { activity, content: content as ContentOf[Kind] };
  }
}
