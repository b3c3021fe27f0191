import { setImmediate as nextTurn } from 'node:timers/promises';
import { addColumn, nullable, whole } from '../../../src/migrations/table.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { withMigrationLock } from '../../../src/platform/database/migration-lock.js';
import { type OpenTestDatabase, openTestDatabase } from '../../support/databases.js';
import { gate } from '../../support/gates.js';
import { ledgers } from '../../support/ledger.js';
import type { QueryRunner } from 'typeorm';

let database: OpenTestDatabase;

beforeAll(async () => {
  database = await openTestDatabase(ledgers);
});
afterAll(() => database.drop());

describe('every connection', () => {
  it.each([
    ['time_zone', '+00:00'],
    ['innodb_lock_wait_timeout', 3],
    ['collation_connection', 'utf8mb4_bin'],
    ['collation_database', 'utf8mb4_bin'],
    ['sql_mode', expect.stringContaining('STRICT_ALL_TABLES')],
  ])('has %s = %s', async (name, value) => {
    const rows = await Promise.all(
      Array.from({ length: 10 }, () => database.reader.query(`SELECT @@${name} AS value, SLEEP(0.01)`)),
    );
    for (const [row] of rows) expect(row.value).toEqual(value);
  });
});

describe('a mysql:// address', () => {
  it('is asked which of the two servers it is', async () => {
    const url = database.settings.url.replace('mariadb:', 'mysql:');
    expect(await dataSourceOptions('writer', { ...database.settings, url })).toMatchObject({
      type: 'mariadb',
    });
  });
});

describe('the lock of migrations', () => {
  it('lets one in at a time', async () => {
    const { opened, open } = gate();
    const order: string[] = [];
    const first = withMigrationLock(database.writer, async () => {
      order.push('first begins');
      await opened;
      order.push('first ends');
    });
    while (order.length === 0) await nextTurn();
    const second = withMigrationLock(database.writer, async () => void order.push('second'));
    open();
    await Promise.all([first, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });

  it('is taken from a process that has died', async () => {
    await database.writer.query("INSERT INTO migration_lock VALUES (1, 'dead', '2020-01-01 00:00:00')");
    expect(await withMigrationLock(database.writer, async () => 'in')).toBe('in');
  });

  it('is free again after work that failed', async () => {
    const failed = withMigrationLock(database.writer, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await withMigrationLock(database.writer, async () => 'in')).toBe('in');
  });
});

describe('migrating where mariadb-dump is missing', () => {
  class AddCurrency1700000000004 {
    up = (runner: QueryRunner) => addColumn(runner, 'ledgers', whole('currency', nullable));
    down = (runner: QueryRunner) => runner.dropColumn('ledgers', 'currency');
  }

  it('goes on with a warning', async () => {
    const path = process.env['PATH'];
    const warnings: string[] = [];
    const settings = { ...database.settings, migrations: [...ledgers.migrations, AddCurrency1700000000004] };
    const warn = (line: string) => void warnings.push(line);
    process.env['PATH'] = database.folder;
    try {
      const done = await migrate(settings, { backupFolder: database.folder, now: new Date(), warn });
      expect(done).toEqual(['AddCurrency1700000000004']);
    } finally {
      process.env['PATH'] = path;
    }
    expect(warnings).toEqual([expect.stringContaining('mariadb-dump is not installed')]);
  });
});
