import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Publication } from './activity-content.js';
import { Activity, ActivityVersion } from './activity.entity.js';
import { CourseRenderingService } from './course-rendering.service.js';
import { PublishingService } from './publishing.service.js';
import { renderedAnew } from './rendering.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { FactTextsService } from './fact-texts.service.js';

export interface ChangedFact {
  courseId: number;
  key: string;
}

/** Publishes anew what shows a fact, so that nobody goes on reading what it said before. */
@Injectable()
export class FactPublishingService {
  constructor(
    private readonly texts: FactTextsService,
    private readonly renderings: CourseRenderingService,
    private readonly publishing: PublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One unit of work a text. Done twice it comes to the same as once: the same text is no new version. */
  async publishTexts(
    { courseId, key }: ChangedFact,
    authorId: number | null,
    progress: (done: number, total: number) => Promise<void>,
  ): Promise<void> {
    const showing = (await this.texts.of(courseId)).get(key) ?? [];
    for (const [index, { id }] of showing.entries()) {
      await progress(index, showing.length);
      await this.units.inTransaction((manager) => this.publishText(manager, id, authorId));
    }
  }

  /** All that shows one of the facts, in the unit of work that changes them. @returns how many texts are new */
  async publishShowing(
    manager: EntityManager,
    courseId: number,
    keys: readonly string[],
    authorId: number | null,
  ): Promise<number> {
    if (keys.length === 0) return 0;
    const texts = await this.texts.of(courseId, manager);
    const ids = new Set(keys.flatMap((key) => (texts.get(key) ?? []).map(({ id }) => id)));
    let published = 0;
    for (const id of ids) if (await this.publishText(manager, id, authorId)) published += 1;
    return published;
  }

  /**
   * One text, where learners see it and it shows facts. What these say is read behind the lock, so that the last to
   * publish is never the one that read first. @returns whether it is new
   */
  async publishText(manager: EntityManager, id: number, authorId: number | null): Promise<boolean> {
    const activity = await manager.findOneOrFail(Activity, { where: { id }, ...locked(manager) });
    if (activity.currentVersionId === null) return false;
    const { content } = await manager.findOneByOrFail(ActivityVersion, { id: activity.currentVersionId });
    const published = { kind: activity.kind, content } as Publication;
    if (published.kind === 'quiz' || published.content.facts.length === 0) return false;
    const { rendering } = await this.renderings.of(activity.courseId, manager);
    const anew = renderedAnew(published, rendering);
    // A wrong figure must not stay with anybody who reads; handed-in work is judged by what it was begun with.
    const reach = activity.kind === 'lesson' ? 'everybody' : 'not-begun';
    const publisher = { authorId, now: this.clock.now(), reach } as const;
    return await this.publishing.publishActivity(manager, id, anew, publisher);
  }
}
