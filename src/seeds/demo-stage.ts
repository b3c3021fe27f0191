import type { INestApplicationContext } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import type { Actor, Role } from '../platform/access/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SeededRandom } from '../quizzes/seeded-random.js';
import type { DemoClock } from './demo-clock.js';

/** Rows of one unit of work, so that nobody waits long for a turn. */
const ROWS_A_UNIT = 1000;
const ROWS_A_STATEMENT = 250;

/** What the steps that make the demo share. */
export class DemoStage {
  readonly units: UnitOfWork;

  constructor(
    readonly app: INestApplicationContext,
    readonly clock: DemoClock,
    /** The day on which the demo is made, 2027-09-07, and the zone of its clock times. */
    readonly today: string,
    readonly timeZone: string,
    /** When it is made; nothing in it happened later. */
    readonly now: Date,
  ) {
    this.units = app.get(UnitOfWork);
  }

  /** Chance that is the same in every demo: it depends on the topic alone. */
  chance(topic: string): SeededRandom {
    return new SeededRandom(`demo ${topic}`);
  }

  async insert<Row extends ObjectLiteral>(entity: new () => Row, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_A_UNIT) {
      const unit = rows.slice(from, from + ROWS_A_UNIT);
      await this.units.inTransaction(async (manager) => {
        for (let start = 0; start < unit.length; start += ROWS_A_STATEMENT)
          await manager
            .createQueryBuilder()
            .insert()
            .into(entity)
            .values(unit.slice(start, start + ROWS_A_STATEMENT) as Row[])
            .updateEntity(false)
            .execute();
      });
    }
  }

  /** Somebody acting in a role that reaches everything. */
  actor(personId: number, role: Role): Actor {
    const grants = [{ role, scope: 'everything', scopeId: null } as const];
    return { personId, displayName: '', language: 'id', mustChangePassword: false, grants, signIn: '' };
  }
}
