import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { migrations } from '../../src/migrations/index.js';
import { type DatabaseSettings, dataSourceFor } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { serverAddress } from '../../src/platform/database/mysql-driver.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

/** Which database the suite runs on: each suite is run once on either (`globals` in test/jest.config.js). */
export const engine: 'sqlite' | 'mariadb' =
  (globalThis as { testDatabase?: 'mariadb' }).testDatabase ?? 'sqlite';

/** A database of the test file's own. */
export interface TestDatabase {
  settings: DatabaseSettings;
  /** An existing folder for what belongs to the database (copies, the file of SQLite). */
  folder: string;
  drop(): Promise<void>;
}

/** A test database with what a service needs to read and to write it. */
export interface OpenTestDatabase extends TestDatabase {
  reader: DataSource;
  writer: DataSource;
  units: UnitOfWork;
}

type Contents = Pick<DatabaseSettings, 'entities' | 'migrations'>;

const product: Contents = { entities, migrations };

/** An empty database: nothing is migrated. */
export async function emptyDatabase(contents = product, server = serverOfRun()): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'kelas-kader-test-'));
  const url = server ? await createSchema(server) : '';
  const settings = { ...contents, url, file: join(folder, 'kelas-kader.sqlite') };
  const drop = async () => {
    if (url) await onServer(url, `DROP DATABASE ${serverAddress(url).database}`);
    await rm(folder, { recursive: true, force: true });
  };
  return { settings, folder, drop };
}

/** A fresh, migrated database; the product's unless a test brings entities and migrations of its own. */
export async function migratedDatabase(contents = product, server = serverOfRun()): Promise<TestDatabase> {
  const database = await emptyDatabase(contents, server);
  const warn = (line: string) => console.warn(line);
  await migrate(database.settings, { backupFolder: database.folder, now: new Date(), warn });
  return database;
}

/** A migrated database, connected; `drop` also disconnects. */
export async function openTestDatabase(
  contents = product,
  server = serverOfRun(),
): Promise<OpenTestDatabase> {
  const database = await migratedDatabase(contents, server);
  const { close, ...open } = await openProcess(database);
  const drop = async () => {
    await close();
    await database.drop();
  };
  return { ...database, ...open, drop };
}

/** A database as a process of the product has it; called twice, there are two. */
export async function openProcess({ settings }: TestDatabase) {
  const writer = await (await dataSourceFor('writer', settings)).initialize();
  const reader = settings.url ? writer : await (await dataSourceFor('reader', settings)).initialize();
  const close = async () => {
    await writer.destroy();
    if (reader !== writer) await reader.destroy();
  };
  return { reader, writer, units: new UnitOfWork(writer), close };
}

async function createSchema(server: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return server + name;
}

async function onServer(url: string, sql: string): Promise<void> {
  const { host, port, username: user } = serverAddress(url);
  const connection = await createConnection({ host, port, user });
  await connection.query(sql);
  await connection.end();
}

/** The URL of the MariaDB of this run, up to the name of a database; empty where the suite runs on SQLite. */
function serverOfRun(): string {
  if (engine === 'sqlite') return '';
  const url = process.env['TEST_MARIADB_URL'];
  if (!url) throw new Error('No MariaDB was started for this run');
  return url;
}
