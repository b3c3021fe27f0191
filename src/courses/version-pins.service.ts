import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BegunWork } from './begun-work.js';
import { pinsAfter, type Reach } from './version-pins.js';
import { VersionPin } from './version-pin.entity.js';

/** Where an activity stands among the cohorts, and where it will once the next version is out. */
export interface PinOutlook {
  /** Learners who have begun, by cohort. */
  begun: ReadonlyMap<number, number>;
  /** The version that a cohort keeps now, by cohort. */
  pinned: ReadonlyMap<number, number>;
  /** The same after publishing. */
  after: ReadonlyMap<number, number>;
}

/** Keeps cohorts at the version that they have begun with. */
@Injectable()
export class VersionPinsService {
  constructor(private readonly begunWork: BegunWork) {}

  async outlook(
    manager: EntityManager,
    activity: { id: number; currentVersionId: number | null },
    reach: Reach,
  ): Promise<PinOutlook> {
    const rows = await manager.findBy(VersionPin, { activityId: activity.id });
    const pinned = new Map(rows.map(({ cohortId, activityVersionId }) => [cohortId, activityVersionId]));
    const begun = await this.begunWork.byCohort(manager, activity.id);
    const situation = { begun: [...begun.keys()], pinned, current: activity.currentVersionId };
    return { begun, pinned, after: pinsAfter(situation, reach) };
  }

  /** In the unit that publishes, before it does. */
  async settle(
    manager: EntityManager,
    activity: { id: number; currentVersionId: number | null },
    reach: Reach,
  ): Promise<void> {
    const { pinned, after } = await this.outlook(manager, activity, reach);
    if (after.size === 0 && pinned.size > 0) await manager.delete(VersionPin, { activityId: activity.id });
    const added = [...after].filter(([cohortId]) => !pinned.has(cohortId));
    for (const [cohortId, activityVersionId] of added)
      await manager.insert(VersionPin, { cohortId, activityId: activity.id, activityVersionId });
  }
}
