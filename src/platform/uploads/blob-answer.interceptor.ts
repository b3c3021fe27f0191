import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { BlobAnswer } from './blob-answer.js';
import { BlobStore, type ByteRange } from './blob-store.js';
import { contentDisposition } from './content-disposition.js';

/*
 * What a person sent is never trusted to be harmless: it runs nothing, reaches nothing, and is framed by us alone.
 * A PDF that is to be shown goes without `sandbox`, because older Chromium shows nothing then.
 */
const locked = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
const policyOf = ({ blob, disposition }: BlobAnswer): string =>
  blob.type === 'application/pdf' && disposition === 'inline'
    ? `${locked}; object-src 'self'`
    : `${locked}; sandbox`;

/** Sends blobs: whole, in part (a phone goes on where it was cut off), or not at all where the browser has it. */
@Injectable()
export class BlobAnswerInterceptor implements NestInterceptor {
  constructor(private readonly store: BlobStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next
      .handle()
      .pipe(
        mergeMap(async (answer) =>
          answer instanceof BlobAnswer ? this.send(request, response, answer) : answer,
        ),
      );
  }

  private async send(
    request: Request,
    response: Response,
    answer: BlobAnswer,
  ): Promise<StreamableFile | undefined> {
    const { key, bytes } = answer.blob;
    setHeaders(response, answer);
    if (request.fresh) {
      response.status(304);
      return undefined;
    }
    const part = partAsked(request, response, bytes);
    if (part === 'none') {
      response.status(416).set('Content-Range', `bytes */${bytes}`).removeHeader('Content-Disposition');
      return undefined;
    }
    if (part) response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`);
    const length = part ? part.end - part.start + 1 : bytes;
    return new StreamableFile(await this.store.get(key, part ?? undefined), { length });
  }
}

function setHeaders(response: Response, answer: BlobAnswer): void {
  const { blob, name, disposition, isImmutable } = answer;
  const charset = blob.type === 'text/plain' ? '; charset=utf-8' : '';
  response.set({
    'Content-Type': blob.type + charset,
    'Content-Disposition': contentDisposition(disposition, name),
    'Content-Security-Policy': policyOf(answer),
    'X-Content-Type-Options': 'nosniff',
    // Asked again each time, for who may see it can change.
    'Cache-Control': isImmutable ? 'private, max-age=31536000, immutable' : 'private, no-cache, no-transform',
    ETag: `"${blob.sha256}"`,
    'Accept-Ranges': 'bytes',
  });
}

/** The one range that is asked for; null where all is to be sent, `none` where the range lies outside. */
function partAsked(request: Request, response: Response, bytes: number): ByteRange | 'none' | null {
  const condition = request.get('if-range');
  if (condition !== undefined && condition !== response.get('ETag')) return null;
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) return 'none';
  const [range] = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges : [];
  return range ? { start: range.start, end: range.end } : null;
}
