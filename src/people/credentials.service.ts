import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { Not, type Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type Limit, RateLimitsService } from '../platform/rate-limit/rate-limits.service.js';
import { locked } from '../platform/database/row-lock.js';
import { classifyIdentifier } from './identifier.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { Person } from './person.entity.js';
import { SignIn } from './sign-in.entity.js';
import { StudentRecord } from './student-record.entity.js';

type Verdict =
  | { kind: 'right'; personId: number }
  | { kind: 'wrong' | 'expired' }
  | { kind: 'which-campus'; campusIds: number[] };

/** Whether a name and a password belong together, and the change of a password. */
@Injectable()
export class CredentialsService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(StudentRecord) private readonly students: Repository<StudentRecord>,
    private readonly limits: RateLimitsService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges what was typed; a temporary password that has run out is told only to who has it. Somebody unknown takes as long as a wrong password and gets the same answer.
   * @throws TooMany after five wrong passwords for one name from one address, or many from one address.
   */
  async judge(
    typed: { identifier: string; password: string; campusId: number | null },
    address: string,
  ): Promise<Verdict> {
    const limits = limitsFor(typed.identifier, address);
    await this.limits.take(limits, this.clock.now());
    const found = await this.find(typed.identifier, typed.campusId);
    if (found.length > 1) {
      await this.limits.giveBack(limits);
      return { kind: 'which-campus', campusIds: found.map(({ campusId }) => campusId ?? 0) };
    }
    const person = found[0]?.person ?? null;
    const matches = await passwordMatches(person?.passwordHash ?? null, typed.password);
    if (!person || !matches || person.disabledAt) return { kind: 'wrong' };
    await this.limits.giveBack(limits);
    if (hasRunOut(person, this.clock.now())) return { kind: 'expired' };
    return { kind: 'right', personId: person.id };
  }

  /**
   * Sets a new password, which is the person's own from now on, and ends every other device.
   * @returns false where the current one is not right, or is no longer the current one.
   */
  async changePassword(actor: Actor, current: string, password: string): Promise<boolean> {
    const person = await this.people.findOneByOrFail({ id: actor.personId });
    const limits = [{ key: `password:${actor.personId}`, tries: 10, minutes: 15 }];
    await this.limits.take(limits, this.clock.now());
    if (!(await passwordMatches(person.passwordHash, current))) return false;
    const passwordHash = await hashPassword(password);
    return await this.units.inTransaction(async (manager) => {
      const { id } = person;
      const now = await manager.findOneOrFail(Person, { where: { id }, ...locked(manager) });
      if (now.passwordHash !== person.passwordHash) return false;
      await manager.update(Person, { id }, { passwordHash, passwordExpiresAt: null });
      await manager.delete(SignIn, { personId: id, tokenHash: Not(actor.signIn) });
      return true;
    });
  }

  private async find(
    identifier: string,
    campusId: number | null,
  ): Promise<{ person: Person; campusId: number | null }[]> {
    const { kind, value } = classifyIdentifier(identifier);
    if (kind === 'nim') {
      const where = campusId === null ? { nim: value } : { nim: value, campusId };
      return await this.students.find({ where, relations: { person: true } });
    }
    const person = await this.people.findOneBy(
      kind === 'email' ? { emailNorm: value } : { phoneNorm: value },
    );
    return person ? [{ person, campusId: null }] : [];
  }
}

const hasRunOut = ({ passwordExpiresAt }: Person, now: Date): boolean =>
  passwordExpiresAt !== null && passwordExpiresAt <= now;

/**
 * One name from one address: 5 wrong ones in 15 minutes. One name from anywhere: 100 an hour, so that a stranger
 * cannot lock somebody out. One address: 300 in 15 minutes, room for a class behind one school address.
 */
function limitsFor(identifier: string, address: string): Limit[] {
  const name = createHash('sha256').update(identifier.trim().toLowerCase()).digest('base64url').slice(0, 22);
  return [
    { key: `sign-in:${name}:${address}`, tries: 5, minutes: 15 },
    { key: `sign-in:${name}`, tries: 100, minutes: 60 },
    { key: `sign-in:${address}`, tries: 300, minutes: 15 },
  ];
}
