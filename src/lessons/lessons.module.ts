import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { ActivityPreviewsService } from './activity-previews.service.js';
import { CourseController } from './course.controller.js';
import { CoursePrintsController } from './course-prints.controller.js';
import { CoursePrintsService } from './course-prints.service.js';
import { LearnerCourseService } from './learner-course.service.js';
import { LessonMarksService } from './lesson-marks.service.js';
import { LessonReadingsService } from './lesson-readings.service.js';
import { LessonsController } from './lessons.controller.js';
import { MaterialAccessService } from './material-access.service.js';
import { MaterialFilesController } from './material-files.controller.js';
import { MaterialFilesService } from './material-files.service.js';
import { SessionReadingsService } from './session-readings.service.js';
import { SessionsController } from './sessions.controller.js';

@Module({
  imports: [CoursesModule, CohortsModule, ProgressModule],
  controllers: [
    CourseController,
    CoursePrintsController,
    SessionsController,
    LessonsController,
    MaterialFilesController,
  ],
  providers: [
    ActivityPreviewsService,
    CoursePrintsService,
    LearnerCourseService,
    LessonMarksService,
    LessonReadingsService,
    MaterialAccessService,
    MaterialFilesService,
    SessionReadingsService,
  ],
  exports: [ActivityPreviewsService, LearnerCourseService, MaterialAccessService],
})
export class LessonsModule {}
