import type { Flash } from './visit.js';
import type { Message } from '../access/refusals.js';

/** A page to render: the template's path under `views/` and what it shows. */
export class Page {
  constructor(
    readonly view: string,
    readonly model: object,
    readonly status: number,
  ) {}
}

/** Elsewhere, by GET. */
export class SeeOther {
  constructor(
    readonly to: string,
    readonly flash: Flash | null,
  ) {}
}

export const page = (view: string, model: object, status = 200): Page => new Page(view, model, status);

/** The same page again with what was typed and what is wrong with it. */
export const rejected = (view: string, model: object): Page => new Page(view, model, 422);

/** The same page with what was typed beside the newer state that it had not seen. */
export const overtaken = (view: string, model: object): Page => new Page(view, model, 409);

/** Done: go on to `to`, where the sentence is shown once. */
export const seeOther = (to: string, done?: string, values?: Message['values']): SeeOther =>
  new SeeOther(to, done ? { tone: 'done', key: done, ...(values ? { values } : {}) } : null);

/** An own path only, so that nobody is led elsewhere by a link to us. */
export const ownPath = (path: unknown, fallback: string): string =>
  typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : fallback;
