import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProgressService } from '../progress/progress.service.js';
import { Attempt } from './attempt.entity.js';
import { quizProgress } from './quiz-progress.js';

/** Says in `progress` what the attempts of an enrolment at a quiz come to. */
@Injectable()
export class QuizProgressService {
  constructor(private readonly progress: ProgressService) {}

  /** Computed from all attempts each time, in the unit of work that changed one of them. */
  async record(
    manager: EntityManager,
    { enrolmentId, activityId }: Pick<Attempt, 'enrolmentId' | 'activityId'>,
  ): Promise<void> {
    const attempts = await manager.findBy(Attempt, { enrolmentId, activityId });
    const all = attempts.map((attempt) => ({ ...attempt, isMustPassRight: attempt.mustPassMet }));
    await this.progress.record(manager, { enrolmentId, activityId, ...quizProgress(all) });
  }
}
