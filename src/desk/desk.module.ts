import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course, CourseModule } from '../courses/course.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
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
    TypeOrmModule.forFeature([Activity, Course, CourseModule, Session, Question, QuestionVersion]),
    CoursesModule,
    LessonsModule,
    QuizzesModule,
  ],
  controllers: [CourseEditController, QuestionBankController, QuestionsController],
  providers: [
    CourseEditingService,
    CoursePlanService,
    QuestionEditingService,
    QuestionListService,
    QuestionSavesService,
  ],
})
export class DeskModule {}
