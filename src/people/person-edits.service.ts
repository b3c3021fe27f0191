import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Forbidden } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { takenContact } from './new-people.service.js';
import { mayGive } from './office.js';
import { PeopleOfficeService } from './people-office.service.js';
import { Person } from './person.entity.js';
import { changedRoles, type HeldGrant, roleChanges, type WantedRoles } from './role-changes.js';
import { heldOn } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { StudentRecord } from './student-record.entity.js';

type Described = Pick<Person, 'nameBefore' | 'name' | 'nameAfter' | 'emailNorm' | 'phoneNorm'>;

export interface OpenedPerson {
  person: Person;
  held: HeldGrant[];
  records: StudentRecord[];
}

export type EditProblem = 'emailTaken' | 'phoneTaken' | 'ownRole';

/** What the office puts right about people: name, contact, roles. */
@Injectable()
export class PersonEditsService {
  constructor(
    @InjectRepository(RoleGrant) private readonly grants: Repository<RoleGrant>,
    @InjectRepository(StudentRecord) private readonly records: Repository<StudentRecord>,
    private readonly office: PeopleOfficeService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** With present roles and student records. @throws Missing; Forbidden where only administrators may */
  async open(actor: Actor, id: number): Promise<OpenedPerson> {
    const person = await this.office.find(actor, id);
    const [held, records] = await Promise.all([
      this.grants.find({ where: heldOn(this.clock.now(), { personId: id }), order: { id: 'ASC' } }),
      this.records.find({ where: { personId: id }, order: { id: 'DESC' } }),
    ]);
    return { person, held, records };
  }

  /**
   * Keeps all of it or tells why nothing is kept. Roles end now and are kept as history. What changed is written down
   * by its name. @throws Missing, Forbidden
   */
  async update(
    actor: Actor,
    id: number,
    described: Described,
    wanted: WantedRoles,
  ): Promise<EditProblem | null> {
    await this.office.find(actor, id);
    return await this.units.inTransaction(async (manager) => {
      const person = await manager.findOneOrFail(Person, { where: { id }, ...locked(manager) });
      const problem = await takenContact(manager, described.emailNorm, described.phoneNorm, id);
      if (problem) return problem;
      if (!(await this.changeRoles(manager, actor, id, wanted))) return 'ownRole';
      await this.describe(manager, actor, person, described);
      return null;
    });
  }

  private async describe(manager: EntityManager, by: Actor, person: Person, next: Described): Promise<void> {
    const fields = (Object.keys(next) as (keyof Described)[]).filter((name) => person[name] !== next[name]);
    if (fields.length === 0) return;
    await manager.update(Person, { id: person.id }, next);
    const record = { type: 'person', id: person.id };
    await this.audit.note(manager, { by, action: 'people.audit.edited', record, fields });
  }

  /** @returns false where somebody would take the administrator's role from themselves. */
  private async changeRoles(
    manager: EntityManager,
    by: Actor,
    personId: number,
    wanted: WantedRoles,
  ): Promise<boolean> {
    const now = this.clock.now();
    const held = await manager.find(RoleGrant, { where: heldOn(now, { personId }) });
    const changes = roleChanges(held, wanted);
    const roles = changedRoles(held, changes);
    if (roles.length === 0) return true;
    if (!roles.every((role) => mayGive(by, role))) throw new Forbidden('gives a role above theirs');
    if (personId === by.personId && roles.includes('admin')) return false;
    await manager.update(RoleGrant, { id: In(changes.end) }, { validTo: now });
    const begun = changes.add.map((grant) => ({ ...grant, personId, validFrom: now, validTo: null }));
    await manager.insert(RoleGrant, begun);
    const after = await manager.find(RoleGrant, { where: heldOn(now, { personId }) });
    const fields = { roles: { from: namesOf(held), to: namesOf(after) } };
    const record = { type: 'person', id: personId };
    await this.audit.note(manager, { by, action: 'people.audit.roles', record, fields });
    return true;
  }
}

/** `instructor, coordinator (campus 3)` */
const namesOf = (grants: readonly HeldGrant[]): string =>
  grants
    .map(({ role, scope, scopeId }) => (scopeId === null ? role : `${role} (${scope} ${scopeId})`))
    .join(', ') || '–';
