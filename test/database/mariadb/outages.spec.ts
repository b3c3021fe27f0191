import { DatabaseUnavailableError, isUnavailable } from '../../../src/platform/database/database-errors.js';
import { type OpenTestDatabase, openTestDatabase } from '../../support/databases.js';
import { Ledger, ledger, ledgers } from '../../support/ledger.js';
import { type MariadbServer, startMariadb } from '../../support/mariadb.js';

let server: MariadbServer;
let database: OpenTestDatabase;
let account: Ledger;

beforeAll(async () => {
  server = await startMariadb();
  database = await openTestDatabase(ledgers, server.url);
  account = await database.units.inTransaction((manager) => manager.save(Ledger, ledger() as Ledger));
});
afterAll(async () => {
  await database.drop();
  await server.stop();
});

const read = () => database.reader.getRepository(Ledger).findOneByOrFail({ id: account.id });
const increment = () =>
  database.units.inTransaction((manager) => manager.increment(Ledger, { id: account.id }, 'balance', 1));

describe('a unit of work', () => {
  it('is repeated whole when its connection is lost', async () => {
    let tries = 0;
    await database.units.inTransaction(async (manager) => {
      tries += 1;
      await manager.increment(Ledger, { id: account.id }, 'balance', 10);
      if (tries === 1) await expect(manager.query('KILL CONNECTION_ID()')).rejects.toThrow('killed');
      await manager.increment(Ledger, { id: account.id }, 'balance', 10);
    });
    expect(tries).toBe(2);
    expect(await read()).toMatchObject({ balance: 20 });
  });

  it('waits for a server that is started again', async () => {
    const before = await read();
    const restarted = server.restart();
    await Promise.all([increment(), increment(), increment()]);
    await restarted;
    expect(await read()).toMatchObject({ balance: before.balance + 3 });
  });

  it('gives up on a server that does not answer, and finds it again', async () => {
    const before = await read();
    process.kill(server.pid, 'SIGSTOP');
    const units = Promise.allSettled(Array.from({ length: 20 }, increment));
    const reading = await read().catch((error: unknown) => error);
    const results = await units;
    process.kill(server.pid, 'SIGCONT');
    expect(isUnavailable(reading)).toBe(true);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseUnavailableError) });
    }
    await increment();
    expect((await read()).balance).toBeGreaterThan(before.balance);
  }, 60_000);
});
