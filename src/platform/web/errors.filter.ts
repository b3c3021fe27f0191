import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import {
  Forbidden,
  type Message,
  Missing,
  NewPasswordNeeded,
  Refusal,
  SignInNeeded,
  Stale,
  TooMany,
} from '../access/refusals.js';
import { isUnavailable } from '../database/database-errors.js';
import { LOGGER, loggedPath } from '../logging/logger.js';
import { ownPath, page } from './answers.js';
import { Cookies } from './cookies.js';
import { leaveFlash } from './flash.js';
import { Renderer } from './renderer.js';
import { VisitMiddleware } from './visit.middleware.js';
import { hasVisit, visitOf } from './visit.js';

const statusPages = new Set([400, 403, 404, 409, 413, 415, 429, 500, 503]);

/** Every kind of no has its answer; what is none of them is a bug: logged with its id, told without details. */
@Catch()
@Injectable()
export class ErrorsFilter implements ExceptionFilter {
  constructor(
    private readonly renderer: Renderer,
    private readonly cookies: Cookies,
    private readonly visits: VisitMiddleware,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (!hasVisit(request)) this.visits.setGuest(request, response);
    if (error instanceof SignInNeeded && !wantsJson(request)) return this.toSignIn(request, response);
    if (error instanceof NewPasswordNeeded && !wantsJson(request)) return response.redirect(303, '/account');
    if (error instanceof Refusal && !wantsJson(request)) return this.refuse(error, request, response);
    await this.tell(error, request, response);
  }

  private toSignIn(request: Request, response: Response): void {
    const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.originalUrl)}` : '';
    response.redirect(303, `/sign-in${next}`);
  }

  private refuse(refusal: Refusal, request: Request, response: Response): void {
    leaveFlash(this.cookies, response, { tone: 'refused', key: refusal.key, values: refusal.values });
    response.redirect(303, refusal.to ?? cameFrom(request));
  }

  private async tell(error: unknown, request: Request, response: Response): Promise<void> {
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ err: error, reqId: request.id }, 'request failed');
    if (status === 403)
      this.logger.warn({ reqId: request.id, path: loggedPath(request.path), why: String(error) }, 'refused');
    if (error instanceof TooMany) response.set('Retry-After', String(error.seconds));
    if (status === 503) response.set('Retry-After', '5');
    response.status(status).set('Cache-Control', 'no-store');
    if (wantsJson(request)) {
      response.json(this.asJson(error, status, request));
      return;
    }
    const shown = statusPages.has(status) ? status : status >= 500 ? 500 : 400;
    const seconds = error instanceof TooMany ? error.seconds : 0;
    const model = {
      title: `errors.${shown}.title`,
      status: shown,
      requestId: request.id,
      minutes: Math.ceil(seconds / 60),
    };
    response.send(await this.renderer.render(request, response, page('errors/show', model, status)));
  }

  private asJson(error: unknown, status: number, request: Request): object {
    const { words } = visitOf(request);
    const { key, values } = messageOf(error, status);
    return {
      status,
      key,
      message: words.t(key, values),
      requestId: request.id,
      ...(error instanceof Stale ? { current: error.current } : {}),
    };
  }
}

function messageOf(error: unknown, status: number): Message {
  if (error instanceof Refusal) return error;
  return { key: error instanceof NewPasswordNeeded ? 'errors.newPassword' : `errors.${status}.title` };
}

function statusOf(error: unknown): number {
  if (error instanceof Missing) return 404;
  if (error instanceof Forbidden || error instanceof NewPasswordNeeded) return 403;
  if (error instanceof SignInNeeded) return 401;
  if (error instanceof Refusal || error instanceof Stale) return 409;
  if (error instanceof TooMany) return 429;
  if (isUnavailable(error)) return 503;
  if (error instanceof HttpException) return error.getStatus();
  return bodyParserStatus(error);
}

/** Express's body parsers carry the status that their complaint deserves. */
function bodyParserStatus(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const wantsJson = (request: Request): boolean => request.accepts(['html', 'json']) === 'json';

/** The path of the page of ours that sent this; the start where the browser does not say. */
function cameFrom(request: Request): string {
  const referrer = request.get('referer');
  if (!referrer || !URL.canParse(referrer)) return '/home';
  const url = new URL(referrer);
  return url.host === request.get('host') ? ownPath(url.pathname + url.search, '/home') : '/home';
}
