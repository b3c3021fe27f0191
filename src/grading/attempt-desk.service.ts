import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { GroupMember } from '../cohorts/group.entity.js';
import { reaches } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { type JudgedAttempt, JudgedAttemptsService } from '../quizzes/judged-attempts.service.js';

export interface AttemptDesk extends JudgedAttempt {
  classId: number | null;
  className: string;
}

/** Puts attempts on the desk of those who may judge them. */
@Injectable()
export class AttemptDeskService {
  constructor(
    private readonly judged: JudgedAttemptsService,
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
    private readonly teaching: TeachingService,
  ) {}

  /** @throws Missing for one that runs, and for one that is not the actor's to judge */
  async open(actor: Actor, id: number): Promise<AttemptDesk> {
    const attempt = await this.judged.find(id);
    if (!attempt) throw new Missing('attempt');
    const membership = await this.members.findOne({
      where: { enrolmentId: attempt.enrolmentId, kind: 'class' },
      relations: { group: true },
    });
    const { cohortId } = attempt.enrolment;
    const classGroupId = membership?.groupId ?? null;
    if (!reaches(await this.teaching.scopeOf(actor), { cohortId, classGroupId, groupId: null }))
      throw new Missing('attempt');
    const judged = await this.judged.withAnswers(attempt);
    return { ...judged, classId: classGroupId, className: membership?.group.name ?? '' };
  }
}
