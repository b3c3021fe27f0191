import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { GroupMember } from '../cohorts/group.entity.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import type { PublishedActivity } from '../courses/activities.service.js';
import { fullName } from '../people/person-name.js';
import { Submission, SubmissionMember } from './submission.entity.js';
import { type Submitter, submitterOf, type SubmitterRefusal } from './submission-rules.js';

/** One of those whose work it is. */
export interface WorkMember {
  enrolmentId: number;
  personId: number;
  name: string;
}

/** In whose name learners hand in, and who they are. */
@Injectable()
export class SubmittersService {
  constructor(
    @InjectRepository(SubmissionMember) private readonly handedIn: Repository<SubmissionMember>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
  ) {}

  /**
   * By activity. What was handed in stays with those who did it: somebody who has changed the team since keeps the
   * work of the old one, and hands in the next with the new one.
   */
  async submittersOf(
    place: LearnerPlace,
    activities: readonly PublishedActivity[],
  ): Promise<Map<number, Submitter | { refusal: SubmitterRefusal }>> {
    const earlier = await this.earlierSubmitters(place.enrolmentId);
    const member = {
      enrolmentId: place.enrolmentId,
      pairId: place.groups.pair?.id ?? null,
      teamId: place.groups.team?.id ?? null,
    };
    return new Map(
      activities.map(({ id, submitsAs }) => [id, earlier.get(id) ?? submitterOf(submitsAs, member)]),
    );
  }

  /** The members that a submitter has today, whoever has not left the cohort. */
  async membersOf({ kind, id }: Submitter): Promise<WorkMember[]> {
    const query = this.enrolments.createQueryBuilder('enrolment').where("enrolment.status <> 'withdrawn'");
    if (kind === 'individual') query.andWhere('enrolment.id = :id', { id });
    else
      query
        .innerJoin(GroupMember, 'member', 'member.enrolmentId = enrolment.id')
        .andWhere('member.groupId = :id', { id });
    const found = await query
      .innerJoinAndSelect('enrolment.person', 'person')
      .orderBy('person.name')
      .getMany();
    return found.map(({ id: enrolmentId, personId, person }) => ({
      enrolmentId,
      personId,
      name: fullName(person),
    }));
  }

  /** The latest for each activity. */
  private async earlierSubmitters(enrolmentId: number): Promise<Map<number, Submitter>> {
    const rows = await this.handedIn
      .createQueryBuilder('member')
      .innerJoin(Submission, 'submission', 'submission.id = member.submissionId')
      .where('member.enrolmentId = :enrolmentId', { enrolmentId })
      .orderBy('submission.id')
      .select('submission.activity_id', 'activityId')
      .addSelect('submission.submitter_kind', 'kind')
      .addSelect('submission.submitter_id', 'id')
      .getRawMany<Submitter & { activityId: number }>();
    return new Map(rows.map(({ activityId, kind, id }) => [activityId, { kind, id }]));
  }
}
