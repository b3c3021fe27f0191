import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';
import { DraftFilesService } from './draft-files.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { FilesController } from './files.controller.js';
import { Grading, PeerFactor } from './grading.entity.js';
import { HandInsService } from './hand-ins.service.js';
import { LateLeave } from './late-leave.entity.js';
import { LearnerWorkService } from './learner-work.service.js';
import { ReceiptsService } from './receipts.service.js';
import { SavesService } from './saves.service.js';
import { SubmissionFile } from './submission-file.entity.js';
import { SubmissionFilesService } from './submission-files.service.js';
import { Submission, SubmissionMember } from './submission.entity.js';
import { SubmittersService } from './submitters.service.js';
import { WorkController } from './work.controller.js';
import { WorkFilesService } from './work-files.service.js';
import { WorksService } from './works.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Enrolment,
      Submission,
      SubmissionMember,
      SubmissionFile,
      LateLeave,
      Grading,
      PeerFactor,
    ]),
    CoursesModule,
    CohortsModule,
    ProgressModule,
    LessonsModule,
  ],
  controllers: [AssignmentsController, DraftsController, FilesController, WorkController],
  providers: [
    AssignmentsService,
    DraftFilesService,
    DraftsService,
    HandInsService,
    LearnerWorkService,
    ReceiptsService,
    SavesService,
    SubmissionFilesService,
    SubmittersService,
    WorkFilesService,
    WorksService,
  ],
  exports: [TypeOrmModule, SubmittersService],
})
export class AssignmentsModule {}
