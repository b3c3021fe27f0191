import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Bell } from './bell.js';
import { Job } from './job.entity.js';
import { JobHandlers } from './job-handlers.js';
import { JobQueue } from './job-queue.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { Worker } from './worker.js';

/** Work behind the requests: added with its cause, done by a worker of this process or another. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Job])],
  controllers: [JobsController],
  providers: [Bell, JobHandlers, JobQueue, JobsService, Worker],
  exports: [JobHandlers, JobsService],
})
export class JobsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.handlers.registerRecurring('jobs.jobs.sweep', 24 * 60, () => this.jobs.sweep());
  }
}
