import { chmod } from 'node:fs/promises';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { CopyToolMissing, copyDatabase } from './copy.js';
import { type DatabaseSettings, dataSourceFor } from './data-source.js';
import { withMigrationLock } from './migration-lock.js';

/** Where the copies go, the time that names them, and who is told what cannot be done. */
interface MigrationCare {
  backupFolder: string;
  now: Date;
  warn: (line: string) => void;
}

/**
 * Brings the database up to date and returns the names of the migrations that ran. Before they run, a database
 * that is not empty is copied. Of several processes that start at once one migrates; the others wait.
 */
export async function migrate(settings: DatabaseSettings, care: MigrationCare): Promise<string[]> {
  const migrator = await (await dataSourceFor('migrator', settings)).initialize();
  try {
    if (settings.url === '') await chmod(settings.file, 0o600);
    if ((await new MigrationExecutor(migrator).getPendingMigrations()).length === 0) return [];
    const alone = migrator.options.type === 'better-sqlite3' ? inOneTransaction : underLock;
    return await alone(migrator, (runner) => runPending(migrator, runner, settings, care));
  } finally {
    await migrator.destroy();
  }
}

type Work = (runner: QueryRunner) => Promise<string[]>;

/** SQLite rolls tables back too: all of the pending migrations are kept, or none. */
async function inOneTransaction(migrator: DataSource, work: Work): Promise<string[]> {
  const runner = migrator.createQueryRunner();
  await runner.query('PRAGMA foreign_keys = OFF'); // rebuilding a table would delete its children
  try {
    return await migrator.transaction(async () => {
      const names = await work(runner);
      const broken: unknown[] = await runner.query('PRAGMA foreign_key_check');
      if (broken.length > 0) throw new Error(`Migrations leave broken references: ${JSON.stringify(broken)}`);
      return names;
    });
  } finally {
    await runner.query('PRAGMA foreign_keys = ON');
  }
}

/** Tables take the collation of their database: letter by letter, as SQLite compares. */
async function underLock(migrator: DataSource, work: Work): Promise<string[]> {
  return withMigrationLock(migrator, async () => {
    const runner = migrator.createQueryRunner();
    try {
      const [{ collation }] = await runner.query('SELECT @@collation_database AS collation');
      if (collation !== 'utf8mb4_bin') await runner.query('ALTER DATABASE COLLATE utf8mb4_bin');
      return await work(runner);
    } finally {
      await runner.release();
    }
  });
}

async function runPending(
  migrator: DataSource,
  runner: QueryRunner,
  settings: DatabaseSettings,
  care: MigrationCare,
): Promise<string[]> {
  const executor = new MigrationExecutor(migrator, runner);
  executor.transaction = 'none';
  const done = await executor.getExecutedMigrations();
  if (done.length > 0 && (await executor.getPendingMigrations()).length > 0) await copy(settings, care);
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}

async function copy(settings: DatabaseSettings, { backupFolder, now, warn }: MigrationCare): Promise<void> {
  try {
    await copyDatabase(settings, backupFolder, now);
  } catch (error) {
    if (!(error instanceof CopyToolMissing)) throw error;
    warn(`The database is migrated without a copy: ${error.message}`);
  }
}
