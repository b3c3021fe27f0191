import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Fact } from '../courses/fact.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal, Stale } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { changedFields } from '../platform/audit/changed-fields.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobsService } from '../platform/jobs/jobs.service.js';
import { CheckDaysService } from './check-days.service.js';
import { checkReasons } from './fact-check.js';
import { factEdition } from './fact-edition.js';
import { FactListService } from './fact-list.service.js';
import { PUBLISH_FACT } from './publish-fact.js';
import type { StatedFact } from './stated-fact.js';

interface Look {
  actor: Actor;
  id: number;
  /** The edition that the page showed. */
  seen: string;
}

/** Records who looked at a fact and what they found; the texts that show it follow by a job. */
@Injectable()
export class FactChangesService {
  constructor(
    private readonly list: FactListService,
    private readonly days: CheckDaysService,
    private readonly audit: AuditService,
    private readonly jobs: JobsService,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * It was looked at today and holds. @returns the fact's course
   * @throws Missing; Refusal where it has changed since the page was shown, or where its time is over
   */
  async confirm(look: Look): Promise<number> {
    const { courseId, expiresOn, checkedOn, checkedById, flag } = await this.list.find(look.actor, look.id);
    const daysOf = await this.days.of();
    const reasons = checkReasons({ expiresOn, checkedOn, checkedById, flag }, daysOf(courseId));
    if (reasons.includes('expired')) throw new Refusal('facts.refused.expired', {}, `/facts/${look.id}`);
    await unlessStale(
      () => this.record(look, 'facts.audit.confirmed', {}),
      () => Promise.reject(new Refusal('facts.refused.changed')),
    );
    return courseId;
  }

  /** @returns the fact's course @throws Missing; Stale where it has changed since the page was shown */
  async change(look: Look, stated: StatedFact): Promise<number> {
    const { courseId } = await this.list.find(look.actor, look.id);
    await this.record(look, 'facts.audit.changed', stated);
    return courseId;
  }

  private async record(
    { actor, id, seen }: Look,
    action: string,
    stated: Partial<StatedFact>,
  ): Promise<void> {
    const wanted = { ...stated, checkedOn: this.days.today(), checkedById: actor.personId };
    const dedupeKey = `fact:${randomUUID()}`;
    await this.units.inTransaction(async (manager) => {
      const before = await foundIn(manager, id);
      if (factEdition(before) !== seen) throw new Stale();
      await manager.update(Fact, { id }, wanted);
      const record = { type: 'fact', id };
      await this.audit.note(manager, { by: actor, action, record, fields: changedFields(before, wanted) });
      const payload = { courseId: before.courseId, key: before.key };
      const startedBy = actor;
      await this.jobs.add(manager, { kind: PUBLISH_FACT, dedupeKey, payload, startedBy, returnTo: '/facts' });
    });
  }
}

async function foundIn(manager: EntityManager, id: number): Promise<Fact> {
  const fact = await manager.findOne(Fact, { where: { id }, ...locked(manager) });
  if (!fact) throw new Missing('fact');
  return fact;
}
