import { setImmediate as nextTurn } from 'node:timers/promises';
import { NestedUnitOfWorkError } from '../../src/platform/database/database-errors.js';
import { locked } from '../../src/platform/database/row-lock.js';
import { type OpenTestDatabase, openTestDatabase } from '../support/databases.js';
import { gate } from '../support/gates.js';
import { Booking, Ledger, ledger, ledgers } from '../support/ledger.js';

let database: OpenTestDatabase;
let account: Ledger;

beforeAll(async () => {
  database = await openTestDatabase(ledgers);
});
afterAll(() => database.drop());

beforeEach(async () => {
  account = await database.units.inTransaction(async (manager) => {
    await manager.deleteAll(Booking);
    await manager.deleteAll(Ledger);
    return manager.save(Ledger, ledger() as Ledger);
  });
});

const balance = async () =>
  (await database.reader.getRepository(Ledger).findOneByOrFail({ id: account.id })).balance;
const bookings = () => database.reader.getRepository(Booking).count();

/** Reads the balance, lets others run, writes it back: loses updates wherever units mix. */
const bookOne = (fail = false) =>
  database.units.inTransaction(async (manager) => {
    const found = await manager.findOneOrFail(Ledger, { where: { id: account.id }, ...locked(manager) });
    await nextTurn();
    await manager.update(Ledger, account.id, { balance: found.balance + 1 });
    await manager.insert(Booking, { ledgerId: account.id, amount: 1, bookedAt: new Date() });
    if (fail) throw new Error('on purpose');
  });

describe('units of work at the same time', () => {
  it('keep 50 with reads between them, and of the one that fails nothing', async () => {
    const units = Array.from({ length: 50 }, (_, number) => bookOne(number === 25));
    const reads = Array.from({ length: 50 }, () => balance());
    const results = await Promise.allSettled(units);
    await Promise.all(reads);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(49);
    expect(await balance()).toBe(49);
    expect(await bookings()).toBe(49);
  });

  it('count 200 read-modify-writes exactly', async () => {
    await Promise.all(Array.from({ length: 200 }, () => bookOne()));
    expect(await balance()).toBe(200);
    expect(await bookings()).toBe(200);
  });
});

describe('a unit of work', () => {
  it('returns what the work returns, and everyone can read it', async () => {
    const result = await database.units.inTransaction(async (manager) => {
      await manager.update(Ledger, account.id, { balance: 7 });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await balance()).toBe(7);
  });

  it('that fails leaves nothing, and the next one works', async () => {
    await expect(bookOne(true)).rejects.toThrow('on purpose');
    expect(await balance()).toBe(0);
    await bookOne();
    expect(await balance()).toBe(1);
  });

  it('shows nothing to readers before its end', async () => {
    await database.units.inTransaction(async (manager) => {
      await manager.update(Ledger, account.id, { balance: 7 });
      expect(await balance()).toBe(0);
    });
    expect(await balance()).toBe(7);
  });

  it('refuses to begin inside another', async () => {
    const nested = database.units.inTransaction(() => bookOne());
    await expect(nested).rejects.toThrow(NestedUnitOfWorkError);
    await bookOne();
    expect(await balance()).toBe(1);
  });

  it('may begin in what an ended one has started', async () => {
    let later: Promise<void> | undefined;
    const ended = gate();
    await database.units.inTransaction(async () => {
      later = ended.opened.then(() => bookOne());
    });
    ended.open();
    await later;
    expect(await balance()).toBe(1);
  });

  it('undoes a part of it that fails, and keeps the rest', async () => {
    await database.units.inTransaction(async (manager) => {
      await manager.update(Ledger, account.id, { balance: 3 });
      const part = manager.transaction(async (inner) => {
        await inner.update(Ledger, account.id, { balance: 9 });
        throw new Error('only this part');
      });
      await expect(part).rejects.toThrow('only this part');
    });
    expect(await balance()).toBe(3);
  });
});

describe('what is to follow a unit', () => {
  it('follows when the unit has been kept', async () => {
    const seen: number[] = [];
    await database.units.inTransaction(async (manager) => {
      database.units.afterCommit(() => seen.push(1));
      await manager.update(Ledger, account.id, { balance: 7 });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([1]);
  });

  it('does not where it fails', async () => {
    const seen: number[] = [];
    const failing = database.units.inTransaction(async () => {
      database.units.afterCommit(() => seen.push(1));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(seen).toEqual([]);
  });

  it('needs a unit', () => {
    expect(() => database.units.afterCommit(() => {})).toThrow('No unit of work');
  });
});
