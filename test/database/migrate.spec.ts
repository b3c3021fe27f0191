import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { addColumn, addIndex, index, nullable, whole } from '../../src/migrations/table.js';
import { type DatabaseSettings, dataSourceFor } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { serverAddress } from '../../src/platform/database/mysql-driver.js';
import { emptyDatabase, engine, type TestDatabase } from '../support/databases.js';
import { ledger, Ledger, ledgers } from '../support/ledger.js';

class AddCurrency1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'ledgers', whole('currency', nullable));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('ledgers', 'currency');
  }
}

class WidenTitle1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const wider = new TableColumn({ name: 'title', type: 'varchar', length: '180' });
    await runner.changeColumn('ledgers', 'title', wider);
    await addIndex(runner, 'ledgers', index('ledgers_title', 'title'));
  }

  async down(): Promise<void> {}
}

class Fails1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE ledgers SET balance = 99');
    throw new Error('half-way');
  }

  async down(): Promise<void> {}
}

let database: TestDatabase;
let warnings: string[];

beforeEach(async () => {
  warnings = [];
  database = await emptyDatabase(ledgers);
});
afterEach(() => database.drop());

const backups = () => join(database.folder, 'backups');
const copies = () => readdirSync(backups());
const care = (now = new Date('2027-05-01T03:00:00Z')) => ({
  backupFolder: backups(),
  now,
  warn: (line: string) => void warnings.push(line),
});

const later = (...more: (new () => MigrationInterface)[]): DatabaseSettings => ({
  ...database.settings,
  migrations: [...ledgers.migrations, ...more],
});

async function ask<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
  const source = await (await dataSourceFor('migrator', database.settings)).initialize();
  try {
    return await source.query(sql, parameters);
  } finally {
    await source.destroy();
  }
}

/** A ledger that others refer to. */
async function addLedger(): Promise<void> {
  const source = await (await dataSourceFor('writer', database.settings)).initialize();
  const { id } = await source.manager.save(Ledger, ledger({ title: 'Kas 🙂' }) as Ledger);
  await source.query("INSERT INTO ledger_marks (ledger_id, kind, count) VALUES (?, 'seen', 1)", [id]);
  await source.destroy();
}

describe('migrating', () => {
  it('an empty database runs all, and copies nothing', async () => {
    expect(await migrate(database.settings, care())).toEqual(ledgers.migrations.map(({ name }) => name));
    expect(copies).toThrow('ENOENT');
  });

  it('a second time does nothing', async () => {
    await migrate(database.settings, care());
    expect(await migrate(database.settings, care())).toEqual([]);
    expect(copies).toThrow('ENOENT');
  });

  it('runs only what is new', async () => {
    await migrate(database.settings, care());
    expect(await migrate(later(AddCurrency1700000000004), care())).toEqual(['AddCurrency1700000000004']);
  });

  it('keeps the rows that refer to a rebuilt table', async () => {
    await migrate(database.settings, care());
    await addLedger();
    await migrate(later(WidenTitle1700000000005), care());
    expect(await ask('SELECT kind FROM ledger_marks')).toHaveLength(1);
    await expect(ask('INSERT INTO ledger_marks VALUES (999, ?, 1)', ['lost'])).rejects.toThrow(
      /foreign key/i,
    );
  });

  it('finishes what an interrupted run has done but not recorded', async () => {
    await migrate(database.settings, care());
    await migrate(later(AddCurrency1700000000004), care());
    await ask('DELETE FROM migrations');
    await migrate(later(AddCurrency1700000000004), care());
    expect(await ask('SELECT name FROM migrations')).toHaveLength(4);
  });

  it('stops at the migration that fails, and runs the rest when it is mended', async () => {
    await migrate(database.settings, care());
    await expect(migrate(later(Fails1700000000006), care())).rejects.toThrow('half-way');
    expect(await migrate(later(AddCurrency1700000000004), care())).toEqual(['AddCurrency1700000000004']);
  });

  it('runs each once when several begin at the same time', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.settings, care())));
    expect(runs.flat()).toEqual(ledgers.migrations.map(({ name }) => name));
  });
});

describe('the copy before a change', () => {
  it('can be restored, and only its owner may read it', async () => {
    await migrate(database.settings, care());
    await addLedger();
    await migrate(later(AddCurrency1700000000004), care());
    const [name = ''] = copies();
    expect(name).toMatch(/^2027-05-01T03-00-00\.000Z\.sql/);
    expect(statSync(join(backups(), name)).mode & 0o777).toBe(0o600);
    const copy = await restore(join(backups(), name));
    const source = await (await dataSourceFor('reader', copy.settings)).initialize();
    expect(await source.getRepository(Ledger).find()).toMatchObject([{ title: 'Kas 🙂' }]);
    expect(await source.query('SELECT name FROM migrations')).toHaveLength(3);
    await source.destroy();
    await copy.drop();
  });

  it('is made again for each change, beside the older ones', async () => {
    await migrate(database.settings, care());
    await migrate(later(AddCurrency1700000000004), care());
    const next = new Date('2027-06-01T03:00:00Z');
    await migrate(later(AddCurrency1700000000004, WidenTitle1700000000005), care(next));
    expect(copies()).toHaveLength(2);
    expect(warnings).toEqual([]);
  });
});

async function restore(copy: string): Promise<TestDatabase> {
  const target = await emptyDatabase(ledgers);
  if (engine === 'sqlite') return { ...target, settings: { ...target.settings, file: copy } };
  const { host, port, username, database: name } = serverAddress(target.settings.url);
  const options = ['--no-defaults', `--host=${host}`, `--port=${port}`, `--user=${username}`, name];
  execFileSync('mariadb', options, { input: readFileSync(copy) });
  return target;
}
