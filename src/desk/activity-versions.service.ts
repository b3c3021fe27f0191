import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { ActivityVersion } from '../courses/activity.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import type { ActivityEditing } from './activity-editing.service.js';
import { seenOf } from './seen-draft.js';
import { writingOfVersion } from './writing.js';

/** A version of an activity beside another, the one before it where none is named. */
export interface ComparedVersion {
  version: ActivityVersion;
  other: ActivityVersion | null;
  /** Numbers of all of them, the newest first. */
  numbers: number[];
}

/** What an activity has been, whatever its kind. */
@Injectable()
export class ActivityVersionsService {
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

  /** `other` is a number; null for the one before. @throws Missing where there is no such version or other */
  async compared(activityId: number, number: number, other: number | null = null): Promise<ComparedVersion> {
    const all = await this.all(activityId);
    const find = (wanted: number) => all.find(({ version }) => version === wanted);
    const version = find(number);
    const beside = find(other ?? number - 1);
    if (!version || (other !== null && !beside)) throw new Missing('version');
    return { version, other: beside ?? null, numbers: all.map((each) => each.version) };
  }

  /** Begins a draft with what an old version says. @throws Missing; Refusal where somebody is writing already */
  async restore(actor: Actor, { activity, current }: ActivityEditing, number: number): Promise<void> {
    const { version } = await this.compared(activity.id, number);
    const { draft } = writingOfVersion(activity, version.content);
    const seen = seenOf(null, current?.id ?? null);
    await unlessStale(
      () => this.drafts.save(activity.id, draft, seen, actor.personId),
      () => Promise.reject(new Refusal('desk.refusals.draftThere')),
    );
  }
}
