import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Logger } from 'pino';
import { JobsService } from '../jobs/jobs.service.js';
import { LOGGER } from '../logging/logger.js';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What the process counts of itself, in the words of Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(jobs: JobsService, @Inject(LOGGER) logger: Logger) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by the pattern of their route',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    void new Gauge({
      name: 'outbox_jobs',
      help: 'Jobs that wait or run, and jobs that were given up',
      labelNames: ['state'],
      registers,
      async collect() {
        this.reset();
        try {
          for (const state of ['open', 'parked'] as const) this.set({ state }, await jobs.count(state));
        } catch (error) {
          logger.warn({ err: error }, 'the outbox cannot be counted');
        }
      },
    });
  }

  /** Measures each request until its answer is sent. What matches no route is counted together. */
  readonly measure = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.durations.startTimer();
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      stop({
        method: request.method,
        route: typeof route === 'string' ? route : 'none',
        status: response.statusCode,
      });
    });
    next();
  };
}
