import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Question } from '../courses/question.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { Clock } from '../platform/clock/clock.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { AnswerJudgement, LateDecision } from './answer-judgement.entity.js';
import { AnswerJudgementsService } from './answer-judgements.service.js';
import { AnswersController } from './answers.controller.js';
import { AnswersService } from './answers.service.js';
import { AttemptEndingsService } from './attempt-endings.service.js';
import { AttemptReaderService } from './attempt-reader.service.js';
import { AttemptResultsService } from './attempt-results.service.js';
import { AttemptReviewsService } from './attempt-reviews.service.js';
import { AttemptStartsService } from './attempt-starts.service.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './attempt.entity.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { JudgedAttemptsService } from './judged-attempts.service.js';
import { QuestionDrawsService } from './question-draws.service.js';
import { QuestionTextsService } from './question-texts.service.js';
import { QuizPlacesService } from './quiz-places.service.js';
import { QuizPreviewsService } from './quiz-previews.service.js';
import { QuizProgressService } from './quiz-progress.service.js';
import { QuizzesController } from './quizzes.controller.js';
import { QuizzesService } from './quizzes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Attempt,
      AttemptQuestion,
      AnswerLogEntry,
      AnswerJudgement,
      LateDecision,
      Question,
    ]),
    CoursesModule,
    CohortsModule,
    ProgressModule,
    LessonsModule,
  ],
  controllers: [QuizzesController, AttemptsController, AnswersController],
  providers: [
    AnswerJudgementsService,
    AnswersService,
    AttemptEndingsService,
    AttemptReaderService,
    AttemptResultsService,
    AttemptReviewsService,
    AttemptStartsService,
    AttemptsService,
    JudgedAttemptsService,
    QuestionDrawsService,
    QuestionTextsService,
    QuizPlacesService,
    QuizPreviewsService,
    QuizProgressService,
    QuizzesService,
  ],
  exports: [
    TypeOrmModule,
    AnswerJudgementsService,
    JudgedAttemptsService,
    QuestionDrawsService,
    QuestionTextsService,
  ],
})
export class QuizzesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly endings: AttemptEndingsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.registerRecurring('quizzes.jobs.endOverdue', 5, () =>
      this.endings.endOverdue(this.clock.now()),
    );
  }
}
