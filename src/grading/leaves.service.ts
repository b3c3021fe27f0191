import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { LateLeave } from '../assignments/late-leave.entity.js';
import { Submission } from '../assignments/submission.entity.js';
import { type Submitter, submitterOf } from '../assignments/submission-rules.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { GroupMember } from '../cohorts/group.entity.js';
import { reaches } from '../cohorts/teaching-scope.js';
import { TaughtCoursesService } from '../cohorts/taught-courses.service.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { Activity } from '../courses/activity.entity.js';
import { fullName } from '../people/person-name.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Somebody who has not handed in yet, and whether they may though it is late. */
export interface Missed {
  submitter: Submitter;
  names: string[];
  leave: string | null;
}

/** Leave to hand in later than the penalty reaches. */
@Injectable()
export class LeavesService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    @InjectRepository(GroupMember) private readonly groups: Repository<GroupMember>,
    private readonly teaching: TeachingService,
    private readonly courses: TaughtCoursesService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What leave can be given for and, where one of these is chosen, who has not handed it in. @throws Missing */
  async list(actor: Actor, chosen: number | null): Promise<{ assignments: Activity[]; missed: Missed[] }> {
    const assignments = await this.assignmentsOf(actor);
    if (chosen === null) return { assignments, missed: [] };
    const activity = assignments.find(({ id }) => id === chosen);
    if (!activity) throw new Missing('activity');
    return { assignments, missed: await this.missedOf(actor, activity) };
  }

  /** Given twice it is given once. @throws Missing where it is not the actor's to give */
  async grant(actor: Actor, activityId: number, { kind, id }: Submitter, reason: string): Promise<void> {
    const { missed } = await this.list(actor, activityId);
    if (!missed.some(({ submitter }) => submitter.kind === kind && submitter.id === id))
      throw new Missing('submitter');
    const leave = { activityId, submitterKind: kind, submitterId: id };
    await this.units.inTransaction(async (manager) => {
      if (await manager.existsBy(LateLeave, leave)) return;
      const { identifiers } = await manager.insert(LateLeave, {
        ...leave,
        reason,
        grantedById: actor.personId,
        grantedAt: this.clock.now(),
      });
      const record = { type: 'late-leave', id: Number(identifiers[0]?.['id'] ?? 0) };
      await this.audit.note(manager, { by: actor, action: 'grading.audit.leaveGiven', record, reason });
    });
  }

  /** Of the courses that the actor teaches or runs, if they are handed in; in the order of the syllabus. */
  private async assignmentsOf(actor: Actor): Promise<Activity[]> {
    const courseId = In((await this.courses.of(actor)).map(({ id }) => id));
    return await this.activities.find({
      where: { courseId, kind: 'assignment', submitsAs: Not('none'), currentVersionId: Not(IsNull()) },
      relations: { session: true },
      order: { session: { number: 'ASC' }, position: 'ASC' },
    });
  }

  /** Those whom the actor teaches and who have not handed in. */
  private async missedOf(actor: Actor, activity: Activity): Promise<Missed[]> {
    const activityId = activity.id;
    const found = await this.learnersOf(actor, activity);
    const [handedIn, leaves] = await Promise.all([
      this.activities.manager.findBy(Submission, { activityId, state: Not('draft') }),
      this.activities.manager.findBy(LateLeave, { activityId }),
    ]);
    const isOf =
      ({ kind, id }: Submitter) =>
      (row: { submitterKind: string; submitterId: number }) =>
        row.submitterKind === kind && row.submitterId === id;
    return found
      .filter(({ submitter }) => !handedIn.some(isOf(submitter)))
      .map((missed) => ({ ...missed, leave: leaves.find(isOf(missed.submitter))?.reason ?? null }));
  }

  private async learnersOf(
    actor: Actor,
    { courseId, submitsAs }: Activity,
  ): Promise<{ submitter: Submitter; names: string[] }[]> {
    const scope = await this.teaching.scopeOf(actor);
    const enrolments = await this.enrolments.find({
      where: { status: 'active', cohort: { courseId } },
      relations: { person: true },
      order: { person: { name: 'ASC' } },
    });
    const members = await this.groups.findBy({ enrolmentId: In(enrolments.map(({ id }) => id)) });
    const found = new Map<string, { submitter: Submitter; names: string[] }>();
    for (const { id, cohortId, person } of enrolments) {
      const groupOf = (kind: 'class' | 'pair' | 'team') =>
        members.find((member) => member.enrolmentId === id && member.kind === kind)?.groupId ?? null;
      const submitter = submitterOf(submitsAs, {
        enrolmentId: id,
        pairId: groupOf('pair'),
        teamId: groupOf('team'),
      });
      if ('refusal' in submitter) continue;
      const groupId = submitter.kind === 'individual' ? null : submitter.id;
      if (!reaches(scope, { cohortId, classGroupId: groupOf('class'), groupId })) continue;
      const key = `${submitter.kind} ${submitter.id}`;
      found.set(key, { submitter, names: [...(found.get(key)?.names ?? []), fullName(person)] });
    }
    return [...found.values()];
  }
}
