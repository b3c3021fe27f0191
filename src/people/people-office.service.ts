import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomInt } from 'node:crypto';
import { Brackets, In, type Repository } from 'typeorm';
import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { Forbidden, Missing, Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { containing } from '../platform/database/like.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { mustBeOffice } from './office.js';
import { hashPassword } from './passwords.js';
import { temporaryUntil } from './password-rules.js';
import { Person } from './person.entity.js';
import { heldNow, heldOn } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { SignIn } from './sign-in.entity.js';
import { StudentRecord } from './student-record.entity.js';

export type ListedPerson = Person & {
  roles: Role[];
  /** The newest; '' for who is no student. */
  nim: string;
  /** Of those who run the product, only by administrators. */
  mayChange: boolean;
};

interface PeopleFilter {
  search: string;
  role: Role | null;
  campusId: number | null;
}

/** Students of the campus, and who coordinates it now. */
const ofCampus = `(EXISTS (SELECT 1 FROM student_records r WHERE r.person_id = person.id AND r.campus_id = :campusId)
  OR EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = person.id AND g.scope = 'campus' AND g.scope_id = :campusId
    AND ${heldNow('g')}))`;
/** Who holds the role now. */
const ofRole = `EXISTS (SELECT 1 FROM role_grants h WHERE h.person_id = person.id AND h.role = :role
  AND ${heldNow('h')})`;

/** Letters and digits that nobody takes for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What the office does for people. Who works for one cohort or campus only is no office. */
@Injectable()
export class PeopleOfficeService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(RoleGrant) private readonly grants: Repository<RoleGrant>,
    @InjectRepository(StudentRecord) private readonly records: Repository<StudentRecord>,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** By name, 50 a page, with present roles; three queries. @throws Forbidden */
  async page(actor: Actor, filter: PeopleFilter, page: number): Promise<PageOfRows<ListedPerson>> {
    mustBeOffice(actor);
    const now = this.clock.now();
    const query = this.filtered(filter, now).orderBy('person.name').addOrderBy('person.id');
    const found = await pageOfRows(page, ({ skip, take }) => query.offset(skip).limit(take).getMany());
    const ids = In(found.rows.map(({ id }) => id));
    const [grants, records] = await Promise.all([
      this.grants.findBy(heldOn(now, { personId: ids })),
      this.records.find({ where: { personId: ids }, order: { id: 'ASC' } }),
    ]);
    const rolesOf = Map.groupBy(grants, ({ personId }) => personId);
    const nims = new Map(records.map(({ personId, nim }) => [personId, nim]));
    return { ...found, rows: found.rows.map((person) => this.listed(actor, person, rolesOf, nims)) };
  }

  private listed(
    actor: Actor,
    person: Person,
    rolesOf: ReadonlyMap<number, readonly RoleGrant[]>,
    nims: ReadonlyMap<number, string>,
  ): ListedPerson {
    const roles = [...new Set(rolesOf.get(person.id)?.map(({ role }) => role))];
    const mayChange = roles.every((role) => this.mayGive(actor, role));
    return { ...person, roles, nim: nims.get(person.id) ?? '', mayChange };
  }

  private filtered({ search, role, campusId }: PeopleFilter, now: Date) {
    const query = this.people.createQueryBuilder('person').where(matching(search));
    if (role !== null) query.andWhere(ofRole, { role, now });
    if (campusId !== null) query.andWhere(ofCampus, { campusId, now });
    return query;
  }

  /**
   * A new password for somebody who has lost theirs, shown once and kept as a hash; it holds seven days and opens
   * only the page where a new one is chosen. Every device of theirs is signed out. Only administrators give one to those who run the product. @throws Missing, Forbidden
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

  /** @throws Forbidden where the actor works for some cohorts only, or gives a role above their own */
  mayGive(actor: Actor, role: string): boolean {
    mustBeOffice(actor);
    return hasRole(actor, 'admin') || (role !== 'staff' && role !== 'admin');
  }

  /** @throws Missing; Forbidden where only administrators may change the person */
  async find(actor: Actor, personId: number): Promise<Person> {
    mustBeOffice(actor);
    const person = await this.people.findOneBy({ id: personId });
    if (!person) throw new Missing('person');
    const held = await this.grants.findBy(heldOn(this.clock.now(), { personId }));
    if (!held.every(({ role }) => this.mayGive(actor, role))) throw new Forbidden('runs the product');
    return person;
  }
}

function matching(search: string): Brackets {
  const like = containing(search.toLowerCase());
  const nim = containing(search);
  return new Brackets((where) =>
    where
      .where(`LOWER(person.name) LIKE :like ESCAPE '!'`, { like })
      .orWhere(`person.emailNorm LIKE :like ESCAPE '!'`, { like })
      .orWhere(
        `EXISTS (SELECT 1 FROM student_records n WHERE n.person_id = person.id AND n.nim LIKE :nim ESCAPE '!')`,
        { nim },
      ),
  );
}
