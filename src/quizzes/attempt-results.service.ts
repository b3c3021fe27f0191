import { Injectable } from '@nestjs/common';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import type { Attempt } from './attempt.entity.js';
import { type AttemptRecord, AttemptReaderService, type QuestionRecord } from './attempt-reader.service.js';
import { AttemptReviewsService, type Review, type ReviewedAttempt } from './attempt-reviews.service.js';
import { decideStart, type StartDecision } from './attempt-rules.js';
import { QuizPlacesService } from './quiz-places.service.js';
import { attemptSettings } from './quiz-settings.js';

export interface AttemptResult {
  attempt: AttemptRecord;
  questions: QuestionRecord[];
  /** This one and the others at the same quiz, in their order. */
  attempts: ReviewedAttempt[];
  review: Review;
  /** May another begin now? Null where the attempt belongs to an enrolment of the past. */
  next: StartDecision | null;
}

/** What an ended attempt came to. */
@Injectable()
export class AttemptResultsService {
  constructor(
    private readonly reader: AttemptReaderService,
    private readonly reviews: AttemptReviewsService,
    private readonly enrolments: EnrolmentsService,
    private readonly places: QuizPlacesService,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, attempt: AttemptRecord): Promise<AttemptResult> {
    const [questions, siblings] = await Promise.all([
      this.reader.questions(attempt.id),
      this.reader.siblings(attempt),
    ]);
    const attempts = await this.reviews.of(attempt, siblings);
    const own = attempts.find((sibling) => sibling.attempt.id === attempt.id);
    if (!own) throw new Missing('attempt');
    const next = await this.next(actor, attempt, siblings);
    return { attempt, questions, attempts, review: own.review, next };
  }

  private async next(
    actor: Actor,
    { enrolmentId, activity }: AttemptRecord,
    attempts: readonly Attempt[],
  ): Promise<StartDecision | null> {
    const place = await this.enrolments.placeOf(actor);
    if (place?.enrolmentId !== enrolmentId) return null;
    const { content, window } = await this.places.in(place, activity.id);
    return decideStart(attempts, attemptSettings(content), window, this.clock.now());
  }
}
