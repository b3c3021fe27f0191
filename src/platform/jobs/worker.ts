import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LOGGER } from '../logging/logger.js';
import { Bell } from './bell.js';
import { type JobHandler, JobHandlers } from './job-handlers.js';
import { JobQueue, type Lease } from './job-queue.js';
import { JobsService } from './jobs.service.js';

/** For what other processes add, and what becomes due; this process's own jobs ring the bell. */
const POLL_MS = 3_000;
const RENEW_MS = 20_000;
const PROGRESS_MS = 500;
/** So that a long job does not keep a short one waiting. */
const HANDS = 2;

/** Does jobs in this process, unless the configuration says that others do. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly hands: Promise<void>[] = [];
  private readonly rounds = new Map<string, number>();
  private stopping = false;

  constructor(
    private readonly queue: JobQueue,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
    private readonly units: UnitOfWork,
    private readonly bell: Bell,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker === 'off') return;
    for (let hand = 0; hand < HANDS; hand += 1) this.hands.push(this.keepWorking());
  }

  /** Begins nothing new; resolves when the jobs in hand are done, before the database is closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    await Promise.all(this.hands);
  }

  /** Does what is due, one after another, until nothing is. @returns how many jobs were begun. */
  async workOff(): Promise<number> {
    await this.addRecurring();
    for (let begun = 0; ; begun += 1) {
      const lease = this.stopping ? null : await this.queue.take(this.handlers.kinds);
      if (!lease) return begun;
      await this.perform(lease);
    }
  }

  private async keepWorking(): Promise<void> {
    while (!this.stopping) {
      const heard = this.bell.count;
      try {
        await this.workOff();
      } catch (error) {
        this.logger.error({ err: error }, 'the outbox cannot be read'); // the database is away: it is asked again
      }
      if (!this.stopping) await this.bell.after(heard, POLL_MS);
    }
  }

  private async perform(lease: Lease): Promise<void> {
    const { job } = lease;
    const renewal = setInterval(() => void this.queue.renew(lease).catch(() => undefined), RENEW_MS);
    try {
      const { id, payload, startedById } = job;
      await this.handlerOf(lease)({ id, payload, startedById, progress: this.progressOf(lease) });
      await this.queue.succeed(lease);
      this.logger.debug({ job: job.id, kind: job.kind }, 'a job is done');
    } catch (error) {
      this.logger.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, 'a job failed');
      await this.queue.fail(lease, error);
    } finally {
      clearInterval(renewal);
    }
  }

  private handlerOf({ job }: Lease): JobHandler<unknown> {
    const handler = this.handlers.of(job.kind);
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    return handler;
  }

  private progressOf(lease: Lease): (done: number, total: number) => Promise<void> {
    let last = Number.NEGATIVE_INFINITY;
    return async (done, total) => {
      const now = performance.now();
      if (done < total && now - last < PROGRESS_MS) return;
      last = now;
      await this.queue.progress(lease, done, total);
    };
  }

  /** One job for each round of what comes round; of several instances one adds it. */
  private async addRecurring(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const [kind, minutes] of this.handlers.recurring) {
      const round = Math.floor(now / (minutes * 60_000));
      if (this.rounds.get(kind) === round) continue;
      await this.units.inTransaction((manager) =>
        this.jobs.add(manager, { kind, dedupeKey: `${kind}:${round}`, payload: null }),
      );
      this.rounds.set(kind, round);
    }
  }
}
