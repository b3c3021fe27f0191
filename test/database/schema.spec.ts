import { migrations } from '../../src/migrations/index.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';
import { migratedDatabase } from '../support/databases.js';
import { ledgers } from '../support/ledger.js';

/** What the schema builder would still change after all migrations. */
async function drift(contents?: typeof ledgers): Promise<string[]> {
  const database = await migratedDatabase(contents);
  const source = await (await dataSourceFor('migrator', database.settings)).initialize();
  try {
    const log = await source.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
    await database.drop();
  }
}

describe('the tables after all migrations', () => {
  it('are those of the entities', async () => {
    expect(await drift()).toEqual([]);
  });

  it('are those of the entities, for every kind of column', async () => {
    expect(await drift(ledgers)).toEqual([]);
  });
});

describe('the list of migrations', () => {
  const names = migrations.map(({ name }) => name);

  it('names each once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('is in the order of the time stamps', () => {
    const stamps = names.map((name) => Number(name.slice(-13)));
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
  });
});
