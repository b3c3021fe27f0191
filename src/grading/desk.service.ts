import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Grading } from '../assignments/grading.entity.js';
import { SubmissionFile } from '../assignments/submission-file.entity.js';
import { Submission, SubmissionMember } from '../assignments/submission.entity.js';
import type { WorkMember } from '../assignments/submitters.service.js';
import { workPlaceOf } from '../assignments/work-place.js';
import { reaches } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { AssignmentContent } from '../courses/activity-content.js';
import { fullName } from '../people/person-name.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';

/** A submission on the desk with all that belongs to it. */
export interface Desk {
  submission: Submission;
  content: AssignmentContent;
  members: WorkMember[];
  files: SubmissionFile[];
  /** By round. */
  gradings: Grading[];
  /** Every number of the same work that was handed in. */
  versions: Submission[];
}

/** Puts submissions on the desk of those who may judge them. */
@Injectable()
export class DeskService {
  constructor(
    @InjectRepository(Submission) private readonly submissions: Repository<Submission>,
    @InjectRepository(SubmissionMember) private readonly members: Repository<SubmissionMember>,
    @InjectRepository(SubmissionFile) private readonly files: Repository<SubmissionFile>,
    @InjectRepository(Grading) private readonly gradings: Repository<Grading>,
    private readonly teaching: TeachingService,
  ) {}

  /** @throws Missing for a draft, and for work that is not the actor's to judge */
  async open(actor: Actor, id: number): Promise<Desk> {
    const submission = await this.submissions.findOne({
      where: { id },
      relations: { activity: true, activityVersion: true, classGroup: true },
    });
    if (!submission || submission.state === 'draft') throw new Missing('submission');
    if (!reaches(await this.teaching.scopeOf(actor), workPlaceOf(submission)))
      throw new Missing('submission');
    const { activityId, submitterKind, submitterId } = submission;
    const [members, files, gradings, versions] = await Promise.all([
      this.members.find({ where: { submissionId: id }, relations: { enrolment: { person: true } } }),
      this.files.find({ where: { submissionId: id }, order: { id: 'ASC' } }),
      this.gradings.find({
        where: { submissionId: id },
        relations: { grader: true, factors: true },
        order: { round: 'ASC' },
      }),
      this.submissions.find({
        where: {
          activityId,
          submitterKind,
          submitterId,
          state: In(['submitted', 'replaced', 'returned', 'graded']),
        },
        order: { number: 'ASC' },
      }),
    ]);
    return {
      submission,
      content: submission.activityVersion.content as AssignmentContent,
      members: members.map(({ enrolmentId, enrolment }) => ({
        enrolmentId,
        personId: enrolment.personId,
        name: fullName(enrolment.person),
      })),
      files,
      gradings,
      versions,
    };
  }
}
