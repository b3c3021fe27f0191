import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Attempt } from './attempt.entity.js';
import { AttemptEndingsService } from './attempt-endings.service.js';
import { AttemptReviewsService, type ReviewedAttempt } from './attempt-reviews.service.js';
import { decideStart, type StartDecision } from './attempt-rules.js';
import { type QuizPlace, QuizPlacesService } from './quiz-places.service.js';
import { attemptSettings } from './quiz-settings.js';

export interface QuizIntroduction {
  quiz: QuizPlace;
  /** In their order, each with what may be seen of it. */
  attempts: ReviewedAttempt[];
  decision: StartDecision;
}

/** A quiz before and between its attempts. */
@Injectable()
export class QuizzesService {
  constructor(
    @InjectRepository(Attempt) private readonly attempts: Repository<Attempt>,
    private readonly places: QuizPlacesService,
    private readonly endings: AttemptEndingsService,
    private readonly reviews: AttemptReviewsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where the quiz is not of the learner's course */
  async introduce(actor: Actor, quizId: number): Promise<QuizIntroduction> {
    const quiz = await this.places.of(actor, quizId);
    const { enrolmentId, cohort } = quiz.place;
    await this.endings.endOverdue(this.clock.now(), { enrolmentId, activityId: quizId });
    const past = await this.attempts.find({
      where: { enrolmentId, activityId: quizId },
      order: { number: 'ASC' },
    });
    const { content, activity } = quiz;
    const attempts = await this.reviews.of({ content, activity, cohortId: cohort.id }, past);
    const decision = decideStart(past, attemptSettings(content), quiz.window, this.clock.now());
    return { quiz, attempts, decision };
  }
}
