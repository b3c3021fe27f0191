import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { GradeNewsService } from './grade-news.service.js';
import { GradingsService } from './gradings.service.js';
import { QueueController } from './queue.controller.js';
import { QueueService } from './queue.service.js';
import { RoundsService } from './rounds.service.js';

@Module({
  imports: [AssignmentsModule, CohortsModule, ProgressModule],
  controllers: [QueueController, DeskController],
  providers: [DeskService, GradeNewsService, GradingsService, QueueService, RoundsService],
})
export class GradingModule {}
