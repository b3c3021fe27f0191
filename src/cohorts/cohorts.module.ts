import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DateOverride, Extension } from './activity-date.entity.js';
import { ActivityDatesService } from './activity-dates.service.js';
import { Cohort } from './cohort.entity.js';
import { CohortDatesService } from './cohort-dates.service.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentsService } from './enrolments.service.js';
import { Group, GroupMember } from './group.entity.js';
import { Holiday, Meeting, Slot } from './meeting.entity.js';
import { TaughtMeetingsService } from './taught-meetings.service.js';
import { TeachingService } from './teaching.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Cohort,
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
  providers: [
    ActivityDatesService,
    CohortDatesService,
    EnrolmentsService,
    TaughtMeetingsService,
    TeachingService,
  ],
  exports: [
    ActivityDatesService,
    CohortDatesService,
    EnrolmentsService,
    TaughtMeetingsService,
    TeachingService,
  ],
})
export class CohortsModule {}
