import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { Grant } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Person } from './person.entity.js';
import type { NameParts } from './person-name.js';
import { RoleGrant } from './role-grant.entity.js';

export interface NewPerson extends NameParts {
  /** Normalised; null where there is none. */
  email: string | null;
  phone: string | null;
  grant: Grant;
}

type Creation = { personId: number } | { problem: 'emailTaken' | 'phoneTaken' };

/** Adds people who are no students; those come with the list of a cohort. */
@Injectable()
export class NewPeopleService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A person with one role and no password yet, or which contact somebody else has already. */
  async create(person: NewPerson): Promise<Creation> {
    const now = this.clock.now();
    return await this.units.inTransaction((manager) => addPerson(manager, person, now));
  }
}

/** The same inside a unit of work. */
export async function addPerson(
  manager: EntityManager,
  { email, phone, grant, ...name }: NewPerson,
  now: Date,
): Promise<Creation> {
  const problem = await takenContact(manager, email, phone);
  if (problem) return { problem };
  const person = manager.create(Person, {
    ...name,
    emailNorm: email,
    phoneNorm: phone,
    passwordHash: null,
    passwordExpiresAt: null,
    locale: 'id',
    disabledAt: null,
    createdAt: now,
  });
  const { id: personId } = await manager.save(person);
  await manager.insert(RoleGrant, { ...grant, personId, validFrom: now, validTo: null });
  return { personId };
}

/** Which contact somebody else has already; the person themselves may keep theirs. */
export async function takenContact(
  manager: EntityManager,
  emailNorm: string | null,
  phoneNorm: string | null,
  ownId = 0,
): Promise<'emailTaken' | 'phoneTaken' | null> {
  const id = Not(ownId);
  if (emailNorm !== null && (await manager.existsBy(Person, { emailNorm, id }))) return 'emailTaken';
  if (phoneNorm !== null && (await manager.existsBy(Person, { phoneNorm, id }))) return 'phoneTaken';
  return null;
}
