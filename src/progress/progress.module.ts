import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Progress } from './progress.entity.js';
import { ProgressService } from './progress.service.js';
import { ShownProgressService } from './shown-progress.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Progress]), CohortsModule],
  providers: [ProgressService, ShownProgressService],
  exports: [ProgressService, ShownProgressService],
})
export class ProgressModule {}
