import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import type { RequirementOutcome } from '../results/requirements.js';
import { BatchProposalsService } from './batch-proposals.service.js';
import type { LeftOutBecause } from './board.js';
import { BoardService } from './board.service.js';
import { type CertificateSnapshot, certificateSnapshot, snapshotOf } from './certificate-snapshot.js';
import type { Certificate } from './certificate.entity.js';
import { leftOutBecause } from './member-verdict.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import { factsOf, type PrintProblem, printProblems } from './print-run.js';
import { PrintRunsService } from './print-runs.service.js';

/** What a reissue would bring. */
export interface ReissuePreview {
  /** As it would be printed today; null where it cannot be. */
  next: CertificateSnapshot | null;
  because: LeftOutBecause | null;
  problems: readonly PrintProblem[];
  outcomes: readonly RequirementOutcome[];
}

/** A certificate once more after a correction: the same number, the next edition, everything else as it is today. */
@Injectable()
export class ReissuesService {
  constructor(
    private readonly board: BoardService,
    private readonly printRuns: PrintRunsService,
    private readonly proposals: BatchProposalsService,
    private readonly calendar: OfficeCalendarService,
  ) {}

  /** `certificate` with its enrolment, cohort and course. */
  async preview(certificate: Certificate): Promise<ReissuePreview> {
    const { enrolmentId, enrolment, number, edition, code } = certificate;
    const run = await this.printRuns.open(enrolment.cohort, this.calendar.today());
    const [line] = await this.board.linesOf(enrolment.cohort, { which: { id: enrolmentId } });
    const problems = line ? printProblems(run, line) : [];
    const isPrintable = problems.length === 0;
    const because = leftOutBecause({ replacesId: certificate.id }, line && { ...line, isPrintable });
    const { verifyUrl } = snapshotOf(certificate);
    const facts =
      line && isPrintable && factsOf(run, line, { number, edition: edition + 1, code, verifyUrl });
    const outcomes = line?.evaluation.outcomes ?? [];
    return { next: facts ? certificateSnapshot(facts) : null, because, problems, outcomes };
  }

  /**
   * Proposes the reissue: a batch of one, which a second person confirms like any other. @returns its id.
   * @throws Refusal where a reissue is not possible, or is on its way
   */
  async propose(actor: Actor, certificate: Certificate, clientKey: string): Promise<number> {
    const sent = await this.proposals.sentBefore(actor, clientKey);
    if (sent !== null) return sent;
    const { because } = await this.preview(certificate);
    if (because !== null) throw new Refusal('certificates.refusals.noReissue');
    const { id, enrolmentId, enrolment } = certificate;
    const members = [{ enrolmentId, replacesId: id }];
    return await this.proposals.add(actor, { cohortId: enrolment.cohortId, clientKey, members });
  }
}
