import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Not, type Repository } from 'typeorm';
import type { Cohort } from '../cohorts/cohort.entity.js';
import type { BoardLine } from './board-line.js';
import { boardGroup, previewBatch } from './board.js';
import { BatchMember } from './certificate-batch.entity.js';
import { templateFaults } from './certificate-number.js';
import { Certificate } from './certificate.entity.js';
import { NumberSeriesService } from './number-series.service.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import { type PrintProblem, type PrintRun, printProblems } from './print-run.js';
import { PrintRunsService } from './print-runs.service.js';
import type { Proposal, ProposalProblem } from './proposal.js';

/** Works out what a proposal would lead to. Nothing is written. */
@Injectable()
export class ProposalsService {
  constructor(
    @InjectRepository(Certificate) private readonly certificates: Repository<Certificate>,
    @InjectRepository(BatchMember) private readonly members: Repository<BatchMember>,
    private readonly printRuns: PrintRunsService,
    private readonly series: NumberSeriesService,
    private readonly calendar: OfficeCalendarService,
  ) {}

  /** `lines` are the cohort's before the board; `chosen` are enrolments of it, or all who qualify. */
  async preview(
    cohort: Cohort,
    lines: readonly BoardLine[],
    chosen: readonly number[] | 'all',
  ): Promise<Proposal> {
    const issuedOn = this.calendar.today();
    const run = await this.printRuns.open(cohort, issuedOn);
    const wanted = new Set(chosen === 'all' ? qualifying(lines) : chosen);
    const unprintable = problemsOf(
      run,
      lines.filter(({ enrolmentId }) => wanted.has(enrolmentId)),
    );
    const template = cohort.rules.certificate.numberTemplate;
    const faults = templateFaults(template);
    if (faults.length > 0) {
      return this.empty(cohort, issuedOn, [{ kind: 'template', faults }]);
    }
    const series = {
      next: await this.nextFree(cohort.id),
      template,
      cohortOrdinal: cohort.ordinal,
      issuedOn,
    };
    const preview = previewBatch(lines, wanted, series, new Set(unprintable.keys()));
    const problems = await this.problems(
      cohort,
      run,
      preview.expected.map(({ number }) => number),
    );
    return { cohort, issuedOn, ...preview, printProblems: unprintable, problems };
  }

  private empty(cohort: Cohort, issuedOn: string, problems: ProposalProblem[]): Proposal {
    return { cohort, issuedOn, expected: [], leftOut: [], printProblems: new Map(), problems };
  }

  private async problems(
    cohort: Cohort,
    run: PrintRun,
    numbers: readonly string[],
  ): Promise<ProposalProblem[]> {
    const taken = await this.certificates.findOne({
      select: { id: true, number: true },
      where: { number: In([...numbers]), enrolment: { cohortId: Not(cohort.id) } },
    });
    return [
      ...(run.shared.signatories.length === 0 ? [{ kind: 'noSignatory' as const }] : []),
      ...(taken ? [{ kind: 'numberTaken' as const, number: taken.number }] : []),
    ];
  }

  /** Behind the numbers that other open batches of the cohort wait for. */
  private async nextFree(cohortId: number): Promise<number> {
    const waiting = await this.members.count({
      where: {
        outcome: 'pending',
        replacesId: IsNull(),
        batch: { cohortId, state: In(['proposed', 'confirmed', 'published']) },
      },
    });
    return (await this.series.next(cohortId)) + waiting;
  }
}

const qualifying = (lines: readonly BoardLine[]): number[] =>
  lines.filter((line) => boardGroup(line) === 'qualifies').map(({ enrolmentId }) => enrolmentId);

function problemsOf(run: PrintRun, lines: readonly BoardLine[]): Map<number, readonly PrintProblem[]> {
  const found = lines.map((line) => [line.enrolmentId, printProblems(run, line)] as const);
  return new Map(found.filter(([, problems]) => problems.length > 0));
}
