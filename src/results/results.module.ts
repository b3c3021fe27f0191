import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { Cohort } from '../cohorts/cohort.entity.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { EnteredScore, EnteredVisits } from './entered-score.entity.js';
import { EnteredScoresService } from './entered-scores.service.js';
import { ProgressController } from './progress.controller.js';
import { ScoresController } from './scores.controller.js';
import { StandingsService } from './standings.service.js';
import { RequirementWaiver } from './waiver.entity.js';
import { WaiversService } from './waivers.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Cohort, Enrolment, EnteredScore, EnteredVisits, RequirementWaiver]),
    AttendanceModule,
    CohortsModule,
    CoursesModule,
    ProgressModule,
  ],
  controllers: [ProgressController, ScoresController],
  providers: [EnteredScoresService, StandingsService, WaiversService],
  exports: [EnteredScoresService, StandingsService, WaiversService],
})
export class ResultsModule {}
