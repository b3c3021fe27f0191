import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { Cohort } from '../cohorts/cohort.entity.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Meeting, Slot } from '../cohorts/meeting.entity.js';
import { Course, CourseModule } from '../courses/course.entity.js';
import { Session } from '../courses/session.entity.js';
import { FactsModule } from '../facts/facts.module.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { RecallModule } from '../recall/recall.module.js';
import { Navigation } from '../platform/web/navigation.js';
import { HomeController } from './home.controller.js';
import { WorkdayService } from './workday.service.js';
import { ProductNavigation } from './navigation.service.js';
import { ProgrammeService } from './programme.service.js';
import { StudentHomeService } from './student-home.service.js';

/** Composes the features into the first page of each role, and the frame's navigation; nothing imports it. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Course, CourseModule, Session, Cohort, Slot, Meeting]),
    CohortsModule,
    LessonsModule,
    RecallModule,
    AttendanceModule,
    FactsModule,
  ],
  controllers: [HomeController],
  providers: [
    ProgrammeService,
    StudentHomeService,
    WorkdayService,
    { provide: Navigation, useClass: ProductNavigation },
  ],
  exports: [Navigation],
})
export class HomeModule {}
