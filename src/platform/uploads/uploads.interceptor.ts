import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { finalize, type Observable } from 'rxjs';
import { Clock } from '../clock/clock.js';
import { LOGGER } from '../logging/logger.js';
import { RateLimitsService } from '../rate-limit/rate-limits.service.js';
import { Csrf } from '../web/csrf.js';
import { TokenInsideMultipart, tokenOf } from '../web/csrf.guard.js';
import { visitOf } from '../web/visit.js';
import { contentTypeOf } from './content-type.js';
import { Incoming } from './incoming.js';
import { longestBody, type Multipart, readMultipart, type UploadLimits } from './multipart.js';
import { setUpload } from './upload.js';

const UPLOADS = 'uploads';

/**
 * Reads the form's files before the handler runs, which gets its fields by `@Filled` as ever and the files by
 * `@Arrived() upload: Upload`. Whoever may not enter the handler does not get as far as sending. Files that the
 * handler does not store are gone when it is done.
 */
export const Uploads = (limits: UploadLimits) =>
  applyDecorators(SetMetadata(UPLOADS, limits), TokenInsideMultipart(), UseInterceptors(UploadsInterceptor));

@Injectable()
class UploadsInterceptor implements NestInterceptor {
  constructor(
    private readonly incoming: Incoming,
    private readonly csrf: Csrf,
    private readonly reflector: Reflector,
    private readonly rates: RateLimitsService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const limits = this.reflector.get<UploadLimits>(UPLOADS, context.getHandler());
    if (!request.is('multipart/form-data')) return next.handle(); // a form without files: the guard saw its token
    refuseTooLong(request, response, limits);
    await this.rates.take(sendingsOf(visitOf(request).actor?.personId ?? 0), this.clock.now());
    const found = await readMultipart(request, response, limits, this.incoming);
    try {
      await this.take(request, found);
    } catch (error) {
      await this.clear(found);
      throw error;
    }
    return next.handle().pipe(finalize(() => void this.clear(found)));
  }

  private async take(request: Request, found: Multipart): Promise<void> {
    request.body = found.fields;
    this.csrf.check(visitOf(request).csrfSubject, tokenOf(request));
    for (const error of found.faults)
      this.logger.error({ err: error, reqId: request.id }, 'upload not stored');
    for (const file of found.files) file.type = await contentTypeOf(file.path);
    setUpload(request, { files: found.files, problems: found.problems });
  }

  private async clear({ files }: Multipart): Promise<void> {
    for (const { path } of files) {
      await this.incoming
        .remove(path)
        .catch((error: unknown) => this.logger.warn({ err: error }, 'left for the sweeper'));
    }
  }
}

/** So often may one person send files, a slip of the hand or a bad line included; read before the first byte is. */
const sendingsOf = (personId: number) => [
  { key: `uploads:hour:${personId}`, tries: 120, minutes: 60 },
  { key: `uploads:day:${personId}`, tries: 400, minutes: 24 * 60 },
];

/**
 * Refuses by the length announced, before anything is read. Node reads no more than that, so that nobody can send
 * without end. @throws HttpException
 */
function refuseTooLong(request: Request, response: Response, limits: UploadLimits): void {
  const length = request.get('content-length');
  if (length !== undefined && Number(length) <= longestBody(limits)) return;
  response.set('Connection', 'close');
  if (length === undefined) throw new HttpException('length required', 411);
  throw new PayloadTooLargeException();
}
