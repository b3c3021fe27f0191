import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { ActivityDraft } from '../courses/activity-draft.entity.js';
import { PublishingService } from '../courses/publishing.service.js';
import { renderLesson } from '../courses/rendering.js';
import { type PinOutlook, VersionPinsService } from '../courses/version-pins.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { checkMarkdown } from '../platform/markdown/render-markdown.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import type { LessonDraft } from './lesson-draft.js';
import type { LessonEditing } from './lesson-editor.service.js';
import { seenOf } from './seen-draft.js';

/** What publishing would do, before it is done. */
export interface PublicationOutlook {
  cohorts: Cohort[];
  pins: PinOutlook;
  /** Numbers of the versions by their ids. */
  numbers: ReadonlyMap<number, number>;
}

/** Puts the draft of a lesson before learners. */
@Injectable()
export class LessonPublicationsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly drafts: ActivityDraftsService,
    private readonly pins: VersionPinsService,
    private readonly publishing: PublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async outlook({ activity }: LessonEditing): Promise<PublicationOutlook> {
    const { manager } = this.cohorts;
    const where = { activityId: activity.id };
    const versions = await manager.find(ActivityVersion, { select: { id: true, version: true }, where });
    return {
      cohorts: await this.cohorts.find({
        where: { courseId: activity.courseId },
        order: { startsOn: 'DESC', id: 'DESC' },
      }),
      pins: await this.pins.outlook(manager, activity, 'not-begun'),
      numbers: new Map(versions.map(({ id, version }) => [id, version])),
    };
  }

  /**
   * Makes the next version of the draft that the page had shown, and drops the draft. False while the text has problems.
   * @throws Refusal where the draft is gone or another by now
   */
  async publish(actor: Actor, editing: LessonEditing, seen: string, everybody: boolean): Promise<boolean> {
    if (!editing.draft || editing.seen !== seen) throw changed(editing.activity.id);
    const { title, ...source } = editing.draft.source as LessonDraft;
    if (source.markdown === '' || checkMarkdown(source.markdown, editing.course).problems.length > 0)
      return false;
    const content = renderLesson(source, editing.course.rendering);
    const publisher = {
      authorId: actor.personId,
      now: this.clock.now(),
      reach: everybody ? ('everybody' as const) : ('not-begun' as const),
    };
    await this.units.inTransaction(async (manager) => {
      const { activity, draft } = await this.drafts.standing(manager, editing.activity.id);
      if (!draft || seenOf(draft, activity.currentVersionId) !== seen) throw changed(activity.id);
      await this.publishing.publishActivity(manager, activity.id, { kind: 'lesson', content }, publisher);
      await manager.update(Activity, { id: activity.id }, { title });
      await manager.delete(ActivityDraft, { id: draft.id });
    });
    return true;
  }
}

const changed = (id: number): Refusal =>
  new Refusal('desk.refusals.draftChanged', {}, `/activities/${id}/publication`);
