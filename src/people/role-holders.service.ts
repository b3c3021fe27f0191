import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, IsNull, LessThanOrEqual, MoreThan, type Repository } from 'typeorm';
import type { Role } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Person } from './person.entity.js';
import { fullName } from './person-name.js';
import { RoleGrant } from './role-grant.entity.js';

/** Who has a role now. */
@Injectable()
export class RoleHoldersService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    private readonly clock: Clock,
  ) {}

  /** Those who may sign in, by name, with titles. */
  async of(role: Role): Promise<{ id: number; name: string }[]> {
    const now = this.clock.now();
    const found = await this.people
      .createQueryBuilder('person')
      .innerJoin(
        RoleGrant,
        'grants',
        `grants.personId = person.id AND grants.role = :role AND ${heldNow('grants')}`,
        { role, now },
      )
      .where('person.disabledAt IS NULL')
      .orderBy('person.name')
      .getMany();
    return found.map((person) => ({ id: person.id, name: fullName(person) }));
  }
}

/** Grants that hold at a moment, as TypeORM's conditions. */
export const heldOn = (now: Date, where: FindOptionsWhere<RoleGrant> = {}): FindOptionsWhere<RoleGrant>[] => [
  { ...where, validFrom: LessThanOrEqual(now), validTo: IsNull() },
  { ...where, validFrom: LessThanOrEqual(now), validTo: MoreThan(now) },
];

/** The same of an alias of `role_grants` in SQL; the query sets `now`. */
export const heldNow = (alias: string): string =>
  `${alias}.valid_from <= :now AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > :now)`;
