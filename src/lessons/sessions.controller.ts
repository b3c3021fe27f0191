import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { sessionPage } from './session.page.js';
import { SessionReadingsService } from './session-readings.service.js';

@Roles('student', 'instructor', 'staff', 'admin')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly readings: SessionReadingsService) {}

  @Get(':id')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('sessions/show', sessionPage(await this.readings.open(actor, id), words));
  }
}
