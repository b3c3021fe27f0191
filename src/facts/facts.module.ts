import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { CoursesModule } from '../courses/courses.module.js';
import { type ChangedFact, FactPublishingService } from '../courses/fact-publishing.service.js';
import { Fact } from '../courses/fact.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { CheckDaysService } from './check-days.service.js';
import { FactChangesService } from './fact-changes.service.js';
import { FactListService } from './fact-list.service.js';
import { FactsController } from './facts.controller.js';
import { PUBLISH_FACT } from './publish-fact.js';

@Module({
  imports: [TypeOrmModule.forFeature([Cohort, Fact]), CoursesModule, LessonsModule],
  controllers: [FactsController],
  providers: [CheckDaysService, FactChangesService, FactListService],
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
