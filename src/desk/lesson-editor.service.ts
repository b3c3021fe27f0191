import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '../courses/activities.service.js';
import { type LessonContent, lessonBytes } from '../courses/activity-content.js';
import type { Activity, ActivityVersion } from '../courses/activity.entity.js';
import type { ActivityDraft } from '../courses/activity-draft.entity.js';
import { type CourseRendering, CourseRenderingService } from '../courses/course-rendering.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { type RenderedMarkdown, renderMarkdown } from '../platform/markdown/render-markdown.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { CourseEditingService } from './course-editing.service.js';
import { draftOf, type LessonDraft } from './lesson-draft.js';
import { seenOf } from './seen-draft.js';

/** A lesson on the desk of an author. */
export interface LessonEditing {
  activity: Activity;
  draft: ActivityDraft | null;
  /** The newest that is published. */
  current: Readonly<ActivityVersion> | null;
  /** What the author goes on writing: the draft, or the newest version. */
  source: LessonDraft;
  /** What the page has to say again when it saves. */
  seen: string;
  course: CourseRendering;
}

/** A text as it would be published, and what is wrong in it; `bytes` are those of the text and its pictures. */
export type LessonPreview = Pick<RenderedMarkdown, 'html' | 'words' | 'bytes' | 'problems'>;

/** Opens lessons for who writes them. */
@Injectable()
export class LessonEditorService {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly activities: ActivitiesService,
    private readonly drafts: ActivityDraftsService,
    private readonly rendering: CourseRenderingService,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where it is no lesson of a course that the actor teaches or runs */
  async open(actor: Actor, id: number): Promise<LessonEditing> {
    const activity = await this.editing.activity(actor, id, 'lesson');
    const draft = await this.drafts.find(id);
    const current = activity.currentVersionId
      ? await this.activities.version(activity.currentVersionId)
      : null;
    const today = this.clock.now().toISOString().slice(0, 10);
    const published = draftOf(activity.title, (current?.content as LessonContent | undefined) ?? null, today);
    return {
      activity,
      draft,
      current,
      source: (draft?.source as LessonDraft | undefined) ?? published,
      seen: seenOf(draft, activity.currentVersionId),
      course: await this.rendering.of(activity.courseId),
    };
  }

  preview({ course }: LessonEditing, markdown: string): LessonPreview {
    const rendered = renderMarkdown(markdown, course.rendering);
    return { ...rendered, bytes: lessonBytes(rendered) };
  }
}
