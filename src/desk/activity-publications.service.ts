import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { ActivityDraft } from '../courses/activity-draft.entity.js';
import { PublishingService } from '../courses/publishing.service.js';
import { type PinOutlook, VersionPinsService } from '../courses/version-pins.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import type { PoolQuestion } from '../quizzes/draw.js';
import { QuestionDrawsService } from '../quizzes/question-draws.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import type { ActivityEditing } from './activity-editing.service.js';
import { seenOf } from './seen-draft.js';
import { publicationOf, type WritingProblem, writingOfDraft, writingProblems } from './writing.js';

/** What publishing would do, before it is done. */
export interface PublicationOutlook {
  /** What has to be mended before. */
  problems: WritingProblem[];
  cohorts: Cohort[];
  pins: PinOutlook;
  /** Numbers of the versions by their ids. */
  numbers: ReadonlyMap<number, number>;
  /** What a quiz may draw from; empty for other kinds. */
  bank: readonly PoolQuestion[];
}

/** What the page had shown to who publishes. */
export interface Agreed {
  seen: string;
  /** Id of the version that the draft was compared with; null: that which the draft began with. */
  newest: number | null;
  /** A small correction of a lesson reaches everybody. */
  everybody: boolean;
}

/** Puts the draft of an activity before learners. */
@Injectable()
export class ActivityPublicationsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly drafts: ActivityDraftsService,
    private readonly pins: VersionPinsService,
    private readonly publishing: PublishingService,
    private readonly draws: QuestionDrawsService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async outlook(editing: ActivityEditing): Promise<PublicationOutlook> {
    const { activity } = editing;
    const { manager } = this.cohorts;
    const where = { activityId: activity.id };
    const versions = await manager.find(ActivityVersion, { select: { id: true, version: true }, where });
    return {
      problems: problemsIn(editing),
      cohorts: await this.cohorts.find({
        where: { courseId: activity.courseId },
        order: { startsOn: 'DESC', id: 'DESC' },
      }),
      pins: await this.pins.outlook(manager, activity, 'not-begun'),
      numbers: new Map(versions.map(({ id, version }) => [id, version])),
      bank: activity.kind === 'quiz' ? await this.draws.bank(activity.courseId) : [],
    };
  }

  /**
   * Makes the next version of the draft that the page had shown, and drops the draft. False while the draft has
   * problems. @throws Refusal where it is gone or another by now, or where another version came meanwhile
   */
  async publish(
    actor: Actor,
    editing: ActivityEditing,
    { seen, newest, everybody }: Agreed,
  ): Promise<boolean> {
    const { activity: edited, draft: read, course } = editing;
    if (!read || editing.seen !== seen) throw changed(edited.id);
    if (problemsIn(editing).length > 0) return false;
    const writing = writingOfDraft(edited.kind, read.source);
    const publication = publicationOf(writing, edited, course);
    const reach = everybody && edited.kind === 'lesson' ? ('everybody' as const) : ('not-begun' as const);
    const publisher = { authorId: actor.personId, now: this.clock.now(), reach };
    await this.units.inTransaction(async (manager) => {
      const { draft, newestId } = await this.drafts.standing(manager, edited.id);
      if (!draft || seenOf(draft, newestId) !== seen) throw changed(edited.id);
      if (newestId !== (newest ?? draft.baseVersionId ?? newestId)) throw changed(edited.id);
      await this.publishing.publishActivity(manager, edited.id, publication, publisher);
      if (writing.kind === 'lesson')
        await manager.update(Activity, { id: edited.id }, { title: writing.draft.title });
      await manager.delete(ActivityDraft, { id: draft.id });
    });
    return true;
  }
}

const problemsIn = ({ activity, draft, course }: ActivityEditing): WritingProblem[] =>
  draft ? writingProblems(writingOfDraft(activity.kind, draft.source), activity, course) : [];

const changed = (id: number): Refusal =>
  new Refusal('desk.refusals.draftChanged', {}, `/activities/${id}/publication`);
