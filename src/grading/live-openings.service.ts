import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Submission, SubmissionMember } from '../assignments/submission.entity.js';
import { GroupMember } from '../cohorts/group.entity.js';
import { reaches } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { ActivitiesService } from '../courses/activities.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { insertOnce } from '../platform/database/insert-once.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { liveDesk } from './live-address.js';

/** Puts a learner whose work is judged live on the desk. */
@Injectable()
export class LiveOpeningsService {
  constructor(
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    private readonly teaching: TeachingService,
    private readonly activities: ActivitiesService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a submission without text and files, never late: the place of the judgement. Opened twice, or by two at
   * once, it is the same. @returns the address of the desk. @throws Missing where it is not the actor's to judge
   */
  async open(actor: Actor, activityId: number, enrolmentId: number): Promise<string> {
    const { group, groupId } = await this.memberOf(actor, enrolmentId);
    const activity = await this.activities.published(group.cohort, activityId, 'assignment');
    if (activity.submitsAs !== 'none') throw new Missing('activity');
    const work = {
      activityId,
      submitterKind: 'individual' as const,
      submitterId: enrolmentId,
      number: 1,
    };
    const id = await this.units.inTransaction(async (manager) => {
      await insertOnce(manager, Submission, {
        ...work,
        activityVersionId: activity.currentVersionId,
        cohortId: group.cohortId,
        classGroupId: groupId,
        revision: 0,
        state: 'submitted',
        text: '',
        textSeq: 0,
        clientKey: null,
        submittedAt: this.clock.now(),
        submittedById: actor.personId,
        daysLate: 0,
        judgedAt: null,
        score: null,
        receipt: null,
      });
      const submission = await manager.findOneOrFail(Submission, { where: work, ...locked(manager) });
      await manager.upsert(SubmissionMember, { submissionId: submission.id, enrolmentId }, [
        'submissionId',
        'enrolmentId',
      ]);
      return submission.id;
    });
    return liveDesk(id, { activityId, classGroupId: groupId });
  }

  /** The learner in the class, with its cohort. @throws Missing where the class is not the actor's */
  private async memberOf(actor: Actor, enrolmentId: number): Promise<GroupMember> {
    const member = await this.members.findOne({
      where: { enrolmentId, kind: 'class', enrolment: { status: 'active' } },
      relations: { group: { cohort: true } },
    });
    if (!member) throw new Missing('enrolment');
    const place = { cohortId: member.group.cohortId, classGroupId: member.groupId, groupId: null };
    if (!reaches(await this.teaching.scopeOf(actor), place)) throw new Missing('enrolment');
    return member;
  }
}
