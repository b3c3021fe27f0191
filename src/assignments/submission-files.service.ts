import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { GroupMember } from '../cohorts/group.entity.js';
import { reaches } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { SubmissionFile } from './submission-file.entity.js';
import { Submission, SubmissionMember } from './submission.entity.js';
import { workPlaceOf } from './work-place.js';

/** Files of submissions, for those whose work it is and those who judge it. */
@Injectable()
export class SubmissionFilesService {
  constructor(
    @InjectRepository(SubmissionFile) private readonly files: Repository<SubmissionFile>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly teaching: TeachingService,
  ) {}

  /** With its blob. @throws Missing for a file that is not there, or not the actor's to see */
  async find(actor: Actor, id: number): Promise<SubmissionFile> {
    const file = await this.files.findOne({ where: { id }, relations: { submission: true, blob: true } });
    if (!file) throw new Missing('file');
    const { submission } = file;
    if (await this.isOwn(actor, submission)) return file;
    if (submission.state === 'draft') throw new Missing('file');
    if (!reaches(await this.teaching.scopeOf(actor), workPlaceOf(submission))) throw new Missing('file');
    return file;
  }

  /** The actor is a member of the group today, or was when it was handed in. */
  private async isOwn(actor: Actor, { id, submitterKind, submitterId }: Submission): Promise<boolean> {
    return await this.enrolments
      .createQueryBuilder('enrolment')
      .leftJoin(GroupMember, 'member', 'member.enrolmentId = enrolment.id')
      .leftJoin(
        SubmissionMember,
        'handed',
        'handed.enrolmentId = enrolment.id AND handed.submissionId = :submissionId',
        { submissionId: id },
      )
      .where('enrolment.personId = :personId', { personId: actor.personId })
      .andWhere("enrolment.status <> 'withdrawn'")
      .andWhere(
        `(handed.submissionId IS NOT NULL OR ${
          submitterKind === 'individual' ? 'enrolment.id' : 'member.groupId'
        } = :submitterId)`,
        { submitterId },
      )
      .getExists();
  }
}
