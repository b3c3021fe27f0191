import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { type Upload, uploadOf } from './upload.js';

/** The files of the form, on a handler with `@Uploads`: `@Arrived() upload: Upload`. */
export const Arrived = createParamDecorator((_: unknown, context: ExecutionContext): Upload =>
  uploadOf(context.switchToHttp().getRequest<Request>()),
);
