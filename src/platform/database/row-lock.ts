import type { EntityManager, FindOneOptions } from 'typeorm';

/**
 * Find options that keep other units off the rows found until this unit ends: what is read to be changed is
 * read with them. On SQLite a unit is alone anyway. A row that serves as a lock only must also be updated
 * (a Galera cluster locks rows on one node only).
 */
export function locked(manager: EntityManager): Pick<FindOneOptions, 'lock'> {
  const { type } = manager.connection.options;
  return type === 'better-sqlite3' ? {} : { lock: { mode: 'pessimistic_write' } };
}
