import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { MissedQuestionsService } from './missed-questions.service.js';
import { RecallAnswersService } from './recall-answers.service.js';
import { RecallController } from './recall.controller.js';
import { RecallAnswer, RecallItem } from './recall.entity.js';
import { RecallService } from './recall.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RecallItem, RecallAnswer]), CohortsModule, QuizzesModule],
  controllers: [RecallController],
  providers: [MissedQuestionsService, RecallAnswersService, RecallService],
  exports: [RecallService],
})
export class RecallModule {}
