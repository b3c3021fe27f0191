import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Activity } from '../courses/activity.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { Fact } from '../courses/fact.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { CheckDaysService } from './check-days.service.js';
import { FactChangesService } from './fact-changes.service.js';
import { FactListService } from './fact-list.service.js';
import { type ChangedFact, FactPublishingService, PUBLISH_FACT } from './fact-publishing.service.js';
import { FactTextsService } from './fact-texts.service.js';
import { FactsController } from './facts.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Activity, Cohort, Fact]), CoursesModule, LessonsModule],
  controllers: [FactsController],
  providers: [CheckDaysService, FactChangesService, FactListService, FactPublishingService, FactTextsService],
  exports: [FactListService],
})
export class FactsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly publishing: FactPublishingService,
  ) {}

  onModuleInit(): void {
    this.handlers.register<ChangedFact>(PUBLISH_FACT, ({ payload, startedById, progress }) =>
      this.publishing.publishTexts(payload, startedById, progress),
    );
  }
}
