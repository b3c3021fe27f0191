import { Injectable } from '@nestjs/common';
import { type LessonContent, lessonBytes } from '../courses/activity-content.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Dictionary } from '../platform/i18n/words.js';
import { type RenderedMarkdown, renderMarkdown } from '../platform/markdown/render-markdown.js';
import { type ActivityEditing, ActivityEditingService } from './activity-editing.service.js';
import { draftOf, type LessonDraft } from './lesson-draft.js';

/** A lesson on the desk of an author. */
export interface LessonEditing extends ActivityEditing {
  /** What the author goes on writing: the draft, or the newest version. */
  source: LessonDraft;
}

/** A text as it would be published, and what is wrong in it; `bytes` are those of the text and its pictures. */
export type LessonPreview = Pick<RenderedMarkdown, 'html' | 'words' | 'bytes' | 'problems'>;

/** Opens lessons for who writes them. */
@Injectable()
export class LessonEditorService {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly dictionary: Dictionary,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where it is no lesson of a course that the actor teaches or runs */
  async open(actor: Actor, id: number): Promise<LessonEditing> {
    const editing = await this.editing.open(actor, id, 'lesson');
    const { activity, draft, current } = editing;
    const today = this.dictionary.in('id').isoDay(this.clock.now());
    const published = draftOf(activity.title, (current?.content as LessonContent | undefined) ?? null, today);
    return { ...editing, source: (draft?.source as LessonDraft | undefined) ?? published };
  }

  preview({ course }: LessonEditing, markdown: string): LessonPreview {
    const rendered = renderMarkdown(markdown, course.rendering);
    return { ...rendered, bytes: lessonBytes(rendered) };
  }
}
