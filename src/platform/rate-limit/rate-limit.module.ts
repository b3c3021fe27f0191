import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { RateLimitsService } from './rate-limits.service.js';

@Global()
@Module({ providers: [RateLimitsService], exports: [RateLimitsService] })
export class RateLimitModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly limits: RateLimitsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.registerRecurring('rate-limits.jobs.sweep', 24 * 60, () =>
      this.limits.sweep(this.clock.now()),
    );
  }
}
