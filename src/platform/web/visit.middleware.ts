import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { ActorSource } from '../access/actor-source.js';
import { languages, type Actor, type Language } from '../access/actor.js';
import { Dictionary } from '../i18n/words.js';
import { Cookies } from './cookies.js';
import { readFlash } from './flash.js';
import { setVisit } from './visit.js';

export const SIGN_IN_COOKIE = 'kader';
const GUEST_COOKIE = 'guest';
export const LANGUAGE_COOKIE = 'language';

/** Finds out who asks, in which language, before any handler runs. */
@Injectable()
export class VisitMiddleware {
  constructor(
    private readonly actors: ActorSource,
    private readonly cookies: Cookies,
    private readonly dictionary: Dictionary,
  ) {}

  readonly use = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const token = this.cookies.read(request, SIGN_IN_COOKIE);
      const actor = token ? await this.actors.byToken(token) : null;
      if (token && !actor) this.cookies.clear(response, SIGN_IN_COOKIE);
      this.set(request, response, actor && { ...actor, requestId: String(request.id) });
      next();
    } catch (error) {
      next(error);
    }
  };

  /** For answers to requests that failed before it was known who asks. */
  setGuest(request: Request, response: Response): void {
    this.set(request, response, null);
  }

  private set(request: Request, response: Response, actor: Actor | null): void {
    const language = actor?.language ?? this.guestLanguage(request);
    setVisit(request, {
      actor,
      language,
      words: this.dictionary.in(language),
      csrfSubject: actor?.signIn ?? this.guest(request, response),
      flash: readFlash(this.cookies, request),
    });
  }

  private guestLanguage(request: Request): Language {
    const wanted = this.cookies.read(request, LANGUAGE_COOKIE);
    return languages.find((language) => language === wanted) ?? 'id';
  }

  private guest(request: Request, response: Response): string {
    const known = this.cookies.read(request, GUEST_COOKIE);
    if (known && /^[\w-]{22}$/.test(known)) return known;
    const fresh = randomBytes(16).toString('base64url');
    this.cookies.set(response, GUEST_COOKIE, fresh);
    return fresh;
  }
}
