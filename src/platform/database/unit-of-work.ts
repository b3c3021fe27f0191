import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { NestedUnitOfWorkError } from './database-errors.js';
import { withRetries } from './retry.js';

interface Running {
  open: boolean;
  afterwards: (() => void)[];
}

/**
 * The only way to write. On SQLite the units take turns on the one writing connection, in the order of their
 * coming; on MariaDB each has a connection of its own.
 */
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Running>();
  private readonly begun = new Set<Promise<unknown>>();
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(private readonly writer: DataSource) {}

  /**
   * Does the work in one transaction: all of it is kept, or none. Conflicts and lost connections repeat the
   * whole work, so it may hold nothing but SQL through the manager: no file, mail or network, and no change to
   * what lives outside it. The client's repeats are found by a unique key, because a connection lost while
   * committing leaves the outcome unknown.
   *
   * @throws DatabaseUnavailableError when the database stays away; NestedUnitOfWorkError inside another unit.
   */
  async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.running.getStore()?.open) throw new NestedUnitOfWorkError();
    const attempt = () => this.attempt(work);
    const unit = withRetries(() => (this.sharesOneConnection ? this.inTurn(attempt) : attempt()));
    this.begun.add(unit);
    return unit.finally(() => this.begun.delete(unit));
  }

  /** Calls back when the unit that runs here has been kept; never, where it is not. */
  afterCommit(callback: () => void): void {
    const unit = this.running.getStore();
    if (!unit?.open) throw new Error('No unit of work is running here');
    unit.afterwards.push(callback);
  }

  /** Resolves when the units that have begun are done, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.begun);
  }

  private get sharesOneConnection(): boolean {
    return this.writer.options.type === 'better-sqlite3';
  }

  private async attempt<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const unit: Running = { open: true, afterwards: [] };
    const result = await this.running.run(unit, async () => {
      try {
        return await this.writer.transaction(work);
      } finally {
        unit.open = false;
      }
    });
    for (const callback of unit.afterwards) callback();
    return result;
  }

  private inTurn<T>(attempt: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(attempt);
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }
}
