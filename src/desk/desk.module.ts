import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course, CourseModule } from '../courses/course.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Session } from '../courses/session.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { CourseEditController } from './course-edit.controller.js';
import { CourseEditingService } from './course-editing.service.js';
import { CoursePlanService } from './course-plan.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Activity, Course, CourseModule, Session]),
    CoursesModule,
    LessonsModule,
  ],
  controllers: [CourseEditController],
  providers: [CourseEditingService, CoursePlanService],
})
export class DeskModule {}
