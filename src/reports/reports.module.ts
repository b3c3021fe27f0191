import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { ResultsModule } from '../results/results.module.js';
import { CampusController } from './campus.controller.js';
import { CampusStudentsService } from './campus-students.service.js';

/** Composes what the features know into views for those outside the course. */
@Module({
  imports: [TypeOrmModule.forFeature([Cohort, Enrolment]), ResultsModule],
  controllers: [CampusController],
  providers: [CampusStudentsService],
})
export class ReportsModule {}
