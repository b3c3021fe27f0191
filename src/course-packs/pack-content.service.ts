import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Publication } from '../courses/activity-content.js';
import { Activity } from '../courses/activity.entity.js';
import { PublishingService, type Publisher } from '../courses/publishing.service.js';
import { Question } from '../courses/question.entity.js';
import { renderAssignment, renderLesson, type Rendering } from '../courses/rendering.js';
import type { PackActivity, PackSession } from './course-pack.js';
import type { CourseFrame } from './pack-frame.service.js';
import type { RowWriter } from './row-writer.js';

interface ContentContext {
  frame: CourseFrame;
  rendering: Rendering;
  publisher: Publisher;
}

/** Writes and publishes the activities and the question bank of one session. */
@Injectable()
export class PackContentService {
  constructor(private readonly publishing: PublishingService) {}

  /** In the writer's unit of work. */
  async put(writer: RowWriter, session: PackSession, context: ContentContext): Promise<void> {
    const sessionId = context.frame.sessions.get(session.key)?.id ?? 0;
    await this.putActivities(writer, session, sessionId, context);
    await this.putQuestions(writer, session, sessionId, context);
  }

  private async putActivities(
    writer: RowWriter,
    { activities }: PackSession,
    sessionId: number,
    context: ContentContext,
  ): Promise<void> {
    const { courseId, components } = context.frame;
    const keys = activities.map(({ key }) => key);
    const found = await writer.manager.findBy(Activity, { courseId, key: In(keys) });
    for (const activity of activities) {
      const { key, position, kind, title, required, component, weight, passMark, critical } = activity;
      const before = found.find((row) => row.key === key);
      const id = await writer.put(Activity, before, {
        courseId,
        sessionId,
        key,
        position,
        kind,
        title,
        required,
        componentId: component === null ? null : (components.get(component) ?? null),
        opensRule: activity.opens,
        dueRule: activity.due,
        passMark,
        critical,
        submitsAs: activity.kind === 'assignment' ? activity.content.submitsAs : 'individual',
        weight,
      });
      const publication = publicationOf(activity, context);
      const isNew = await this.publishing.publishActivity(writer.manager, id, publication, context.publisher);
      if (isNew && before) writer.report.newVersions += 1;
    }
  }

  private async putQuestions(
    writer: RowWriter,
    { questions }: PackSession,
    sessionId: number,
    { frame: { courseId }, publisher }: ContentContext,
  ): Promise<void> {
    const keys = questions.map(({ key }) => key);
    const found = await writer.manager.findBy(Question, { courseId, key: In(keys) });
    for (const { key, mustPass, type, stem, body, tags } of questions) {
      const before = found.find((row) => row.key === key);
      const id = await writer.put(Question, before, { courseId, sessionId, key, mustPass });
      const text = { type, stem, body, tags };
      const isNew = await this.publishing.publishQuestion(writer.manager, id, text, publisher);
      if (isNew && before) writer.report.newVersions += 1;
    }
  }
}

function publicationOf(activity: PackActivity, { frame, rendering }: ContentContext): Publication {
  if (activity.kind === 'lesson')
    return { kind: 'lesson', content: renderLesson(activity.content, rendering) };
  if (activity.kind === 'assignment')
    return { kind: 'assignment', content: renderAssignment(activity.content, rendering) };
  const { purpose, questions, minutes, attempts, gapHours, review } = activity.content;
  const from = activity.content.from.map((key) => frame.sessions.get(key)?.number ?? 0);
  return { kind: 'quiz', content: { purpose, questions, minutes, attempts, gapHours, from, review } };
}
