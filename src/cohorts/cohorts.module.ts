import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course } from '../courses/course.entity.js';
import { DateOverride, Extension } from './activity-date.entity.js';
import { ActivityDatesService } from './activity-dates.service.js';
import { ClassMeetingsService } from './class-meetings.service.js';
import { ClosingDatesService } from './closing-dates.service.js';
import { ClassTimetableService } from './class-timetable.service.js';
import { CohortOverviewService } from './cohort-overview.service.js';
import { EnrolmentListService } from './enrolment-list.service.js';
import { GroupListService } from './group-list.service.js';
import { CohortsController } from './cohorts.controller.js';
import { ClassesController } from './classes.controller.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { Cohort } from './cohort.entity.js';
import { CohortDatesService } from './cohort-dates.service.js';
import { CohortOpeningsService } from './cohort-openings.service.js';
import { CohortsService } from './cohorts.service.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentImportsService } from './enrolment-imports.service.js';
import { EnrolmentWriterService } from './enrolment-writer.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { Group, GroupMember } from './group.entity.js';
import { HolidaysService } from './holidays.service.js';
import { KnownFactsService } from './known-facts.service.js';
import { Holiday, Meeting, Slot } from './meeting.entity.js';
import { TaughtCoursesService } from './taught-courses.service.js';
import { TaughtMeetingsService } from './taught-meetings.service.js';
import { TeachingService } from './teaching.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Activity,
      Cohort,
      Course,
      Enrolment,
      Group,
      GroupMember,
      Meeting,
      Slot,
      Holiday,
      DateOverride,
      Extension,
    ]),
  ],
  controllers: [CohortsController, ClassesController, EnrolmentsController],
  providers: [
    ClassTimetableService,
    CohortOverviewService,
    EnrolmentListService,
    GroupListService,
    ActivityDatesService,
    ClosingDatesService,
    CohortDatesService,
    CohortOpeningsService,
    CohortsService,
    EnrolmentImportsService,
    ClassMeetingsService,
    EnrolmentsService,
    EnrolmentWriterService,
    HolidaysService,
    KnownFactsService,
    TaughtCoursesService,
    TaughtMeetingsService,
    TeachingService,
    WithdrawalsService,
  ],
  exports: [
    ActivityDatesService,
    ClosingDatesService,
    CohortDatesService,
    CohortOpeningsService,
    CohortsService,
    EnrolmentImportsService,
    ClassMeetingsService,
    EnrolmentsService,
    HolidaysService,
    TaughtCoursesService,
    TaughtMeetingsService,
    TeachingService,
    WithdrawalsService,
  ],
})
export class CohortsModule {}
