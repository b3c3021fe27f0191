import { Controller, Get } from '@nestjs/common';
import { Public, SignedIn } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking } from '../platform/web/parameters.js';

@Controller()
export class HomeController {
  @Public()
  @Get()
  landing(): Page {
    return page('home/landing', { title: 'home.landing.title' });
  }

  @SignedIn()
  @Get('home')
  show(@Asking() actor: Actor): Page {
    return page('home/show', { title: 'home.title', name: actor.displayName });
  }
}
