import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { GroupMember } from '../cohorts/group.entity.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { AttendanceService } from './attendance.service.js';
import { MeetingListService } from './meeting-list.service.js';
import { RegisterService } from './register.service.js';
import { RegistersController } from './registers.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttendanceMark, GroupMember, Meeting]), CohortsModule],
  controllers: [AttendanceController, RegistersController],
  providers: [AttendanceService, MeetingListService, RegisterService],
  exports: [AttendanceService, RegisterService],
})
export class AttendanceModule {}
