import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Activity, type ActivityKind, type SubmitsAs } from '../courses/activity.entity.js';
import { ActivityDraft } from '../courses/activity-draft.entity.js';
import { BegunWork } from '../courses/begun-work.js';
import { FactPublishingService } from '../courses/fact-publishing.service.js';
import { PublishingService } from '../courses/publishing.service.js';
import { Session } from '../courses/session.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type Membership, membershipOf } from './activity-membership.js';

export interface NewActivity {
  /** Given out with the form: sent twice it makes one activity. */
  key: string;
  kind: ActivityKind;
  title: string;
  submitsAs: SubmitsAs;
}

/** Which activities a course has: takes in new ones, and takes out those that nobody has begun. */
@Injectable()
export class CourseActivitiesService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    private readonly begunWork: BegunWork,
    private readonly publishing: PublishingService,
    private readonly facts: FactPublishingService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** At the end of its session, unpublished, not required and without a grade. Sent again it leads to the same. */
  async create(actor: Actor, session: Session, wanted: NewActivity): Promise<Pick<Activity, 'kind' | 'id'>> {
    const { courseId, id: sessionId } = session;
    return await this.units.inTransaction(async (manager) => {
      // One at a time in a session: of two that are the same the second finds the first, and no two have one place.
      await manager.findOneOrFail(Session, { where: { id: sessionId }, ...locked(manager) });
      const known = await manager.findOneBy(Activity, { courseId, key: wanted.key });
      if (known) return known;
      const last = (await manager.maximum(Activity, 'position', { sessionId })) ?? 0;
      const activity = await manager.save(
        manager.create(Activity, { ...UNSETTLED, ...wanted, courseId, sessionId, position: last + 1 }),
      );
      await this.note(manager, actor, activity, 'desk.audit.created');
      return activity;
    });
  }

  /** What may be done with an activity. */
  async membership(activity: Activity): Promise<Membership> {
    return await this.read(this.activities.manager, activity);
  }

  /** Learners no longer see it; its versions stay. @throws Missing; Refusal where somebody has begun */
  async withdraw(actor: Actor, courseId: number, id: number): Promise<void> {
    await this.change(courseId, id, async (manager, activity, { mayWithdraw }) => {
      if (activity.currentVersionId === null) return;
      if (!mayWithdraw) throw new Refusal('desk.refusals.begun');
      await manager.update(Activity, { id }, { currentVersionId: null });
      await this.note(manager, actor, activity, 'desk.audit.withdrawn');
    });
  }

  /** Learners see its newest version again, with the facts of today. @throws Missing */
  async putBack(actor: Actor, courseId: number, id: number): Promise<void> {
    await this.change(courseId, id, async (manager, activity, { newestVersionId: currentVersionId }) => {
      if (activity.currentVersionId !== null || currentVersionId === null) return;
      await manager.update(Activity, { id }, { currentVersionId });
      await this.facts.publishText(manager, id, actor.personId);
      await this.note(manager, actor, activity, 'desk.audit.putBack');
    });
  }

  /** Deletes what has neither a version nor a draft, so that nothing is lost. @throws Missing; Refusal otherwise */
  async remove(actor: Actor, courseId: number, id: number): Promise<void> {
    await this.change(courseId, id, async (manager, activity, { mayRemove }) => {
      if (!mayRemove) throw new Refusal('desk.refusals.notEmpty');
      await manager.delete(Activity, { id });
      await this.note(manager, actor, activity, 'desk.audit.removed');
    });
  }

  private async change(
    courseId: number,
    id: number,
    work: (manager: EntityManager, activity: Activity, membership: Membership) => Promise<void>,
  ): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const activity = await manager.findOne(Activity, { where: { id, courseId }, ...locked(manager) });
      if (!activity) throw new Missing('activity');
      await work(manager, activity, await this.read(manager, activity));
    });
  }

  private async read(manager: EntityManager, activity: Activity): Promise<Membership> {
    const { id: activityId } = activity;
    const begun = await this.begunWork.byCohort(manager, activityId);
    return membershipOf({
      currentVersionId: activity.currentVersionId,
      newestVersionId: await this.publishing.newestVersionId(manager, activityId),
      hasDraft: await manager.existsBy(ActivityDraft, { activityId }),
      begun: [...begun.values()].reduce((sum, learners) => sum + learners, 0),
    });
  }

  private note(manager: EntityManager, by: Actor, { id, title }: Activity, action: string): Promise<void> {
    return this.audit.note(manager, {
      by,
      action,
      record: { type: 'activity', id },
      fields: { title: { from: null, to: title } },
    });
  }
}

const UNSETTLED = {
  required: false,
  componentId: null,
  opensRule: null,
  dueRule: null,
  passMark: null,
  critical: null,
  weight: 1,
  currentVersionId: null,
};
