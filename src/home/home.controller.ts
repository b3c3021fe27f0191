import { Controller, Get } from '@nestjs/common';
import { Public, SignedIn } from '../platform/access/access.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { workdayPage } from './workday.page.js';
import { WorkdayService } from './workday.service.js';

@Controller()
export class HomeController {
  constructor(private readonly workday: WorkdayService) {}

  @Public()
  @Get()
  landing(): Page {
    return page('home/landing', { title: 'home.landing.title' });
  }

  @SignedIn()
  @Get('home')
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    if (hasRole(actor, 'student')) return page('home/show', { title: 'home.title', name: actor.displayName });
    return page('home/workday', workdayPage(actor.displayName, await this.workday.of(actor), words));
  }
}
