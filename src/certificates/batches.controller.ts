import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { BatchDecisionsService } from './batch-decisions.service.js';
import { batchPage } from './batch.page.js';
import { BatchSheetsService } from './batch-sheets.service.js';

const REFRESH_SECONDS = 3;

/** A proposal, and what the second person says to it. */
@Roles('staff', 'admin')
@Controller('certificate-batches/:id')
export class BatchesController {
  constructor(
    private readonly sheets: BatchSheetsService,
    private readonly decisions: BatchDecisionsService,
  ) {}

  /** Comes again by itself while certificates are being made. */
  @Get()
  async show(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page> {
    const model = batchPage(await this.sheets.of(actor, id), words);
    if (model.isMoving) response.set('Refresh', String(REFRESH_SECONDS));
    return page('certificate-batches/show', model);
  }

  @Post('confirmation')
  async confirm(@Id() id: number, @Asking() actor: Actor): Promise<SeeOther> {
    const { remaining, leftOut } = await this.decisions.confirm(actor, id);
    const done = leftOut > 0 ? 'certificates.confirmedWithout' : 'certificates.confirmed';
    return seeOther(`/certificate-batches/${id}`, done, { count: remaining, leftOut });
  }

  @Post('cancellation')
  async cancel(@Id() id: number, @Asking() actor: Actor): Promise<SeeOther> {
    await this.decisions.cancel(actor, id);
    return seeOther(`/certificate-batches/${id}`, 'certificates.cancelled');
  }

  @Post('undo')
  async undo(@Id() id: number, @Asking() actor: Actor): Promise<SeeOther> {
    await this.decisions.undo(actor, id);
    return seeOther(`/certificate-batches/${id}`, 'certificates.undone');
  }
}
