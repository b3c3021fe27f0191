import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, In, type Repository } from 'typeorm';
import type { Actor, Role } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { containing } from '../platform/database/like.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { mayGive, mustBeOffice } from './office.js';
import { Person } from './person.entity.js';
import { heldNow, heldOn } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
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

/** Everybody, for the office to find. */
@Injectable()
export class PeopleListService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(RoleGrant) private readonly grants: Repository<RoleGrant>,
    @InjectRepository(StudentRecord) private readonly records: Repository<StudentRecord>,
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
    return { ...found, rows: found.rows.map((person) => listed(actor, person, rolesOf, nims)) };
  }

  private filtered({ search, role, campusId }: PeopleFilter, now: Date) {
    const query = this.people.createQueryBuilder('person').where(matching(search));
    if (role !== null) query.andWhere(ofRole, { role, now });
    if (campusId !== null) query.andWhere(ofCampus, { campusId, now });
    return query;
  }
}

function listed(
  actor: Actor,
  person: Person,
  rolesOf: ReadonlyMap<number, readonly RoleGrant[]>,
  nims: ReadonlyMap<number, string>,
): ListedPerson {
  const roles = [...new Set(rolesOf.get(person.id)?.map(({ role }) => role))];
  const mayChange = roles.every((role) => mayGive(actor, role));
  return { ...person, roles, nim: nims.get(person.id) ?? '', mayChange };
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
