import type { Request, Response } from 'express';
import type { Cookies } from './cookies.js';
import type { Flash } from './visit.js';

const NAME = 'flash';
const SECONDS = 120;

/** Leaves a sentence for the next page. It holds a key of the catalogues and its values, never text of its own. */
export function leaveFlash(cookies: Cookies, response: Response, flash: Flash): void {
  cookies.set(response, NAME, Buffer.from(JSON.stringify(flash)).toString('base64url'), SECONDS);
}

/** The sentence that the last page left, if it is one of ours. */
export function readFlash(cookies: Cookies, request: Request): Flash | null {
  const text = cookies.read(request, NAME);
  if (!text) return null;
  try {
    const flash: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isFlash(flash) ? flash : null;
  } catch {
    return null;
  }
}

export const dropFlash = (cookies: Cookies, response: Response): void => cookies.clear(response, NAME);

function isFlash(value: unknown): value is Flash {
  if (typeof value !== 'object' || value === null) return false;
  const { tone, key } = value as Partial<Flash>;
  return (tone === 'done' || tone === 'refused') && typeof key === 'string';
}
