import { Controller, Get } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page } from '../platform/web/answers.js';
import { Asked, Asking, InWords } from '../platform/web/parameters.js';
import { QueueQuery } from './grading.form.js';
import { filterOf } from './queue-filter.js';
import { queuePage } from './queue.page.js';
import { QueueService } from './queue.service.js';

/** All that waits to be judged, in one queue. */
@Roles('instructor', 'staff', 'admin')
@Controller('grading')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(QueueQuery) query: QueueQuery,
  ): Promise<Page> {
    const filter = filterOf(query);
    const queue = await this.queue.list(actor, filter, query.page ?? 1);
    return page('grading/index', queuePage(queue, filter, this.clock.now(), words));
  }
}
