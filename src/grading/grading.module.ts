import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Group, GroupMember } from '../cohorts/group.entity.js';
import { Activity } from '../courses/activity.entity.js';
import { ProgressModule } from '../progress/progress.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { AttemptDeskController } from './attempt-desk.controller.js';
import { AttemptDeskService } from './attempt-desk.service.js';
import { AttemptQueueService } from './attempt-queue.service.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { GradeNewsService } from './grade-news.service.js';
import { GradingsService } from './gradings.service.js';
import { LeavesController } from './leaves.controller.js';
import { LeavesService } from './leaves.service.js';
import { LiveListService } from './live-list.service.js';
import { LiveOpeningsService } from './live-openings.service.js';
import { LiveController } from './live.controller.js';
import { QueueController } from './queue.controller.js';
import { QueueService } from './queue.service.js';
import { RoundsService } from './rounds.service.js';
import { SubmissionQueueService } from './submission-queue.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Activity, Enrolment, Group, GroupMember]),
    AssignmentsModule,
    CoursesModule,
    CohortsModule,
    ProgressModule,
    QuizzesModule,
  ],
  controllers: [LeavesController, LiveController, QueueController, AttemptDeskController, DeskController],
  providers: [
    AttemptDeskService,
    AttemptQueueService,
    DeskService,
    GradeNewsService,
    GradingsService,
    LeavesService,
    LiveListService,
    LiveOpeningsService,
    QueueService,
    RoundsService,
    SubmissionQueueService,
  ],
})
export class GradingModule {}
