import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type Repository } from 'typeorm';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { Certificate } from './certificate.entity.js';

/** Batches found through the member of staff who asks. */
@Injectable()
export class BatchesService {
  constructor(
    @InjectRepository(CertificateBatch) private readonly batches: Repository<CertificateBatch>,
    @InjectRepository(BatchMember) private readonly members: Repository<BatchMember>,
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    private readonly teaching: TeachingService,
  ) {}

  /** A batch with its cohort, course and people. @throws Missing where it is of no cohort of the actor's */
  async find(actor: Actor, id: number): Promise<CertificateBatch> {
    const batch = await this.batches.findOne({
      where: { id },
      relations: { cohort: { course: true }, proposedBy: true, confirmedBy: true },
    });
    const { cohortIds } = await this.teaching.scopeOf(actor);
    if (!batch || (cohortIds && !cohortIds.includes(batch.cohortId))) throw new Missing('batch');
    return batch;
  }

  /** With the edition that each replaces, where it is a reissue. */
  async membersOf(batchId: number): Promise<BatchMember[]> {
    return await this.members.find({
      where: { batchId },
      relations: { enrolment: { person: true, studentRecord: true }, replaces: true },
      relationLoadStrategy: 'join',
      order: { id: 'ASC' },
    });
  }

  /** Number and id of what was issued of a batch, by enrolment. */
  async issuedOf(batchId: number): Promise<Map<number, { id: number; number: string }>> {
    const rows = await this.certificates.find({
      select: { id: true, enrolmentId: true, number: true },
      where: { batchId },
    });
    return new Map(rows.map(({ id, enrolmentId, number }) => [enrolmentId, { id, number }]));
  }

  /** What somebody still has to decide on, or that is being published: the oldest first. */
  async openOf(cohortId: number): Promise<CertificateBatch[]> {
    return await this.batches.find({
      where: [
        { cohortId, state: In(['proposed', 'confirmed']) },
        { cohortId, state: 'published', closedAt: IsNull() },
      ],
      relations: { proposedBy: true },
      order: { id: 'ASC' },
    });
  }
}
