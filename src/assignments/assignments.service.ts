import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not, type Repository } from 'typeorm';
import { ActivitiesService } from '../courses/activities.service.js';
import type { AssignmentContent } from '../courses/activity-content.js';
import type { Actor } from '../platform/access/actor.js';
import { type ProgressRecord, ProgressService } from '../progress/progress.service.js';
import { Grading } from './grading.entity.js';
import { SubmissionFile } from './submission-file.entity.js';
import { LearnerWorkService } from './learner-work.service.js';
import { SubmittersService, type WorkMember } from './submitters.service.js';
import type { LearnerWork } from './works.service.js';

/** All that a learner may see of an assignment and of the own work on it. */
export interface AssignmentView {
  work: LearnerWork;
  /** What the work is made against: it stays the same though the assignment is published anew. */
  content: AssignmentContent;
  members: WorkMember[];
  /** Of every number, oldest first. */
  files: SubmissionFile[];
  /** Published and returned, oldest first. */
  gradings: Grading[];
  progress: ProgressRecord | null;
}

/** What learners see of assignments. */
@Injectable()
export class AssignmentsService {
  constructor(
    @InjectRepository(SubmissionFile) private readonly files: Repository<SubmissionFile>,
    @InjectRepository(Grading) private readonly gradings: Repository<Grading>,
    private readonly works: LearnerWorkService,
    private readonly activities: ActivitiesService,
    private readonly submitters: SubmittersService,
    private readonly progress: ProgressService,
  ) {}

  async list(actor: Actor): Promise<{ works: LearnerWork[]; progress: Map<number, ProgressRecord> }> {
    const works = await this.works.all(actor);
    const [first] = works;
    return { works, progress: first ? await this.progress.of(first.place.enrolmentId) : new Map() };
  }

  /** @throws Missing */
  async show(actor: Actor, activityId: number): Promise<AssignmentView> {
    const work = await this.works.of(actor, activityId);
    const versions = versionsOf(work);
    const [content, members, files, gradings, progress] = await Promise.all([
      this.contentOf(work),
      'kind' in work.submitter ? this.submitters.membersOf(work.submitter) : [],
      this.filesOf(versions),
      this.gradingsOf(versions),
      this.progress.of(work.place.enrolmentId),
    ]);
    return { work, content, members, files, gradings, progress: progress.get(activityId) ?? null };
  }

  /** Of the version that the work is made against. */
  async contentOf({ activity, standing }: LearnerWork): Promise<AssignmentContent> {
    const { draft, last } = standing;
    const versionId = (draft ?? last)?.activityVersionId ?? activity.currentVersionId;
    return (await this.activities.version(versionId)).content as AssignmentContent;
  }

  private async filesOf(versions: readonly number[]): Promise<SubmissionFile[]> {
    if (versions.length === 0) return [];
    return await this.files.find({ where: { submissionId: In([...versions]) }, order: { id: 'ASC' } });
  }

  private async gradingsOf(versions: readonly number[]): Promise<Grading[]> {
    if (versions.length === 0) return [];
    return await this.gradings.find({
      where: { submissionId: In([...versions]), state: Not('draft') },
      relations: { grader: true, factors: true },
      order: { id: 'ASC' },
    });
  }
}

const versionsOf = ({ standing, handedIn }: LearnerWork): number[] =>
  [...handedIn, ...(standing.draft ? [standing.draft] : [])].map(({ id }) => id);
