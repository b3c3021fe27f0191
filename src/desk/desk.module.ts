import { Module } from '@nestjs/common';
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
import { CourseEditController } from './course-edit.controller.js';
import { CourseEditingService } from './course-editing.service.js';
import { CoursePlanService } from './course-plan.service.js';
import { QuestionBankController } from './question-bank.controller.js';
import { QuestionEditingService } from './question-editing.service.js';
import { QuestionListService } from './question-list.service.js';
import { QuestionSavesService } from './question-saves.service.js';
import { QuestionsController } from './questions.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Activity,
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
  ],
  controllers: [
    CourseEditController,
    CourseStructureController,
    PlanWordsController,
    QuestionBankController,
    QuestionsController,
  ],
  providers: [
    CourseEditingService,
    CoursePlanService,
    CourseStructureService,
    SessionWordsService,
    QuestionEditingService,
    QuestionListService,
    QuestionSavesService,
  ],
})
export class DeskModule {}
