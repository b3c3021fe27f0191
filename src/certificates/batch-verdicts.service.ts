import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BoardLine } from './board-line.js';
import type { LeftOutBecause } from './board.js';
import { BoardService } from './board.service.js';
import { BatchesService } from './batches.service.js';
import type { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { inIssueOrder } from './board.js';
import { leftOutBecause } from './member-verdict.js';
import { type PrintProblem, type PrintRun, printProblems } from './print-run.js';
import { PrintRunsService } from './print-runs.service.js';

/** A member of a batch as things stand now. */
export interface MemberVerdict {
  member: BatchMember;
  line: BoardLine | undefined;
  /** Null where nothing is in the way of the certificate. */
  because: LeftOutBecause | null;
  problems: readonly PrintProblem[];
}

interface JudgedBatch {
  run: PrintRun;
  /** On those still pending, in the order in which they get their numbers. */
  verdicts: MemberVerdict[];
  /** Who got a certificate or was left out before. */
  settled: BatchMember[];
}

/** Judges the members of a batch anew: scores move between the proposal, the confirmation and the publication. */
@Injectable()
export class BatchVerdictsService {
  constructor(
    private readonly batches: BatchesService,
    private readonly board: BoardService,
    private readonly printRuns: PrintRunsService,
  ) {}

  /** `batch` with its cohort and course; on a day as 2027-11-18. */
  async judge(batch: CertificateBatch, day: string): Promise<JudgedBatch> {
    const members = await this.batches.membersOf(batch.id);
    const pending = members.filter(({ outcome }) => outcome === 'pending');
    const which = { id: In(pending.map(({ enrolmentId }) => enrolmentId)) };
    const lines = await this.board.linesOf(batch.cohort, { which, ignoredBatchId: batch.id });
    const run = await this.printRuns.open(batch.cohort, day);
    const byEnrolment = new Map(lines.map((line) => [line.enrolmentId, line]));
    return {
      run,
      verdicts: ordered(pending).map((member) => verdictOn(member, byEnrolment, run)),
      settled: members.filter(({ outcome }) => outcome !== 'pending'),
    };
  }
}

function verdictOn(member: BatchMember, lines: ReadonlyMap<number, BoardLine>, run: PrintRun): MemberVerdict {
  const line = lines.get(member.enrolmentId);
  const problems = line ? printProblems(run, line) : [];
  const because = leftOutBecause(member, line && { ...line, isPrintable: problems.length === 0 });
  return { member, line, because, problems };
}

function ordered(members: readonly BatchMember[]): BatchMember[] {
  const rows = members.map((member) => ({
    member,
    enrolmentId: member.enrolmentId,
    name: member.enrolment.person.name,
    nim: member.enrolment.studentRecord?.nim ?? '',
  }));
  return inIssueOrder(rows).map(({ member }) => member);
}
