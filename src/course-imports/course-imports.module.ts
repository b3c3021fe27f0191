import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursePacksModule } from '../course-packs/course-packs.module.js';
import { Course } from '../courses/course.entity.js';
import { Fact } from '../courses/fact.entity.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { CourseImport } from './course-import.entity.js';
import { CourseImportsController } from './course-imports.controller.js';
import { CourseImportsService } from './course-imports.service.js';
import { ImportPreviewsService } from './import-previews.service.js';
import { IMPORT_COURSE, ImportRunsService } from './import-runs.service.js';
import { SentPacksController } from './sent-packs.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, CourseImport, Fact]), CoursePacksModule],
  controllers: [CourseImportsController, SentPacksController],
  providers: [CourseImportsService, ImportPreviewsService, ImportRunsService],
})
export class CourseImportsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: ImportRunsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register<{ id: number }>(IMPORT_COURSE, ({ payload, progress }) =>
      this.runs.run(payload.id, progress),
    );
    this.handlers.registerRecurring('course-imports.jobs.sweep', 24 * 60, () => this.runs.sweep());
  }
}
