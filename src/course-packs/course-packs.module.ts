import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course } from '../courses/course.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Question } from '../courses/question.entity.js';
import { PackContentService } from './pack-content.service.js';
import { PackFrameService } from './pack-frame.service.js';
import { PackImportService } from './pack-import.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Activity, Course, Question]), CoursesModule],
  providers: [PackContentService, PackFrameService, PackImportService],
  exports: [PackImportService],
})
export class CoursePacksModule {}
