import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Signatory as PrintedSignatory } from './certificate-facts.js';
import { signatoriesOnDay, type SignatoryTerm } from './signatories-on-day.js';
import { Signatory } from './signatory.entity.js';

/** Who signs certificates. */
@Injectable()
export class SignatoriesService {
  constructor(
    @InjectRepository(Signatory) private readonly signatories: Repository<Signatory>,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** From left to right on the page, whoever came last first. */
  async all(): Promise<Signatory[]> {
    return await this.signatories.find({ order: { position: 'ASC', validFrom: 'DESC', id: 'DESC' } });
  }

  /** @throws Missing */
  async find(id: number): Promise<Signatory> {
    const signatory = await this.signatories.findOneBy({ id });
    if (!signatory) throw new Missing('signatory');
    return signatory;
  }

  /** Who signs what is issued on a day. */
  async on(day: string): Promise<PrintedSignatory[]> {
    return signatoriesOnDay(await this.signatories.find(), day);
  }

  async add(actor: Actor, term: SignatoryTerm): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const { id } = await manager.save(manager.create(Signatory, term));
      const record = { type: 'signatory', id };
      await this.audit.note(manager, { by: actor, action: 'certificates.audit.signatoryAdded', record });
    });
  }

  /** Certificates that are out keep what was printed on them. @throws Missing */
  async change(actor: Actor, id: number, term: SignatoryTerm): Promise<void> {
    const before = await this.find(id);
    const fields = (Object.keys(term) as (keyof SignatoryTerm)[]).filter((key) => term[key] !== before[key]);
    await this.units.inTransaction(async (manager) => {
      await manager.update(Signatory, { id }, term);
      const record = { type: 'signatory', id };
      await this.audit.note(manager, {
        by: actor,
        action: 'certificates.audit.signatoryChanged',
        record,
        fields,
      });
    });
  }
}
