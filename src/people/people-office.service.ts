import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomInt } from 'node:crypto';
import { Brackets, In, type Repository } from 'typeorm';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Forbidden, Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { containing } from '../platform/database/like.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { isOffice } from './office.js';
import { hashPassword } from './passwords.js';
import { Person } from './person.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { SignIn } from './sign-in.entity.js';

export type ListedPerson = Person & { roles: string[] };

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

  /** By name, 50 a page, with roles; two queries. @throws Forbidden */
  async page(actor: Actor, search: string, page: number): Promise<PageOfRows<ListedPerson>> {
    this.mustBeOffice(actor);
    const like = containing(search.toLowerCase());
    const found = await pageOfRows(page, ({ skip, take }) =>
      this.people
        .createQueryBuilder('person')
        .where(
          new Brackets((where) =>
            where
              .where(`LOWER(person.name) LIKE :like ESCAPE '!'`, { like })
              .orWhere(`person.emailNorm LIKE :like ESCAPE '!'`, { like }),
          ),
        )
        .orderBy('person.name')
        .addOrderBy('person.id')
        .offset(skip)
        .limit(take)
        .getMany(),
    );
    const grants = await this.grants.findBy({ personId: In(found.rows.map(({ id }) => id)) });
    const rolesOf = Map.groupBy(grants, ({ personId }) => personId);
    return {
      ...found,
      rows: found.rows.map((person) => ({
        ...person,
        roles: [...new Set(rolesOf.get(person.id)?.map(({ role }) => role))],
      })),
    };
  }

  /**
   * A new password for somebody who has lost theirs, shown once and kept as a hash; every device of theirs is signed
   * out. Only administrators give one to those who run the product. @throws Missing, Forbidden
   */
  async givePassword(actor: Actor, personId: number): Promise<{ person: Person; password: string }> {
    const person = await this.find(actor, personId);
    const password = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const passwordHash = await hashPassword(password);
    await this.units.inTransaction(async (manager) => {
      await manager.update(Person, { id: personId }, { passwordHash });
      await manager.delete(SignIn, { personId });
      const record = { type: 'person', id: personId };
      await this.audit.note(manager, { by: actor, action: 'people.audit.password', record });
    });
    return { person, password };
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

  /** @throws Forbidden where the actor works for some cohorts only, or gives a role above their own */
  mayGive(actor: Actor, role: string): boolean {
    this.mustBeOffice(actor);
    return hasRole(actor, 'admin') || (role !== 'staff' && role !== 'admin');
  }

  private async find(actor: Actor, personId: number): Promise<Person> {
    this.mustBeOffice(actor);
    const person = await this.people.findOneBy({ id: personId });
    if (!person) throw new Missing('person');
    const held = await this.grants.findBy({ personId });
    if (!held.every(({ role }) => this.mayGive(actor, role))) throw new Forbidden('runs the product');
    return person;
  }

  private mustBeOffice(actor: Actor): void {
    if (!isOffice(actor)) throw new Forbidden('works for some cohorts only');
  }
}
