import { Injectable } from '@nestjs/common';
import type { Cohort } from '../cohorts/cohort.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { BatchProposalsService } from './batch-proposals.service.js';
import { BoardService } from './board.service.js';
import { ProposalsService } from './proposals.service.js';

/** Proposes first certificates, exactly those that somebody has looked at. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly board: BoardService,
    private readonly proposals: ProposalsService,
    private readonly batchProposals: BatchProposalsService,
  ) {}

  /**
   * @returns the id of the batch, that of the first time where the same page is sent again.
   * @throws Refusal where anything has changed since the preview: then it is to be looked at again
   */
  async propose(actor: Actor, cohort: Cohort, ids: readonly number[], clientKey: string): Promise<number> {
    const sent = await this.batchProposals.sentBefore(actor, clientKey);
    if (sent !== null) return sent;
    const { expected, problems } = await this.proposals.preview(
      cohort,
      await this.board.linesOf(cohort),
      ids,
    );
    const isAsSeen = problems.length === 0 && expected.length === new Set(ids).size;
    if (!isAsSeen)
      throw new Refusal('certificates.refusals.changed', {}, `/cohorts/${cohort.id}/certificates`);
    const members = expected.map(({ enrolmentId }) => ({ enrolmentId, replacesId: null }));
    return await this.batchProposals.add(actor, { cohortId: cohort.id, clientKey, members });
  }
}
