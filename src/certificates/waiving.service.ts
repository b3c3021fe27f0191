import { Injectable } from '@nestjs/common';
import type { Cohort } from '../cohorts/cohort.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { RequirementWaiver } from '../results/waiver.entity.js';
import type { BoardLine } from './board-line.js';
import { boardGroup } from './board.js';
import { BoardService } from './board.service.js';

/** Frees one enrolment of one requirement, with a reason that stands for good. */
@Injectable()
export class WaivingService {
  constructor(
    private readonly board: BoardService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where the cohort has no such enrolment */
  async line(cohort: Cohort, enrolmentId: number): Promise<BoardLine> {
    const [line] = await this.board.linesOf(cohort, { which: { id: enrolmentId } });
    if (!line) throw new Missing('enrolment');
    return line;
  }

  /**
   * Waives a requirement that is not met for good. Waived again, it keeps the first reason.
   * @throws Missing; Refusal where there is nothing to waive, or the certificate is out or on its way
   */
  async waive(
    actor: Actor,
    cohort: Cohort,
    enrolmentId: number,
    requirement: string,
    reason: string,
  ): Promise<void> {
    const line = await this.line(cohort, enrolmentId);
    refuseSettled(line);
    const outcome = line.evaluation.outcomes.find(({ key }) => key === requirement);
    if (!outcome) throw new Missing('requirement');
    if (outcome.state === 'met' && !outcome.isProvisional) throw new Refusal('certificates.refusals.isMet');
    const row = { enrolmentId, requirement };
    await this.units.inTransaction(async (manager) => {
      if (await manager.existsBy(RequirementWaiver, row)) return;
      await manager.insert(RequirementWaiver, {
        ...row,
        reason,
        waivedById: actor.personId,
        waivedAt: this.clock.now(),
      });
      await this.audit.note(manager, {
        by: actor,
        action: 'certificates.audit.waived',
        record: { type: 'enrolment', id: enrolmentId },
        fields: [requirement],
        reason,
      });
    });
  }

  /** Takes a waiver back. @throws Missing; Refusal where the certificate is out or on its way */
  async withdraw(actor: Actor, cohort: Cohort, enrolmentId: number, requirement: string): Promise<void> {
    refuseSettled(await this.line(cohort, enrolmentId));
    await this.units.inTransaction(async (manager) => {
      const { affected } = await manager.delete(RequirementWaiver, { enrolmentId, requirement });
      if (affected === 0) return;
      await this.audit.note(manager, {
        by: actor,
        action: 'certificates.audit.unwaived',
        record: { type: 'enrolment', id: enrolmentId },
        fields: [requirement],
      });
    });
  }
}

function refuseSettled(line: BoardLine): void {
  if (['issued', 'proposed'].includes(boardGroup(line))) throw new Refusal('certificates.refusals.settled');
}
