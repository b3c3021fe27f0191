import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { BatchesService } from './batches.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { BoardQuery, PreviewQuery, ProposalForm } from './board.form.js';
import { boardPage } from './board.page.js';
import { BoardService } from './board.service.js';
import { previewPage } from './preview.page.js';
import { ProposalsService } from './proposals.service.js';
import { ProposingService } from './proposing.service.js';
import { SamplesService } from './samples.service.js';

/** Who receives a certificate: the board of one cohort, and proposals to it. */
@Roles('staff', 'admin')
@Controller('cohorts/:cohortId/certificates')
export class BoardController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly board: BoardService,
    private readonly batches: BatchesService,
    private readonly proposals: ProposalsService,
    private readonly proposing: ProposingService,
    private readonly samples: SamplesService,
  ) {}

  @Get()
  async index(
    @Id('cohortId') cohortId: number,
    @Asking() actor: Actor,
    @Asked(BoardQuery) query: BoardQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const cohort = await this.cohorts.find(actor, cohortId);
    const lines = await this.board.linesOf(cohort);
    const proposal = await this.proposals.preview(cohort, lines, 'all');
    const open = await this.batches.openOf(cohortId);
    return page('certificate-board/index', boardPage({ cohort, lines, query, proposal, open }, words));
  }

  @Get('preview')
  async preview(
    @Id('cohortId') cohortId: number,
    @Asking() actor: Actor,
    @Asked(PreviewQuery) { who, ids }: PreviewQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const cohort = await this.cohorts.find(actor, cohortId);
    const lines = await this.board.linesOf(cohort);
    const proposal = await this.proposals.preview(cohort, lines, who === 'all' ? 'all' : ids);
    return page('certificate-board/preview', previewPage(proposal, lines, randomUUID(), words));
  }

  @Get('sample')
  async sample(@Id('cohortId') cohortId: number, @Asking() actor: Actor): Promise<StreamableFile> {
    const pdf = await this.samples.print(await this.cohorts.find(actor, cohortId));
    const disposition = 'attachment; filename="contoh-sertifikat.pdf"';
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }

  /** What was looked at is proposed, or nothing: where anything has changed since, it is to be looked at again. */
  @Post('batches')
  async propose(
    @Id('cohortId') cohortId: number,
    @Asking() actor: Actor,
    @Filled(ProposalForm) form: Form<ProposalForm>,
  ): Promise<SeeOther> {
    const cohort = await this.cohorts.find(actor, cohortId);
    const home = `/cohorts/${cohortId}/certificates`;
    if (!form.ok || form.value.ids.length === 0)
      throw new Refusal('certificates.refusals.nobodyChosen', {}, home);
    const { ids, key } = form.value;
    const id = await this.proposing.propose(actor, cohort, ids, key);
    return seeOther(`/certificate-batches/${id}`, 'certificates.proposed', { count: ids.length });
  }
}
