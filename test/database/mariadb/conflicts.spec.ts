import { type OpenTestDatabase, openTestDatabase } from '../../support/databases.js';
import { meeting } from '../../support/gates.js';
import { Ledger, ledger, ledgers } from '../../support/ledger.js';

let database: OpenTestDatabase;
let account: Ledger;

beforeAll(async () => {
  database = await openTestDatabase(ledgers);
  account = await database.units.inTransaction((manager) => manager.save(Ledger, ledger() as Ledger));
});
afterAll(() => database.drop());

const balance = async () =>
  (await database.reader.getRepository(Ledger).findOneByOrFail({ id: account.id })).balance;

describe('two units that lock each other out', () => {
  it('both succeed: the one that the database stops is repeated', async () => {
    const other = await database.units.inTransaction((manager) =>
      manager.save(Ledger, ledger({ code: 'other' }) as Ledger),
    );
    let tries = 0;
    const transfer = (from: number, to: number) =>
      database.units.inTransaction(async (manager) => {
        tries += 1;
        await manager.decrement(Ledger, { id: from }, 'balance', 1);
        await bothHaveBegun();
        await manager.increment(Ledger, { id: to }, 'balance', 1);
      });
    const bothHaveBegun = meeting(2);
    await Promise.all([transfer(account.id, other.id), transfer(other.id, account.id)]);
    expect(tries).toBe(3);
    expect(await balance()).toBe(0);
  });
});
