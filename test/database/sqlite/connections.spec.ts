import { type OpenTestDatabase, openTestDatabase } from '../../support/databases.js';
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

describe('the reader', () => {
  it('refuses to write', async () => {
    const repository = database.reader.getRepository(Ledger);
    await expect(repository.update(account.id, { balance: 1 })).rejects.toThrow('readonly');
    await expect(repository.save({ ...account, balance: 1 })).rejects.toThrow('readonly');
    const transaction = database.reader.transaction(async () => undefined);
    await expect(transaction).rejects.toThrow('readonly');
    expect(await balance()).toBe(0);
  });
});

describe('units of work', () => {
  it('take turns in the order of their coming', async () => {
    const order: number[] = [];
    const unit = (number: number) => database.units.inTransaction(async () => void order.push(number));
    await Promise.all([1, 2, 3, 4, 5].map(unit));
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });
});
