import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Forbidden } from '../access/refusals.js';

/** Makes and checks the token that ties a form to the browser that it was sent to. It stays the same through a sign-in. */
export class Csrf {
  private readonly key;

  constructor(secret: Buffer) {
    this.key = createSecretKey(secret);
  }

  token(subject: string): string {
    return createHmac('sha256', this.key).update(`csrf:${subject}`).digest('base64url').slice(0, 32);
  }

  /** @throws Forbidden where the token is not the subject's. */
  check(subject: string, given: unknown): void {
    const expected = Buffer.from(this.token(subject));
    const actual = Buffer.from(typeof given === 'string' ? given : '');
    if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
      throw new Forbidden('no CSRF token');
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
export const isSafe = (request: Request): boolean => safeMethods.has(request.method);

/**
 * Refuses an unsafe request that another site started: browsers send Origin or Sec-Fetch-Site with every POST.
 * Where neither is there, no browser of today sent it, and the token decides alone.
 * @throws Forbidden
 */
export function checkSameOrigin(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw new Forbidden('cross-site request');
  const origin = request.get('origin');
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.get('host'))
    throw new Forbidden('foreign origin');
}
