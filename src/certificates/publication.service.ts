import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SettingsService } from '../platform/settings/settings.service.js';
import { leaveOut } from './batch-decisions.service.js';
import { advanceBatch } from './batch-states.js';
import { BatchVerdictsService } from './batch-verdicts.service.js';
import { CertificateBatch } from './certificate-batch.entity.js';
import { IssuingService } from './issuing.service.js';
import { NumberSeriesService } from './number-series.service.js';

/** Publishes confirmed batches. It may be broken off anywhere and begun again: it goes on where it was. */
@Injectable()
export class PublicationService {
  constructor(
    @InjectRepository(CertificateBatch) private readonly batches: Repository<CertificateBatch>,
    private readonly verdicts: BatchVerdictsService,
    private readonly issuing: IssuingService,
    private readonly series: NumberSeriesService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues what is pending of a batch, one certificate after another, in the order of the names. Who no longer
   * qualifies is left out. A batch that was undone stays as it is.
   * @throws Error before its time
   */
  async publish(batchId: number, progress: (done: number, total: number) => Promise<void>): Promise<void> {
    if (!(await this.begin(batchId))) return;
    const batch = await this.batches.findOneOrFail({
      where: { id: batchId },
      relations: { cohort: { course: true } },
    });
    const { run, verdicts } = await this.verdicts.judge(batch, batch.issuedOn ?? '');
    const out = verdicts.filter(({ because }) => because !== null);
    await this.units.inTransaction((manager) => leaveOut(manager, out));
    const remaining = verdicts.filter(({ because }) => because === null);
    for (const [index, verdict] of remaining.entries()) {
      await progress(index, remaining.length);
      await this.issuing.issue(batch, verdict, run);
    }
    const closedAt = this.clock.now();
    await this.units.inTransaction((manager) =>
      manager.update(CertificateBatch, { id: batchId }, { closedAt }),
    );
  }

  /** From here on it can no longer be undone. @returns whether there is anything to publish. */
  private async begin(id: number): Promise<boolean> {
    const [settings, now] = [await this.settings.current(), this.clock.now()];
    const { cohortId } = await this.batches.findOneByOrFail({ id });
    return await this.units.inTransaction(async (manager) => {
      await this.series.turn(manager, cohortId);
      const batch = await manager.findOneOrFail(CertificateBatch, { where: { id }, ...locked(manager) });
      if (batch.state === 'published') return batch.closedAt === null;
      const decision = advanceBatch(batch, { kind: 'publish' }, settings, now);
      if ('refusal' in decision) {
        if (decision.refusal.reason === 'too-early') throw new Error(`batch ${id} is not due yet`);
        return false;
      }
      await manager.update(CertificateBatch, { id }, { state: decision.batch.state });
      const record = { type: 'certificate-batch', id };
      await this.audit.note(manager, { by: null, action: 'certificates.audit.published', record });
      return true;
    });
  }
}
