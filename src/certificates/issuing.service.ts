import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { BlobsService } from '../platform/uploads/blobs.service.js';
import type { MemberVerdict } from './batch-verdicts.service.js';
import { BatchMember, type CertificateBatch } from './certificate-batch.entity.js';
import { certificateNumber } from './certificate-number.js';
import { Certificate } from './certificate.entity.js';
import type { EditionFacts } from './edition-facts.js';
import { NumberSeriesService } from './number-series.service.js';
import { type PrintedEdition, PrintingService } from './printing.service.js';
import { factsOf, type PrintRun } from './print-run.js';
import { CODE_BYTES, codeFrom } from './verification-code.js';

/** What an edition is called; `serial` is null where it keeps the number of the one before. */
interface Draw extends EditionFacts {
  serial: number | null;
}

/** Issues one certificate. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly printing: PrintingService,
    private readonly series: NumberSeriesService,
    private readonly blobs: BlobsService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes the certificate under the number that comes next, and draws that number together with its row. Where the
   * number was drawn by another meanwhile, it is made again under the next; where the member has got one already,
   * nothing happens. A crash at any point leaves at most a file that nothing refers to.
   */
  async issue(batch: CertificateBatch, { member, line }: MemberVerdict, run: PrintRun): Promise<void> {
    for (;;) {
      const draw = await this.drawFor(batch, member, run.shared.issued.on);
      const facts = line && factsOf(run, line, draw);
      if (!facts) throw new Error(`nothing to print for member ${member.id}`);
      const printed = await this.printing.print(facts);
      const isSettled = await this.units.inTransaction((manager) =>
        this.keep(manager, { batch, member, draw, printed }),
      );
      if (isSettled) return;
    }
  }

  private async drawFor(
    { cohort }: CertificateBatch,
    { replaces }: BatchMember,
    issuedOn: string,
  ): Promise<Draw> {
    const code = codeFrom(randomBytes(CODE_BYTES));
    const verifyUrl = `${this.config.baseUrl}/verify/${code}`;
    if (replaces) {
      return { serial: null, number: replaces.number, edition: replaces.edition + 1, code, verifyUrl };
    }
    const serial = await this.series.next(cohort.id);
    const parts = { serial, cohortOrdinal: cohort.ordinal, issuedOn };
    const number = certificateNumber(cohort.rules.certificate.numberTemplate, parts);
    return { serial, number, edition: 1, code, verifyUrl };
  }

  /** @returns false where the number is no longer the next one */
  private async keep(manager: EntityManager, { batch, member, draw, printed }: Issue): Promise<boolean> {
    const next = await this.series.turn(manager, batch.cohortId);
    const current = await manager.findOneOrFail(BatchMember, {
      where: { id: member.id },
      ...locked(manager),
    });
    if (current.outcome !== 'pending') return true;
    if (draw.serial !== null && draw.serial !== next) return false;
    await this.blobs.record(manager, printed.pdf, null);
    await manager.insert(Certificate, rowOf({ batch, member, draw, printed }, this.clock.now()));
    await manager.update(BatchMember, { id: member.id }, { outcome: 'issued' });
    if (draw.serial !== null) await this.series.draw(manager, batch.cohortId);
    return true;
  }
}

interface Issue {
  batch: CertificateBatch;
  member: BatchMember;
  draw: Draw;
  printed: PrintedEdition;
}

function rowOf({ batch, member, draw, printed }: Issue, issuedAt: Date) {
  return {
    enrolmentId: member.enrolmentId,
    batchId: batch.id,
    number: draw.number,
    edition: draw.edition,
    code: draw.code,
    snapshot: printed.snapshot,
    keyId: printed.keyId,
    signature: printed.signature,
    pdfKey: printed.pdf.key,
    issuedAt,
    replacesId: member.replacesId,
  };
}
