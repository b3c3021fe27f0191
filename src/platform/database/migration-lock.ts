import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const leaseSeconds = 30;
const lease = `DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ${leaseSeconds} SECOND)`;

/**
 * Runs the work while no other process does: one row with a lease by the clock of the database, renewed while
 * the work lasts. Who finds it taken waits. (Named locks hold on one node of a cluster only.)
 */
export async function withMigrationLock<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  await database.query(
    'CREATE TABLE IF NOT EXISTS migration_lock (id int PRIMARY KEY, holder varchar(36) NOT NULL, lease_until datetime(3) NOT NULL)',
  );
  while (!(await take(database, holder))) await pause(200);
  const renewal = setInterval(() => void renew(database, holder), (leaseSeconds * 1000) / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await database.query('DELETE FROM migration_lock WHERE holder = ?', [holder]);
  }
}

async function take(database: DataSource, holder: string): Promise<boolean> {
  await database.query('DELETE FROM migration_lock WHERE lease_until < UTC_TIMESTAMP(3)');
  await database.query(`INSERT IGNORE INTO migration_lock VALUES (1, ?, ${lease})`, [holder]);
  const rows: unknown[] = await database.query('SELECT 1 FROM migration_lock WHERE holder = ?', [holder]);
  return rows.length > 0;
}

/** A renewal that fails is made up for by the next: the lease outlasts two of them. */
async function renew(database: DataSource, holder: string): Promise<void> {
  await database
    .query(`UPDATE migration_lock SET lease_until = ${lease} WHERE holder = ?`, [holder])
    .catch(() => undefined);
}
