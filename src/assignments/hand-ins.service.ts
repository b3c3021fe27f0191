import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/access/refusals.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProgressService } from '../progress/progress.service.js';
import { type Receipt, ReceiptsService } from './receipts.service.js';
import { Submission, SubmissionMember } from './submission.entity.js';
import { decideHandIn, nextState } from './submission-rules.js';
import { SubmittersService, type WorkMember } from './submitters.service.js';
import { handInOf } from './work-standing.js';
import { type LearnerWork, submitterOfWork, WorksService } from './works.service.js';

/** Hands drafts in: from then on they never change, and whoever handed in holds a receipt. */
@Injectable()
export class HandInsService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly works: WorksService,
    private readonly submitters: SubmittersService,
    private readonly receipts: ReceiptsService,
    private readonly progress: ProgressService,
  ) {}

  /**
   * Whether the page with this key has handed in the same already: the answer was lost on its way, or pressed twice.
   * A page that somebody went back to and wrote on says something new. `text` is null where the page sent none.
   */
  isRepeat({ handedIn }: LearnerWork, key: string, text: string | null): boolean {
    return handedIn.some((sent) => sent.clientKey === key && (text === null || sent.text === text));
  }

  /**
   * Hands the draft in for all members; a repeat with the same key does nothing more. @throws Refusal where there is
   * nothing to hand in, or a rule is against it
   */
  async handIn(work: LearnerWork, key: string): Promise<void> {
    const members = await this.submitters.membersOf(submitterOfWork(work));
    await this.units.inTransaction(async (manager) => {
      if (await this.isDone(manager, work, key)) return;
      const standing = await this.works.toChange(manager, work);
      const { draft, last } = standing;
      if (!draft) throw new Refusal(`assignments.refusals.${last ? 'handed-in-meanwhile' : 'empty'}`);
      const receipt = await this.receipts.write(
        manager,
        work,
        draft,
        members.map(({ name }) => name),
      );
      const decision = decideHandIn(handInOf(standing, hasContent(receipt), work.circumstances));
      if ('refusal' in decision) throw new Refusal(`assignments.refusals.${decision.refusal.reason}`);
      await this.submit(manager, work, draft.id, { clientKey: key, receipt, daysLate: decision.daysLate });
      if (last) await this.replace(manager, last);
      await this.tell(manager, work, draft.id, members);
    });
  }

  private async isDone(manager: EntityManager, work: LearnerWork, clientKey: string): Promise<boolean> {
    const { kind, id } = submitterOfWork(work);
    const where = { activityId: work.activity.id, submitterKind: kind, submitterId: id, clientKey };
    return await manager.existsBy(Submission, where);
  }

  private async submit(
    manager: EntityManager,
    { actor, circumstances }: LearnerWork,
    id: number,
    news: Pick<Submission, 'clientKey' | 'receipt' | 'daysLate'>,
  ): Promise<void> {
    await manager.update(
      Submission,
      { id },
      { ...news, state: 'submitted', submittedAt: circumstances.now, submittedById: actor.personId },
    );
  }

  private async replace(manager: EntityManager, { id, state }: Submission): Promise<void> {
    await manager.update(Submission, { id }, { state: nextState(state, 'replace') ?? state });
  }

  private async tell(
    manager: EntityManager,
    { activity, circumstances }: LearnerWork,
    submissionId: number,
    members: readonly WorkMember[],
  ): Promise<void> {
    for (const { enrolmentId } of members) {
      await manager.insert(SubmissionMember, { submissionId, enrolmentId });
      await this.progress.record(manager, {
        enrolmentId,
        activityId: activity.id,
        state: 'submitted',
        score: null,
        criticalScore: null,
        mustPassMet: false,
        at: circumstances.now,
      });
    }
  }
}

const hasContent = ({ facts }: Receipt): boolean => facts.text !== null || facts.files.length > 0;
