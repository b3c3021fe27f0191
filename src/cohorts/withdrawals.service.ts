import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CohortsService } from './cohorts.service.js';
import { Enrolment, type EnrolmentStatus } from './enrolment.entity.js';

/** Learners who leave a cohort (*mengundurkan diri*). All that they have done stays. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** @throws Missing where the cohort is not the actor's, or the enrolment not of it */
  async withdraw(actor: Actor, cohortId: number, enrolmentId: number): Promise<void> {
    await this.become(actor, cohortId, enrolmentId, 'withdrawn');
  }

  /** Takes a withdrawal back. @throws Missing */
  async takeBack(actor: Actor, cohortId: number, enrolmentId: number): Promise<void> {
    const { status } = await this.cohorts.find(actor, cohortId);
    await this.become(actor, cohortId, enrolmentId, status === 'finished' ? 'finished' : 'active');
  }

  private async become(actor: Actor, cohortId: number, id: number, status: EnrolmentStatus): Promise<void> {
    await this.cohorts.find(actor, cohortId);
    await this.units.inTransaction(async (manager) => {
      const enrolment = await manager.findOne(Enrolment, { where: { id, cohortId }, ...locked(manager) });
      if (!enrolment) throw new Missing('enrolment');
      const isWithdrawn = enrolment.status === 'withdrawn';
      if (isWithdrawn === (status === 'withdrawn')) return;
      await manager.update(Enrolment, { id }, { status });
      const action = `cohorts.audit.${isWithdrawn ? 'withdrawalTakenBack' : 'withdrawn'}`;
      await this.audit.note(manager, { by: actor, action, record: { type: 'enrolment', id } });
    });
  }
}
