import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Grading } from '../assignments/grading.entity.js';
import { PeerFactor } from '../assignments/grading.entity.js';
import { memberScore } from '../assignments/peer-factor.js';
import { ProgressService } from '../progress/progress.service.js';
import type { Desk } from './desk.service.js';

/** Lets a judgement reach each member. */
@Injectable()
export class GradeNewsService {
  constructor(private readonly progress: ProgressService) {}

  /** A critical aspect is judged on the score before the penalty: being late says nothing of what somebody can do. */
  async tell(
    manager: EntityManager,
    { submission, members }: Desk,
    grading: Grading,
    at: Date,
  ): Promise<void> {
    const factors = await manager.findBy(PeerFactor, { gradingId: grading.id });
    const { score, scoreBefore } = grading;
    const isDone = grading.state === 'published' && score !== null;
    for (const { enrolmentId } of members) {
      const factor = factors.find((one) => one.enrolmentId === enrolmentId)?.factor ?? 0;
      await this.progress.record(manager, {
        enrolmentId,
        activityId: submission.activityId,
        state: isDone ? 'done' : 'returned',
        score: isDone ? memberScore(score, factor) : null,
        criticalScore: isDone ? scoreBefore : null,
        mustPassMet: isDone,
        at,
      });
    }
  }
}
