import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Cohort, type CohortStatus } from './cohort.entity.js';
import { statusesAfter } from './cohort-status.js';
import { Enrolment } from './enrolment.entity.js';
import { TeachingService } from './teaching.service.js';

/** Cohorts found through the member of staff who asks. */
@Injectable()
export class CohortsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    private readonly teaching: TeachingService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** The newest first. */
  async all(actor: Actor): Promise<Cohort[]> {
    const { cohortIds } = await this.teaching.scopeOf(actor);
    return await this.cohorts.find({
      where: cohortIds === null ? {} : { id: In([...cohortIds]) },
      relations: { course: true },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
  }

  /** @throws Missing where it is not the actor's to run */
  async find(actor: Actor, id: number): Promise<Cohort> {
    const { cohortIds } = await this.teaching.scopeOf(actor);
    const isTheirs = cohortIds === null || cohortIds.includes(id);
    const cohort = isTheirs
      ? await this.cohorts.findOne({ where: { id }, relations: { course: true } })
      : null;
    if (!cohort) throw new Missing('cohort');
    return cohort;
  }

  /**
   * Begins, finishes or reopens a cohort; its learners finish and begin with it, those who have withdrawn do not.
   * Said again it changes nothing.
   * @throws Missing; Refusal where a cohort of this status cannot become that
   */
  async become(actor: Actor, id: number, status: CohortStatus): Promise<void> {
    await this.find(actor, id);
    await this.units.inTransaction(async (manager) => {
      const cohort = await manager.findOneOrFail(Cohort, { where: { id }, ...locked(manager) });
      if (cohort.status === status) return;
      if (!statusesAfter(cohort.status).includes(status)) throw new Refusal('cohorts.status.notNow');
      await manager.update(Cohort, { id }, { status });
      const [from, to] =
        status === 'finished' ? (['active', 'finished'] as const) : (['finished', 'active'] as const);
      await manager.update(Enrolment, { cohortId: id, status: from }, { status: to });
      const action = `cohorts.audit.${status}`;
      await this.audit.note(manager, { by: actor, action, record: { type: 'cohort', id } });
    });
  }
}
