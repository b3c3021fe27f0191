import { Controller, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asking, Id } from '../platform/web/parameters.js';
import { DraftsService } from './drafts.service.js';
import { LearnerWorkService } from './learner-work.service.js';

/** A draft that is to replace or revise what was handed in: begun, and dropped again. */
@Roles('student')
@Controller('assignments/:id/draft')
export class DraftsController {
  constructor(
    private readonly works: LearnerWorkService,
    private readonly drafts: DraftsService,
  ) {}

  @Post()
  async create(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.drafts.reopen(await this.works.of(actor, id));
    return seeOther(`/assignments/${id}`, 'assignments.done.reopened');
  }

  @Post('removal')
  async destroy(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.drafts.discard(await this.works.of(actor, id));
    return seeOther(`/assignments/${id}`, 'assignments.done.discarded');
  }
}
