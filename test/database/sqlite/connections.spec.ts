import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import type { DataSource } from 'typeorm';
import { migrate } from '../../../src/platform/database/migrate.js';
import { emptyDatabase, type OpenTestDatabase, openTestDatabase } from '../../support/databases.js';
import { Ledger, ledger, ledgers } from '../../support/ledger.js';

let database: OpenTestDatabase;
let account: Ledger;

beforeAll(async () => {
  database = await openTestDatabase(ledgers);
  account = await database.units.inTransaction((manager) => manager.save(Ledger, ledger() as Ledger));
});
afterAll(() => database.drop());

const read = () => database.reader.getRepository(Ledger).findOneByOrFail({ id: account.id });

const change = (values: Partial<Pick<Ledger, 'balance' | 'remarks'>>) =>
  database.units.inTransaction(async (manager) => void (await manager.update(Ledger, account.id, values)));

async function pragma(source: DataSource, name: string): Promise<unknown> {
  const [row] = await source.query(`PRAGMA ${name}`);
  return Object.values(row)[0];
}

describe('the connections', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['busy_timeout', 5000],
    ['foreign_keys', 1],
  ])('both have %s = %s', async (name, value) => {
    expect(await pragma(database.writer, name)).toBe(value);
    expect(await pragma(database.reader, name)).toBe(value);
  });
});

describe('the files', () => {
  it.each(['', '-wal', '-shm'])('may be read by their owner only: test.sqlite%s', (suffix) => {
    expect(statSync(database.settings.file + suffix).mode & 0o777).toBe(0o600);
  });
});

describe('the reader', () => {
  it('refuses to write', async () => {
    const repository = database.reader.getRepository(Ledger);
    await expect(repository.update(account.id, { balance: 1 })).rejects.toThrow('readonly');
    await expect(repository.save({ ...account, balance: 1 })).rejects.toThrow('readonly');
    const transaction = database.reader.transaction(async () => undefined);
    await expect(transaction).rejects.toThrow('readonly');
    expect(await read()).toMatchObject({ balance: account.balance });
  });
});

describe('units of work', () => {
  it('take turns in the order of their coming', async () => {
    const order: number[] = [];
    const unit = (number: number) => database.units.inTransaction(async () => void order.push(number));
    await Promise.all([1, 2, 3, 4, 5].map(unit));
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('go on after one that found the disk full', async () => {
    const pages = await pragma(database.writer, 'page_count');
    await database.writer.query(`PRAGMA max_page_count = ${Number(pages) + 1}`);
    await expect(change({ remarks: 'long '.repeat(100_000) })).rejects.toThrow('full');
    await database.writer.query('PRAGMA max_page_count = 1000000');
    await change({ balance: 5 });
    expect(await read()).toMatchObject({ balance: 5, remarks: null });
    expect(await pragma(database.reader, 'integrity_check')).toBe('ok');
  });

  it('are repeated while another process writes', async () => {
    await database.writer.query('PRAGMA busy_timeout = 0');
    const other = new DatabaseSync(database.settings.file);
    other.exec('BEGIN IMMEDIATE');
    const changed = change({ balance: 6 });
    setImmediate(() => other.exec('COMMIT'));
    await changed;
    other.close();
    expect(await read()).toMatchObject({ balance: 6 });
  });
});

describe('migrating', () => {
  it('waits for the process that does it, and then has nothing to do', async () => {
    const empty = await emptyDatabase(ledgers);
    const names = ledgers.migrations.map(({ name }) => name);
    const worker = new Worker(migrateSlowly, {
      eval: true,
      workerData: { file: empty.settings.file, names },
    });
    await once(worker, 'message');
    const care = { backupFolder: empty.folder, now: new Date(), warn: () => undefined };
    expect(await migrate(empty.settings, care)).toEqual([]);
    await worker.terminate();
    await empty.drop();
  });
});

/** Another process that has begun to migrate: it says so, and records after a while that it is done. */
const migrateSlowly = `
const { parentPort, workerData } = require('node:worker_threads');
const database = new (require('node:sqlite').DatabaseSync)(workerData.file);
database.exec('PRAGMA journal_mode = WAL');
database.exec('BEGIN IMMEDIATE');
database.exec('CREATE TABLE migrations (id integer PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)');
parentPort.postMessage('begun');
setTimeout(() => {
  const insert = database.prepare('INSERT INTO migrations (timestamp, name) VALUES (1, ?)');
  for (const name of workerData.names) insert.run(name);
  database.exec('COMMIT');
}, 300);
`;
