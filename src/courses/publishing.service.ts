import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { locked } from '../platform/database/row-lock.js';
import { briefOf, type Publication } from './activity-content.js';
import { Activity, ActivityVersion } from './activity.entity.js';
import type { Reach } from './version-pins.js';
import { VersionPinsService } from './version-pins.service.js';
import { Question, QuestionVersion } from './question.entity.js';

export interface Publisher {
  /** Who wrote it; null where it came from a pack. */
  authorId: number | null;
  now: Date;
  /** Left out: cohorts in which somebody has begun keep what they have. */
  reach?: Reach;
}

type QuestionText = Pick<QuestionVersion, 'type' | 'stem' | 'body' | 'tags'>;

/**
 * Puts content before learners, in the caller's unit of work. What was published stays as it was: other content
 * becomes the next version, which whoever begins from now on gets; the same content again changes nothing.
 */
@Injectable()
export class PublishingService {
  constructor(private readonly pins: VersionPinsService) {}

  /** The version of an activity that was published last, also where learners do not see it; null before the first. */
  async newestVersionId(manager: EntityManager, activityId: number): Promise<number | null> {
    const newest = await manager.findOne(ActivityVersion, {
      select: { id: true },
      where: { activityId },
      order: { version: 'DESC' },
    });
    return newest?.id ?? null;
  }

  /** @returns whether there is a new version. */
  async publishActivity(
    manager: EntityManager,
    activityId: number,
    publication: Publication,
    { authorId, now, reach = 'not-begun' }: Publisher,
  ): Promise<boolean> {
    const activity = await manager.findOneOrFail(Activity, { where: { id: activityId }, ...locked(manager) });
    const latest = await manager.findOne(ActivityVersion, {
      select: { id: true, version: true, contentHash: true },
      where: { activityId },
      order: { version: 'DESC' },
    });
    const contentHash = hashOf(publication.content);
    if (latest?.contentHash === contentHash && latest.id === activity.currentVersionId) return false;
    await this.pins.settle(manager, activity, reach);
    const version = await manager.save(ActivityVersion, {
      activityId,
      version: (latest?.version ?? 0) + 1,
      content: publication.content,
      brief: briefOf(publication),
      contentHash,
      authorId,
      publishedAt: now,
    });
    await manager.update(Activity, { id: activityId }, { currentVersionId: version.id });
    return true;
  }

  /** @returns whether there is a new version. */
  async publishQuestion(
    manager: EntityManager,
    questionId: number,
    text: QuestionText,
    { now }: Pick<Publisher, 'now'>,
  ): Promise<boolean> {
    const question = await manager.findOneOrFail(Question, { where: { id: questionId }, ...locked(manager) });
    const latest = await manager.findOne(QuestionVersion, {
      select: { id: true, version: true, contentHash: true },
      where: { questionId },
      order: { version: 'DESC' },
    });
    const { type, stem, body, tags } = text;
    const contentHash = hashOf({ type, stem, body, tags });
    if (latest?.contentHash === contentHash && latest.id === question.currentVersionId) return false;
    const version = await manager.save(QuestionVersion, {
      questionId,
      version: (latest?.version ?? 0) + 1,
      type,
      stem,
      body,
      tags,
      contentHash,
      publishedAt: now,
    });
    await manager.update(Question, { id: questionId }, { currentVersionId: version.id });
    return true;
  }
}

/** Content is always built by the same code, so its members stand in the same order each time. */
const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
