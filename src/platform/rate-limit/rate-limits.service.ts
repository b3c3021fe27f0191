import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { TooMany } from '../access/refusals.js';
import { locked } from '../database/row-lock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { RateCounter } from './rate-counter.entity.js';

export interface Limit {
  key: string;
  /** So many tries within so many minutes. */
  tries: number;
  minutes: number;
}

/** Counts tries in the database, so that limits hold over several instances. */
@Injectable()
export class RateLimitsService {
  constructor(private readonly units: UnitOfWork) {}

  /**
   * Counts one try against each limit.
   * @throws TooMany with the seconds to wait where one is used up; the try then counts against none.
   */
  async take(limits: readonly Limit[], now: Date): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      for (const limit of limits) await count(manager, limit, now);
    });
  }

  /** Gives tries back, as after a right password. */
  async giveBack(limits: readonly Limit[]): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      for (const { key } of limits) await manager.decrement(RateCounter, { key }, 'count', 1);
    });
  }

  /** Drops what no window reaches any more. */
  async sweep(now: Date): Promise<void> {
    const dayAgo = new Date(now.getTime() - 86_400_000);
    await this.units.inTransaction((manager) => manager.delete(RateCounter, { since: LessThan(dayAgo) }));
  }
}

async function count(manager: EntityManager, { key, tries, minutes }: Limit, now: Date): Promise<void> {
  const row = await manager.findOne(RateCounter, { where: { key }, ...locked(manager) });
  const endsAt = row ? row.since.getTime() + minutes * 60_000 : 0;
  if (!row) await manager.insert(RateCounter, { key, since: now, count: 1 });
  else if (endsAt <= now.getTime()) await manager.update(RateCounter, { key }, { since: now, count: 1 });
  else if (row.count >= tries) throw new TooMany(Math.ceil((endsAt - now.getTime()) / 1000));
  else await manager.increment(RateCounter, { key }, 'count', 1);
}
