import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomInt } from 'node:crypto';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Forbidden, Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { mayGive, mustBeOffice } from './office.js';
import { hashPassword } from './passwords.js';
import { temporaryUntil } from './password-rules.js';
import { Person } from './person.entity.js';
import { heldOn } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { SignIn } from './sign-in.entity.js';

/** Letters and digits that nobody takes for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What the office does for people. Who works for one cohort or campus only is no office. */
@Injectable()
export class PeopleOfficeService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(RoleGrant) private readonly grants: Repository<RoleGrant>,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A new password for somebody who has lost theirs, shown once and kept as a hash; it holds seven days and opens
   * only the page where a new one is chosen. Every device of theirs is signed out. Only administrators give one to those
   * who run the product. @throws Missing, Forbidden
   */
  async givePassword(
    actor: Actor,
    personId: number,
  ): Promise<{ person: Person; password: string; until: Date }> {
    const person = await this.find(actor, personId);
    const password = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const passwordHash = await hashPassword(password);
    const until = temporaryUntil(this.clock.now());
    await this.units.inTransaction(async (manager) => {
      await manager.update(Person, { id: personId }, { passwordHash, passwordExpiresAt: until });
      await manager.delete(SignIn, { personId });
      const record = { type: 'person', id: personId };
      await this.audit.note(manager, { by: actor, action: 'people.audit.password', record });
    });
    return { person, password, until };
  }

  /** Keeps somebody out, or lets them in again. @throws Missing, Forbidden; Refusal for oneself */
  async setDisabled(actor: Actor, personId: number, isDisabled: boolean): Promise<void> {
    if (personId === actor.personId) throw new Refusal('people.office.notYourself');
    await this.find(actor, personId);
    await this.units.inTransaction(async (manager) => {
      await manager.update(Person, { id: personId }, { disabledAt: isDisabled ? this.clock.now() : null });
      if (isDisabled) await manager.delete(SignIn, { personId });
      const action = `people.audit.${isDisabled ? 'disabled' : 'enabled'}`;
      await this.audit.note(manager, { by: actor, action, record: { type: 'person', id: personId } });
    });
  }

  /** @throws Missing; Forbidden where only administrators may change the person */
  async find(actor: Actor, personId: number): Promise<Person> {
    mustBeOffice(actor);
    const person = await this.people.findOneBy({ id: personId });
    if (!person) throw new Missing('person');
    const held = await this.grants.findBy(heldOn(this.clock.now(), { personId }));
    if (!held.every(({ role }) => mayGive(actor, role))) throw new Forbidden('runs the product');
    return person;
  }
}
