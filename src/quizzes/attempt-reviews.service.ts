import { Injectable } from '@nestjs/common';
import { ClosingDatesService } from '../cohorts/closing-dates.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Attempt } from './attempt.entity.js';
import type { AttemptRecord } from './attempt-reader.service.js';
import { reviewOf, reviewOpening } from './review-policy.js';
import { reviewPolicy } from './quiz-settings.js';

/** What of an attempt its learner may see now, and what may be seen when. */
export interface Review {
  score: boolean;
  key: boolean;
  opening: { score: Date | null; key: Date | null };
}

export interface ReviewedAttempt {
  attempt: Attempt;
  review: Review;
}

interface Reviewed extends Pick<AttemptRecord, 'content' | 'cohortId'> {
  activity: { id: number };
}

@Injectable()
export class AttemptReviewsService {
  constructor(
    private readonly closing: ClosingDatesService,
    private readonly clock: Clock,
  ) {}

  /** The reviews of attempts at one quiz, in the order given. */
  async of(
    { content, activity, cohortId }: Reviewed,
    attempts: readonly Attempt[],
  ): Promise<ReviewedAttempt[]> {
    const policy = reviewPolicy(content);
    const waits = policy.score === 'close' || policy.key === 'close';
    const closesAt = waits && attempts.length > 0 ? await this.closing.closesAt(cohortId, activity.id) : null;
    const now = this.clock.now();
    return attempts.map((attempt) => {
      const request = { attempt, policy, closesAt };
      return { attempt, review: { ...reviewOf({ ...request, now }), opening: reviewOpening(request) } };
    });
  }
}
