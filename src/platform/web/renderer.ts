import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Page } from './answers.js';
import { Cookies } from './cookies.js';
import { Csrf } from './csrf.js';
import { dropFlash } from './flash.js';
import { Form } from './form.js';
import { Navigation, type NavigationItem, type Place } from './navigation.js';
import { Views } from './views.js';
import { visitOf } from './visit.js';

/** Renders a page inside the frame that every page shares. */
@Injectable()
export class Renderer {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly csrf: Csrf,
    private readonly cookies: Cookies,
    private readonly navigation: Navigation,
    private readonly settings: SettingsService,
    private readonly views: Views,
  ) {}

  async render(request: Request, response: Response, page: Page): Promise<string> {
    const frame = await this.frame(request);
    response.status(page.status).type('html');
    if (!response.get('Cache-Control')) response.set('Cache-Control', 'private, no-cache');
    if (frame.flash) dropFlash(this.cookies, response);
    return this.views.render(page.view, { ...frame, ...page.model, firstWrong: firstWrongOf(page.model) });
  }

  private async frame(request: Request) {
    const { actor, words, language, flash, csrfSubject } = visitOf(request);
    const marked = (item: NavigationItem) => ({ ...item, current: isOn(request.path, item) });
    const place = actor && !actor.mustChangePassword ? await this.navigation.placeOf(actor) : nowhere;
    return {
      words,
      language,
      otherLanguage: language === 'id' ? 'en' : 'id',
      actor,
      flash,
      csrf: this.csrf.token(csrfSubject),
      path: request.originalUrl,
      demo: this.config.demo,
      organiser: this.settings.lastKnown.organiserName,
      subtitle: place.subtitle,
      navigation: place.bar.map(marked),
      morePlaces: place.more.map(marked),
      isInMorePlaces: place.more.some((item) => isOn(request.path, item)),
    };
  }
}

/** For guests, and for who has to choose a password first. */
const nowhere: Place = { bar: [], more: [], subtitle: '' };

const isOn = (path: string, { href, covers = [] }: NavigationItem): boolean =>
  [href, ...covers].some((each) => isUnder(path, each));

const isUnder = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);

/** The field that gets the focus. Templates read own properties only, so it is worked out here. */
function firstWrongOf(model: object): string | undefined {
  const form: unknown = Reflect.get(model, 'form');
  return form instanceof Form ? form.firstWrong : undefined;
}
