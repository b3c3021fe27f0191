import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import { LessThan, type Repository } from 'typeorm';
import { ActorSource } from '../platform/access/actor-source.js';
import type { Actor, Grant, Language } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Person } from './person.entity.js';
import { fullName } from './person-name.js';
import { SignIn } from './sign-in.entity.js';

const TOUCH_MS = 60_000;

/** Devices signed in: who holds a token, which devices a person has, and their end. */
@Injectable()
export class SignInsService extends ActorSource {
  constructor(
    @InjectRepository(SignIn) private readonly signIns: Repository<SignIn>,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /** A temporary password that has run out keeps the person out where they are signed in, too. */
  async byToken(token: string): Promise<Actor | null> {
    const tokenHash = hashToken(token);
    const now = this.clock.now();
    const rows = await this.actorRows(tokenHash, now);
    const [first] = rows;
    if (!first) return null;
    if (now.getTime() - instantOf(first.lastSeenAt).getTime() > TOUCH_MS) await this.touch(tokenHash, now);
    return actorOf(tokenHash, first, rows);
  }

  /** Signs a person in on a new device. @returns the token for the cookie, 256 random bits; only its hash is kept. */
  async begin(personId: number, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionDays * 86_400_000);
    await this.units.inTransaction(async (manager) => {
      await manager.delete(SignIn, { personId, expiresAt: LessThan(now) });
      await manager.insert(SignIn, {
        tokenHash: hashToken(token),
        personId,
        device: device.slice(0, 120),
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      });
    });
    return token;
  }

  async devicesOf(actor: Actor): Promise<Device[]> {
    const rows = await this.signIns.query<(Device & { lastSeenAt: RawInstant })[]>(DEVICES, [actor.personId]);
    return rows.map((row) => ({ ...row, lastSeenAt: instantOf(row.lastSeenAt) }));
  }

  /** Ends one of the actor's own devices; that of somebody else stays as it is. */
  async end(actor: Actor, tokenHash: string): Promise<void> {
    await this.units.inTransaction((manager) =>
      manager.delete(SignIn, { tokenHash, personId: actor.personId }),
    );
  }

  async rememberLanguage(personId: number, locale: Language): Promise<void> {
    await this.units.inTransaction((manager) => manager.update(Person, { id: personId }, { locale }));
  }

  private touch(tokenHash: string, now: Date) {
    return this.units.inTransaction((manager) => manager.update(SignIn, { tokenHash }, { lastSeenAt: now }));
  }

  /** Each request begins with it: written out, since to build it takes longer than to run it. */
  private actorRows(tokenHash: string, now: Date): Promise<ActorRow[]> {
    return this.signIns.query(
      `SELECT p.id AS personId, p.locale AS locale, s.last_seen_at AS lastSeenAt,
        p.password_expires_at IS NOT NULL AS mustChange,
        p.name_before AS nameBefore, p.name AS name, p.name_after AS nameAfter,
        g.role AS role, g.scope AS scope, g.scope_id AS scopeId
      FROM sign_ins s
      INNER JOIN people p ON p.id = s.person_id
      LEFT JOIN role_grants g ON g.person_id = p.id AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to > ?)
      WHERE s.token_hash = ? AND s.expires_at > ? AND p.disabled_at IS NULL
        AND (p.password_expires_at IS NULL OR p.password_expires_at > ?)`,
      [now, now, tokenHash, now, now],
    );
  }
}

const DEVICES = `
  SELECT token_hash AS tokenHash, device, last_seen_at AS lastSeenAt
    FROM sign_ins
   WHERE person_id = ?
   ORDER BY last_seen_at DESC
   LIMIT 50`;

/** A browser that is signed in. */
export type Device = Pick<SignIn, 'tokenHash' | 'device' | 'lastSeenAt'>;

interface ActorRow {
  personId: number;
  locale: Language;
  lastSeenAt: string | Date;
  /** 1 where the password is a temporary one. */
  mustChange: number;
  nameBefore: string;
  name: string;
  nameAfter: string;
  role: Grant['role'] | null;
  scope: Grant['scope'];
  scopeId: number | null;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

function actorOf(signIn: string, person: ActorRow, rows: readonly ActorRow[]): Actor {
  const grants = rows.flatMap(({ role, scope, scopeId }) => (role ? [{ role, scope, scopeId }] : []));
  return {
    personId: person.personId,
    displayName: fullName(person),
    language: person.locale,
    mustChangePassword: person.mustChange === 1,
    grants,
    signIn,
  };
}
