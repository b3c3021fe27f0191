import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QuizContent } from '../courses/activity-content.js';
import { ProgressService } from '../progress/progress.service.js';
import { Attempt } from './attempt.entity.js';
import { quizProgress } from './quiz-progress.js';
import { reviewPolicy } from './quiz-settings.js';

/** Says in `progress` what the attempts of an enrolment at a quiz come to. */
@Injectable()
export class QuizProgressService {
  constructor(private readonly progress: ProgressService) {}

  /** Computed from all attempts each time, in the unit of work that changed one of them. */
  async record(
    manager: EntityManager,
    { enrolmentId, activityId }: Pick<Attempt, 'enrolmentId' | 'activityId'>,
  ): Promise<void> {
    const attempts = await manager.find(Attempt, {
      where: { enrolmentId, activityId },
      relations: { activityVersion: true },
    });
    const all = attempts.map((attempt) => ({
      ...attempt,
      isMustPassRight: attempt.mustPassMet,
      policy: reviewPolicy(attempt.activityVersion.content as QuizContent),
    }));
    await this.progress.record(manager, { enrolmentId, activityId, ...quizProgress(all) });
  }
}
