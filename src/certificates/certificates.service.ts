import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsRelations, type FindOptionsWhere, In, type Repository } from 'typeorm';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { certificateState } from './certificate-state.js';
import { BatchMember } from './certificate-batch.entity.js';
import { Certificate } from './certificate.entity.js';
import { NumberSeriesService } from './number-series.service.js';
import type { RevocationReason } from './revocation-reasons.js';

const whole: FindOptionsRelations<Certificate> = {
  enrolment: { cohort: { course: true } },
  batch: { proposedBy: true, confirmedBy: true },
  revokedBy: true,
  pdf: true,
};

/** Certificates that are out, found through the person who asks. */
@Injectable()
export class CertificatesService {
  constructor(
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    private readonly teaching: TeachingService,
    private readonly series: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One edition, for the office. @throws Missing where it is of no cohort of the actor's */
  async find(actor: Actor, id: number): Promise<Certificate> {
    const certificate = await this.certificates.findOne({ where: { id }, relations: whole });
    const { cohortIds } = await this.teaching.scopeOf(actor);
    const isTheirs = certificate && (!cohortIds || cohortIds.includes(certificate.enrolment.cohortId));
    if (!isTheirs) throw new Missing('certificate');
    return certificate;
  }

  /** Every edition of the same certificate, the latest first. */
  async editionsOf({ enrolmentId }: Certificate): Promise<Certificate[]> {
    return await this.certificates.find({
      select: { id: true, edition: true, issuedAt: true, revokedAt: true },
      where: { enrolmentId },
      order: { edition: 'DESC' },
    });
  }

  /** The latest edition of each of the actor's own certificates, the newest first. */
  async ownOf(actor: Actor): Promise<Certificate[]> {
    const all = await this.certificates.find({
      where: { enrolment: { personId: actor.personId } },
      relations: { pdf: true },
      relationLoadStrategy: 'join',
      order: { issuedAt: 'DESC', edition: 'DESC' },
    });
    return [...new Map(all.toReversed().map((each) => [each.enrolmentId, each])).values()].toReversed();
  }

  /** One of the actor's own that holds. @throws Missing */
  async ownValid(actor: Actor, id: number): Promise<Certificate> {
    const own = (await this.ownOf(actor)).find((certificate) => certificate.id === id);
    if (!own || own.revokedAt) throw new Missing('certificate');
    return own;
  }

  /**
   * Revokes the edition that holds; it cannot be taken back, a reissue is a new edition. `reason` is public, `note`
   * is for the office.
   * @throws Missing; Refusal where it does not hold any more, or where a reissue of it is on its way
   */
  async revoke(actor: Actor, id: number, reason: RevocationReason, note: string): Promise<void> {
    const { enrolmentId, enrolment } = await this.find(actor, id);
    const revokedAt = this.clock.now();
    await this.units.inTransaction(async (manager) => {
      await this.series.turn(manager, enrolment.cohortId);
      if (await manager.existsBy(BatchMember, openReissue(id))) {
        throw new Refusal('certificates.refusals.reissueOpen');
      }
      const where = { enrolmentId };
      const editions = await manager.find(Certificate, {
        where,
        order: { edition: 'ASC' },
        ...locked(manager),
      });
      const certificate = editions.find((edition) => edition.id === id);
      if (!certificate) throw new Missing('certificate');
      const state = certificateState(certificate, editions.at(-1)?.edition ?? certificate.edition);
      if (state !== 'valid') throw new Refusal(`certificates.refusals.${state}`);
      await manager.update(
        Certificate,
        { id },
        { revokedAt, revokedById: actor.personId, revocationReason: reason, revocationNote: note || null },
      );
      await this.audit.note(manager, {
        by: actor,
        action: 'certificates.audit.revoked',
        record: { type: 'certificate', id },
        fields: [reason],
        reason: note,
      });
    });
  }
}

/** Published, it would bring back what was just revoked. */
const openReissue = (replacesId: number): FindOptionsWhere<BatchMember> => ({
  replacesId,
  outcome: 'pending',
  batch: { state: In(['proposed', 'confirmed', 'published']) },
});
