import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { Certificate } from './certificate.entity.js';
import { NumberSeriesService } from './number-series.service.js';

interface NewBatch {
  cohortId: number;
  /** Made with the page that proposes, so that a proposal sent twice is one. */
  clientKey: string;
  members: readonly { enrolmentId: number; replacesId: number | null }[];
}

/** Writes proposals down. What they lead to was worked out, and looked at, before. */
@Injectable()
export class BatchProposalsService {
  constructor(
    @InjectRepository(CertificateBatch) private readonly batches: Repository<CertificateBatch>,
    private readonly series: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The batch that this very page proposed before; null where it has not. */
  async sentBefore(actor: Actor, clientKey: string): Promise<number | null> {
    return (await this.batches.findOneBy({ clientKey, proposedById: actor.personId }))?.id ?? null;
  }

  /**
   * Proposes certificates. @returns the id of the batch, that of the first time where it is sent again.
   * @throws Refusal where one of them was proposed or issued meanwhile
   */
  async add(actor: Actor, { cohortId, clientKey, members }: NewBatch): Promise<number> {
    const proposedAt = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      await this.series.turn(manager, cohortId);
      const known = await manager.findOneBy(CertificateBatch, { clientKey });
      if (known) return known.id;
      await refuseTaken(manager, members);
      const { id } = await manager.save(
        manager.create(CertificateBatch, {
          cohortId,
          clientKey,
          state: 'proposed',
          proposedById: actor.personId,
          proposedAt,
          confirmedById: null,
          confirmedAt: null,
          publishAfter: null,
          issuedOn: null,
          closedAt: null,
        }),
      );
      await manager.insert(
        BatchMember,
        members.map((member) => ({ ...member, batchId: id, outcome: 'pending' as const, because: null })),
      );
      const record = { type: 'certificate-batch', id };
      await this.audit.note(manager, { by: actor, action: 'certificates.audit.proposed', record });
      return id;
    });
  }
}

/** Reads what the turn has settled: nobody of these stands in another open batch or has got a certificate since. */
async function refuseTaken(manager: EntityManager, members: NewBatch['members']): Promise<void> {
  const enrolmentId = In(members.map((member) => member.enrolmentId));
  const isProposed = await manager.existsBy(BatchMember, {
    enrolmentId,
    outcome: 'pending',
    batch: { state: In(['proposed', 'confirmed', 'published']) },
  });
  const issued = await manager.find(Certificate, {
    select: { id: true, enrolmentId: true, edition: true },
    where: { enrolmentId },
    order: { edition: 'ASC' },
  });
  const latest = new Map(issued.map((certificate) => [certificate.enrolmentId, certificate.id]));
  const isIssued = members.some((member) => (latest.get(member.enrolmentId) ?? null) !== member.replacesId);
  if (isProposed || isIssued) throw new Refusal('certificates.refusals.changed');
}
