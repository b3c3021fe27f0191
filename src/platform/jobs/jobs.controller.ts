import { Controller, Get, Header, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Roles, SignedIn } from '../access/access.js';
import type { Actor } from '../access/actor.js';
import type { Words } from '../i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../web/answers.js';
import { Choice, Whole } from '../web/fields.js';
import { Asked, Asking, Id, InWords } from '../web/parameters.js';
import { jobPage, jobsPage, type JobProgress, progressOf } from './job.page.js';
import { type JobFilter, JobsService } from './jobs.service.js';

class JobsQuery {
  @Choice(['parked', 'open', 'done']) show: JobFilter = 'parked';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

const REFRESH_SECONDS = 3;

/** Long work as a page: watched by whoever started it, and by administrators, who see all of it. */
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Roles('admin')
  @Get()
  async index(@Asked(JobsQuery) query: JobsQuery, @InWords() words: Words): Promise<Page> {
    const [rows, parked, open] = await Promise.all([
      this.jobs.page(query.show, query.page),
      this.jobs.count('parked'),
      this.jobs.count('open'),
    ]);
    return page('jobs/index', jobsPage(query.show, rows, { parked, open }, words));
  }

  /** Comes again by itself while there is something to see; the script of the page stops that and asks for less. */
  @SignedIn()
  @Get(':id')
  async show(
    @Asking() actor: Actor,
    @Id() id: number,
    @InWords() words: Words,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page> {
    const model = jobPage(await this.jobs.watched(actor, id), words);
    if (model.progress.moves) response.set('Refresh', String(REFRESH_SECONDS));
    return page('jobs/show', model);
  }

  @SignedIn()
  @Header('Cache-Control', 'no-store')
  @Get(':id/progress')
  async progress(@Asking() actor: Actor, @Id() id: number, @InWords() words: Words): Promise<JobProgress> {
    return progressOf(await this.jobs.watched(actor, id), words);
  }

  @Roles('admin')
  @Post(':id/retry')
  async retry(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.jobs.retry(actor, id);
    return seeOther('/jobs', 'jobs.retried');
  }
}
