import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course } from '../courses/course.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Question } from '../courses/question.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { UploadsModule } from '../platform/uploads/uploads.module.js';
import { PackContentService } from './pack-content.service.js';
import { PackDownloadsController } from './pack-downloads.controller.js';
import { PackDownloadsService } from './pack-downloads.service.js';
import { PackExportsService } from './pack-exports.service.js';
import { PackFrameService } from './pack-frame.service.js';
import { PackImportService } from './pack-import.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Activity, Course, Question]),
    CoursesModule,
    LessonsModule,
    UploadsModule,
  ],
  controllers: [PackDownloadsController],
  providers: [
    PackContentService,
    PackDownloadsService,
    PackExportsService,
    PackFrameService,
    PackImportService,
  ],
  exports: [PackExportsService, PackImportService],
})
export class CoursePacksModule {}
