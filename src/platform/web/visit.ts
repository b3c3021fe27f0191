import type { Request } from 'express';
import type { Actor, Language } from '../access/actor.js';
import type { Message } from '../access/refusals.js';
import type { Words } from '../i18n/words.js';

export interface Flash extends Message {
  tone: 'done' | 'refused';
}

/** What the platform knows of one request before a handler runs. */
export interface Visit {
  actor: Actor | null;
  language: Language;
  words: Words;
  /** Ties forms to this browser: the device signed in, or the guest's cookie. */
  csrfSubject: string;
  flash: Flash | null;
}

const VISIT = Symbol('visit');
type Carrier = Request & { [VISIT]?: Visit };

export function setVisit(request: Request, visit: Visit): void {
  (request as Carrier)[VISIT] = visit;
}

/** The visit of a request. @throws where the middleware did not run. */
export function visitOf(request: Request): Visit {
  const visit = (request as Carrier)[VISIT];
  if (!visit) throw new Error('no visit on this request: the visit middleware did not run');
  return visit;
}

export const hasVisit = (request: Request): boolean => (request as Carrier)[VISIT] !== undefined;
