import { Inject, Injectable } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { notHere } from '../web/assets.js';
import { Metrics } from './metrics.js';
import { ReadinessProbe } from './readiness.js';

type Answer = (request: Request, response: Response) => Promise<void>;

/**
 * For machines: `/healthz` (the process lives), `/readyz` (it can serve) and `/metrics`. They stand before everything
 * that is meant for people: nobody is looked up, no cookie is set, nothing is logged.
 */
@Injectable()
export class HealthEndpoints {
  private readonly answers = new Map<string, Answer>([
    ['/healthz', async (_request, response) => void response.json({ status: 'alive' })],
    ['/readyz', async (_request, response) => this.readiness(response)],
    ['/metrics', (request, response) => this.figures(request, response)],
  ]);

  constructor(
    private readonly probe: ReadinessProbe,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  readonly handler = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const answer = this.answers.get(request.path);
    if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    await answer(request, response);
  };

  private async readiness(response: Response): Promise<void> {
    const state = await this.probe.check();
    if (state === 'ready') response.json({ status: 'ready' });
    else response.status(503).set('Retry-After', '5').json({ status: 'unavailable', missing: state });
  }

  /** To all others the page does not exist. */
  private async figures(request: Request, response: Response): Promise<void> {
    if (!isLoopback(request) && !bringsToken(request, this.config.metricsToken)) return notHere(response);
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

/** From this machine, and not passed on by a proxy on it. */
function isLoopback(request: Request): boolean {
  const passedOn = request.get('x-forwarded-for') ?? request.get('forwarded');
  return passedOn === undefined && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}

function bringsToken(request: Request, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return token !== '' && timingSafeEqual(hash(request.get('authorization') ?? ''), hash(`Bearer ${token}`));
}
