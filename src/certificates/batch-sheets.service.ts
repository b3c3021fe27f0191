import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { SettingsService } from '../platform/settings/settings.service.js';
import { type MemberVerdict, BatchVerdictsService } from './batch-verdicts.service.js';
import { BatchesService } from './batches.service.js';
import type { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { certificateNumber, templateFaults } from './certificate-number.js';
import { NumberSeriesService } from './number-series.service.js';
import { OfficeCalendarService } from './office-calendar.service.js';

/** One line of a batch: the number that is expected or was given, and the certificate once it is out. */
export interface SheetLine {
  verdict: MemberVerdict;
  number: string;
  certificateId: number | null;
}

export interface BatchSheet {
  batch: CertificateBatch;
  lines: SheetLine[];
  issuedOn: string;
  /** The actor may confirm it: another person, or an office of one. */
  mayConfirm: boolean;
  now: Date;
}

/** A batch as it stands: what is expected of it now, or what has come of it. */
@Injectable()
export class BatchSheetsService {
  constructor(
    private readonly batches: BatchesService,
    private readonly verdicts: BatchVerdictsService,
    private readonly series: NumberSeriesService,
    private readonly calendar: OfficeCalendarService,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing */
  async of(actor: Actor, id: number): Promise<BatchSheet> {
    const batch = await this.batches.find(actor, id);
    const issuedOn = batch.issuedOn ?? this.calendar.today();
    const { onePersonOffice } = await this.settings.current();
    const isOpen = batch.state === 'proposed' || batch.state === 'confirmed';
    const lines = isOpen ? await this.expected(batch, issuedOn) : await this.outcomes(batch);
    const mayConfirm = onePersonOffice || batch.proposedById !== actor.personId;
    return { batch, lines, issuedOn, mayConfirm, now: this.clock.now() };
  }

  /** As things stand now: whoever qualifies no longer gets no number. */
  private async expected(batch: CertificateBatch, issuedOn: string): Promise<SheetLine[]> {
    const { verdicts, settled } = await this.verdicts.judge(batch, issuedOn);
    const { cohort } = batch;
    const template = cohort.rules.certificate.numberTemplate;
    const isReadable = templateFaults(template).length === 0;
    let serial = await this.series.next(cohort.id);
    const pending = verdicts.map((verdict) => {
      const { replaces } = verdict.member;
      if (verdict.because) return { verdict, number: '', certificateId: null };
      if (replaces) return { verdict, number: replaces.number, certificateId: null };
      const parts = { serial: serial++, cohortOrdinal: cohort.ordinal, issuedOn };
      return { verdict, number: isReadable ? certificateNumber(template, parts) : '', certificateId: null };
    });
    return [...pending, ...settled.map((member) => lineOf(member, undefined))];
  }

  private async outcomes({ id }: CertificateBatch): Promise<SheetLine[]> {
    const issued = await this.batches.issuedOf(id);
    const members = await this.batches.membersOf(id);
    return members.map((member) => lineOf(member, issued.get(member.enrolmentId)));
  }
}

function lineOf(member: BatchMember, issued: { id: number; number: string } | undefined): SheetLine {
  const verdict = { member, line: undefined, because: member.because, problems: [] };
  return { verdict, number: issued?.number ?? '', certificateId: issued?.id ?? null };
}
