import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { RateLimitsService } from '../platform/rate-limit/rate-limits.service.js';
import { KeyRing } from '../platform/signing/key-ring.js';
import { type CertificateSnapshot, snapshotOf } from './certificate-snapshot.js';
import { type CertificateState, certificateState } from './certificate-state.js';
import { Certificate } from './certificate.entity.js';

export interface Verification {
  certificate: Certificate;
  /** What is printed, read from the text that was signed. */
  snapshot: CertificateSnapshot;
  state: CertificateState;
  /** The signature is by a key of ours, of this very text, under this code. */
  isGenuine: boolean;
  /** The edition that holds in its place. */
  latest: Pick<Certificate, 'edition' | 'issuedAt'>;
  checkedAt: Date;
}

/** Looks certificates up by their code, and by nothing else: numbers can be guessed, and the page shows scores. */
@Injectable()
export class VerificationService {
  constructor(
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    private readonly limits: RateLimitsService,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * What stands under a code; null where nothing does. `address` is the asker's.
   * @throws TooMany after 300 look-ups from one address in ten minutes, room for a whole class behind one
   */
  async look(code: string, address: string): Promise<Verification | null> {
    const checkedAt = this.clock.now();
    await this.limits.take([{ key: `verify:${hashed(address)}`, tries: 300, minutes: 10 }], checkedAt);
    const certificate = await this.certificates.findOneBy({ code });
    if (!certificate) return null;
    const snapshot = snapshotOf(certificate);
    const latest = await this.latestOf(certificate);
    return {
      certificate,
      snapshot,
      state: certificateState(certificate, latest.edition),
      isGenuine: this.isGenuine(certificate, snapshot),
      latest,
      checkedAt,
    };
  }

  publicKeys() {
    return this.keys.publicDocument();
  }

  private async latestOf({ enrolmentId }: Certificate): Promise<Certificate> {
    return await this.certificates.findOneOrFail({
      select: { id: true, edition: true, issuedAt: true },
      where: { enrolmentId },
      order: { edition: 'DESC' },
    });
  }

  /** A row that somebody changed in the database says so. */
  private isGenuine(certificate: Certificate, snapshot: CertificateSnapshot): boolean {
    const { code, number, edition } = certificate;
    const isSame = snapshot.code === code && snapshot.number === number && snapshot.edition === edition;
    return isSame && this.keys.verify(Buffer.from(certificate.snapshot), certificate);
  }
}

const hashed = (address: string): string =>
  createHash('sha256').update(address).digest('base64url').slice(0, 22);
