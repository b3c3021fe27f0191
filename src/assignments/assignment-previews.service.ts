import { Injectable } from '@nestjs/common';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import type { AssignmentContent } from '../courses/activity-content.js';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';

export interface AssignmentPreview {
  activity: PublishedActivity;
  content: AssignmentContent;
}

/** What who teaches a course sees of an assignment: what is asked, and the rubric. */
@Injectable()
export class AssignmentPreviewsService {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly access: MaterialAccessService,
  ) {}

  /** Null for a learner, who sees the own work. @throws Missing where it is not of a course taught or taken */
  async of(actor: Actor, id: number): Promise<AssignmentPreview | null> {
    if (!hasRole(actor, 'instructor', 'staff', 'admin')) return null;
    const activity = await this.activities.publishedAnywhere(id, 'assignment');
    if (await this.access.placeIn(actor, activity.courseId)) return null;
    const { content } = await this.activities.version(activity.currentVersionId ?? 0);
    return { activity, content: content as AssignmentContent };
  }
}
