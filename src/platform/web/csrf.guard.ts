import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Csrf, checkSameOrigin, isSafe } from './csrf.js';
import { visitOf } from './visit.js';

const MULTIPART = 'multipart';

/** On handlers whose body is multipart: the upload interceptor checks the token once it has read the fields. */
export const TokenInsideMultipart = () => SetMetadata(MULTIPART, true);

/** Every unsafe request carries the token of the browser that the form was sent to, and comes from our own pages. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly csrf: Csrf,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (isSafe(request)) return true;
    checkSameOrigin(request);
    if (request.is('multipart/form-data') && this.reflector.get<boolean>(MULTIPART, context.getHandler()))
      return true;
    this.csrf.check(visitOf(request).csrfSubject, tokenOf(request));
    return true;
  }
}

/** The token that a request brings, in a header or among its fields. */
export function tokenOf(request: Request): unknown {
  const body: unknown = request.body;
  const field = typeof body === 'object' && body !== null ? Reflect.get(body, '_csrf') : undefined;
  return request.get('x-csrf-token') ?? field;
}
