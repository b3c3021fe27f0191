import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Not, type Repository } from 'typeorm';
import type { BoardRow } from './board.js';
import { BatchMember } from './certificate-batch.entity.js';
import { Certificate } from './certificate.entity.js';

interface IssueState {
  certificate: BoardRow['certificate'];
  /** The edition that holds, or that was revoked last; null where none was issued. */
  latestCertificateId: number | null;
}

/** How far each enrolment of a cohort is with its certificate. */
@Injectable()
export class IssueStatesService {
  constructor(
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    @InjectRepository(BatchMember) private readonly members: Repository<BatchMember>,
  ) {}

  /** By enrolment; who is not in it has none. A batch that is being judged does not count itself. Two queries. */
  async ofCohort(cohortId: number, ignoredBatchId = 0): Promise<Map<number, IssueState>> {
    const states = new Map<number, IssueState>();
    for (const { enrolmentId } of await this.proposed(cohortId, ignoredBatchId)) {
      states.set(enrolmentId, { certificate: 'proposed', latestCertificateId: null });
    }
    for (const { id, enrolmentId, revokedAt } of await this.issued(cohortId)) {
      states.set(enrolmentId, {
        certificate: revokedAt ? 'revoked' : 'published',
        latestCertificateId: id,
      });
    }
    return states;
  }

  private proposed(cohortId: number, ignoredBatchId: number): Promise<BatchMember[]> {
    return this.members.find({
      select: { id: true, enrolmentId: true },
      where: {
        outcome: 'pending',
        replacesId: IsNull(),
        batchId: Not(ignoredBatchId),
        batch: { cohortId, state: In(['proposed', 'confirmed', 'published']) },
      },
    });
  }

  /** Later editions come last. */
  private issued(cohortId: number): Promise<Certificate[]> {
    return this.certificates.find({
      select: { id: true, enrolmentId: true, edition: true, revokedAt: true },
      where: { enrolment: { cohortId } },
      order: { edition: 'ASC' },
    });
  }
}
