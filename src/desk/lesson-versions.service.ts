import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { LessonContent } from '../courses/activity-content.js';
import { ActivityVersion } from '../courses/activity.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { draftOf } from './lesson-draft.js';
import type { LessonEditing } from './lesson-editor.service.js';
import { seenOf } from './seen-draft.js';

/** A version of a lesson beside the one before it. */
export interface ComparedVersion {
  version: ActivityVersion;
  before: ActivityVersion | null;
}

/** What a lesson has been. */
@Injectable()
export class LessonVersionsService {
  constructor(
    @InjectRepository(ActivityVersion) private readonly versions: Repository<ActivityVersion>,
    private readonly drafts: ActivityDraftsService,
  ) {}

  /** With their authors, the newest first. */
  async all(activityId: number): Promise<ActivityVersion[]> {
    return await this.versions.find({
      where: { activityId },
      relations: { author: true },
      order: { version: 'DESC' },
    });
  }

  /** @throws Missing */
  async compared(activityId: number, number: number): Promise<ComparedVersion> {
    const find = (version: number) =>
      this.versions.findOne({ where: { activityId, version }, relations: { author: true } });
    const version = await find(number);
    if (!version) throw new Missing('version');
    return { version, before: await find(number - 1) };
  }

  /** Begins a draft with the text of an old version. @throws Refusal where somebody is writing already */
  async restore(actor: Actor, { activity }: LessonEditing, number: number): Promise<void> {
    const { version } = await this.compared(activity.id, number);
    const source = draftOf(activity.title, version.content as LessonContent, '');
    const seen = seenOf(null, activity.currentVersionId);
    await unlessStale(
      () => this.drafts.save(activity.id, source, seen, actor.personId),
      () => Promise.reject(new Refusal('desk.refusals.draftThere')),
    );
  }
}
