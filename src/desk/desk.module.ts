import { UploadsModule } from '../platform/uploads/uploads.module.js';
import { Module } from '@nestjs/common';
import { ActivityVersion } from '../courses/activity.entity.js';
import { ActivityDraft } from '../courses/activity-draft.entity.js';
import { Cohort } from '../cohorts/cohort.entity.js';
import { ActivityEditingService } from './activity-editing.service.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { LessonEditorController } from './lesson-editor.controller.js';
import { LessonEditorService } from './lesson-editor.service.js';
import { CourseAttachmentsService } from './course-attachments.service.js';
import { LessonMediaController } from './lesson-media.controller.js';
import { LessonPicturesService } from './lesson-pictures.service.js';
import { ActivityPublicationsController } from './activity-publications.controller.js';
import { ActivityPublicationsService } from './activity-publications.service.js';
import { ActivityVersionsController } from './activity-versions.controller.js';
import { ActivityVersionsService } from './activity-versions.service.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course, CourseModule, GradeComponent } from '../courses/course.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { CourseStructureController } from './course-structure.controller.js';
import { CourseStructureService } from './course-structure.service.js';
import { PlanWordsController } from './plan-words.controller.js';
import { SessionWordsService } from './session-words.service.js';
import { AssignmentDeskController } from './assignment-desk.controller.js';
import { AssignmentFilesController } from './assignment-files.controller.js';
import { CourseActivitiesController } from './course-activities.controller.js';
import { CourseActivitiesService } from './course-activities.service.js';
import { CourseEditController } from './course-edit.controller.js';
import { CourseEditingService } from './course-editing.service.js';
import { CoursePlanService } from './course-plan.service.js';
import { QuestionBankController } from './question-bank.controller.js';
import { QuestionEditingService } from './question-editing.service.js';
import { QuestionListService } from './question-list.service.js';
import { QuestionSavesService } from './question-saves.service.js';
import { QuizEditorController } from './quiz-editor.controller.js';
import { QuizEditorService } from './quiz-editor.service.js';
import { QuestionsController } from './questions.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Activity,
      ActivityDraft,
      ActivityVersion,
      Cohort,
      Course,
      CourseModule,
      GradeComponent,
      Meeting,
      Session,
      Question,
      QuestionVersion,
    ]),
    CoursesModule,
    LessonsModule,
    QuizzesModule,
    UploadsModule,
  ],
  controllers: [
    AssignmentDeskController,
    AssignmentFilesController,
    CourseActivitiesController,
    CourseEditController,
    CourseStructureController,
    LessonEditorController,
    LessonMediaController,
    ActivityPublicationsController,
    ActivityVersionsController,
    QuizEditorController,
    PlanWordsController,
    QuestionBankController,
    QuestionsController,
  ],
  providers: [
    ActivityDraftsService,
    ActivityEditingService,
    CourseActivitiesService,
    CourseEditingService,
    LessonEditorService,
    LessonPicturesService,
    ActivityPublicationsService,
    ActivityVersionsService,
    QuizEditorService,
    CourseAttachmentsService,
    CoursePlanService,
    CourseStructureService,
    SessionWordsService,
    QuestionEditingService,
    QuestionListService,
    QuestionSavesService,
  ],
})
export class DeskModule {}
