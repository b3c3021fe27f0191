import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { PublishingService } from '../courses/publishing.service.js';
import { ActivityDraft } from '../courses/activity-draft.entity.js';
import { Refusal, Stale } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { seenOf } from './seen-draft.js';

interface Standing {
  draft: ActivityDraft | null;
  newestId: number | null;
}

/** Keeps what authors write until it is published; what another has written is never overwritten unseen. */
@Injectable()
export class ActivityDraftsService {
  constructor(
    @InjectRepository(ActivityDraft) private readonly drafts: Repository<ActivityDraft>,
    private readonly publishing: PublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** With who saved it. */
  async find(activityId: number): Promise<ActivityDraft | null> {
    return await this.drafts.findOne({ where: { activityId }, relations: { editor: true } });
  }

  /** Saving the same again changes nothing. @throws Stale where the page had seen something else */
  async save(activityId: number, source: unknown, seen: string, editorId: number): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const { draft, newestId } = await this.standing(manager, activityId);
      if (draft && JSON.stringify(draft.source) === JSON.stringify(source)) return;
      if (seenOf(draft, newestId) !== seen) throw new Stale();
      const saved = { source, editorId, savedAt: this.clock.now() };
      if (draft) await manager.save(ActivityDraft, { ...draft, ...saved, seq: draft.seq + 1 });
      else await manager.save(ActivityDraft, { ...saved, activityId, seq: 1, baseVersionId: newestId });
    });
  }

  /** Drops the draft that the page had seen. @throws Refusal where it is another by now */
  async discard(activityId: number, seen: string): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const { draft, newestId } = await this.standing(manager, activityId);
      if (!draft) return;
      if (seenOf(draft, newestId) !== seen) throw new Refusal('desk.refusals.draftChanged');
      await manager.delete(ActivityDraft, { id: draft.id });
    });
  }

  /** The draft of an activity and the id of its newest version in a unit that changes them; others wait. */
  async standing(manager: EntityManager, activityId: number): Promise<Standing> {
    await manager.findOneOrFail(Activity, { where: { id: activityId }, ...locked(manager) });
    return {
      draft: await manager.findOneBy(ActivityDraft, { activityId }),
      newestId: await this.publishing.newestVersionId(manager, activityId),
    };
  }
}
