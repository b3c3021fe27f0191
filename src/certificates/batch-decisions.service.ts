import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobsService } from '../platform/jobs/jobs.service.js';
import { SettingsService } from '../platform/settings/settings.service.js';
import { advanceBatch, type BatchAction, type BatchRefusal } from './batch-states.js';
import { BatchVerdictsService, type MemberVerdict } from './batch-verdicts.service.js';
import { BatchesService } from './batches.service.js';
import { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { NumberSeriesService } from './number-series.service.js';
import { OfficeCalendarService } from './office-calendar.service.js';

/** Kind of the job that publishes a batch; its payload is `{ batchId }`. */
export const PUBLISH = 'certificates.jobs.issue';

/** What the second person says to a proposal. */
@Injectable()
export class BatchDecisionsService {
  constructor(
    private readonly batches: BatchesService,
    private readonly verdicts: BatchVerdictsService,
    private readonly series: NumberSeriesService,
    private readonly settings: SettingsService,
    private readonly calendar: OfficeCalendarService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Confirms a proposal; from `undoMinutes` later on it is published. Its members are judged anew, and who no longer
   * qualifies is left out. @returns how many remain and how many were left out.
   * @throws Missing; Refusal where the rules of batches say no, or where nobody is left
   */
  async confirm(actor: Actor, id: number): Promise<{ remaining: number; leftOut: number }> {
    const batch = await this.batches.find(actor, id);
    const { undoMinutes } = await this.settings.current();
    const now = this.clock.now();
    const publishAfter = new Date(now.getTime() + undoMinutes * 60_000);
    const issuedOn = this.calendar.dayOf(publishAfter);
    const { verdicts } = await this.verdicts.judge(batch, issuedOn);
    const out = verdicts.filter(({ because }) => because !== null);
    await this.decide(
      actor,
      batch,
      { kind: 'confirm', by: actor.personId, publishAfter },
      async (manager) => {
        if (out.length === verdicts.length) throw new Refusal('certificates.refusals.nobodyLeft');
        await manager.update(CertificateBatch, { id }, { confirmedAt: now, issuedOn });
        await leaveOut(manager, out);
        await this.jobs.add(manager, {
          kind: PUBLISH,
          dedupeKey: `${PUBLISH}:${id}`,
          payload: { batchId: id },
          runAt: publishAfter,
          startedBy: actor,
          returnTo: `/certificate-batches/${id}`,
        });
      },
    );
    return { remaining: verdicts.length - out.length, leftOut: out.length };
  }

  /** Takes a proposal back before it is confirmed. @throws Missing; Refusal */
  async cancel(actor: Actor, id: number): Promise<void> {
    await this.close(actor, id, { kind: 'cancel' });
  }

  /** Takes a confirmed batch back before it is published. @throws Missing; Refusal */
  async undo(actor: Actor, id: number): Promise<void> {
    await this.close(actor, id, { kind: 'undo' });
  }

  private async close(actor: Actor, id: number, action: BatchAction): Promise<void> {
    const batch = await this.batches.find(actor, id);
    const closedAt = this.clock.now();
    await this.decide(actor, batch, action, async (manager) => {
      await manager.update(CertificateBatch, { id }, { closedAt });
    });
  }

  /** Moves a batch in the cohort's turn, and does in the same unit what belongs to it. */
  private async decide(
    actor: Actor,
    { id, cohortId }: CertificateBatch,
    action: BatchAction,
    then: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const [settings, now] = [await this.settings.current(), this.clock.now()];
    await this.units.inTransaction(async (manager) => {
      await this.series.turn(manager, cohortId);
      const batch = await manager.findOneOrFail(CertificateBatch, { where: { id }, ...locked(manager) });
      const decision = advanceBatch(batch, action, settings, now);
      if ('refusal' in decision) throw refusalOf(decision.refusal);
      const { state, confirmedById, publishAfter } = decision.batch;
      await manager.update(CertificateBatch, { id }, { state, confirmedById, publishAfter });
      await then(manager);
      const record = { type: 'certificate-batch', id };
      await this.audit.note(manager, { by: actor, action: `certificates.audit.${state}`, record });
    });
  }
}

/** Writes down who is left out, and why. */
export async function leaveOut(manager: EntityManager, out: readonly MemberVerdict[]): Promise<void> {
  for (const { member, because } of out) {
    await manager.update(
      BatchMember,
      { id: member.id, outcome: 'pending' },
      { outcome: 'left-out', because },
    );
  }
}

function refusalOf(refusal: BatchRefusal): Refusal {
  return refusal.reason === 'wrong-state'
    ? new Refusal(`certificates.refusals.state.${refusal.state}`)
    : new Refusal(`certificates.refusals.${refusal.reason}`);
}
