import { LessThan, QueryFailedError } from 'typeorm';
import { instantOf } from '../../src/platform/database/columns.js';
import { type OpenTestDatabase, openTestDatabase } from '../support/databases.js';
import { Booking, Ledger, LedgerMark, ledger, ledgers } from '../support/ledger.js';

let database: OpenTestDatabase;

beforeAll(async () => {
  database = await openTestDatabase(ledgers);
});
afterAll(() => database.drop());

beforeEach(() =>
  database.units.inTransaction(async (manager) => {
    for (const entity of [Booking, LedgerMark, Ledger]) await manager.deleteAll(entity);
  }),
);

const save = (values: Partial<Ledger>) =>
  database.units.inTransaction((manager) => manager.save(Ledger, ledger(values) as Ledger));

const read = (id: number) => database.reader.getRepository(Ledger).findOneByOrFail({ id });

describe('what is saved comes back the same', () => {
  it.each<[string, Partial<Ledger>]>([
    ['a moment to the millisecond', { openedAt: new Date('2027-12-31T23:59:59.999Z') }],
    ['a moment without milliseconds', { closedAt: new Date('2027-02-28T00:00:00.000Z') }],
    ['no moment', { closedAt: null }],
    ['yes', { isOpen: true }],
    ['no', { isOpen: false }],
    ['a perfect score', { bestScore: 10000 }],
    ['letters beyond the basic plane', { title: 'Pendamping 🧑‍🌾 é 漢 👍🏽' }],
    ['quotes and backslashes', { title: `O'Brien "x" \\ % _ ;--` }],
    ['JSON', { settings: { list: [1, 2.5, null, true], text: '😀 \u2028', deep: { a: {} } } }],
    ['no JSON', { extra: null }],
    ['JSON that is a list', { extra: [1, 2] }],
    ['JSON that is false', { extra: false }],
    ['a text of 200 kB', { remarks: 'panjang 🙂 '.repeat(20_000) }],
  ])('%s', async (_, values) => {
    const { id } = await save(values);
    expect(await read(id)).toMatchObject(values);
  });
});

describe('both databases', () => {
  it('give the id of a new row', async () => {
    const first = await save({ code: 'a' });
    const second = await save({ code: 'b' });
    expect(first.id).toBeGreaterThan(0);
    expect(second.id).toBeGreaterThan(first.id);
  });

  it('find by a moment, in every way to ask', async () => {
    const { id } = await save({ openedAt: new Date('2027-03-01T00:00:00.500Z') });
    const at = new Date('2027-03-01T00:00:00.501Z');
    const repository = database.reader.getRepository(Ledger);
    expect(await repository.countBy({ openedAt: LessThan(at) })).toBe(1);
    expect(await repository.createQueryBuilder('l').where('l.openedAt < :at', { at }).getCount()).toBe(1);
    const [row] = await database.reader.query('SELECT id, opened_at FROM ledgers WHERE opened_at < ?', [at]);
    expect(row.id).toBe(id);
    expect(instantOf(row.opened_at)).toEqual(new Date('2027-03-01T00:00:00.500Z'));
  });

  it('count and sum to numbers in raw rows', async () => {
    await save({ code: 'a', balance: 3 });
    await save({ code: 'b', balance: 4 });
    const query = database.reader.getRepository(Ledger).createQueryBuilder('l');
    const row = await query.select('COUNT(*)', 'rows').addSelect('SUM(l.balance)', 'total').getRawOne();
    expect({ ...row }).toEqual({ rows: 2, total: 7 });
  });

  it('tell capital letters and accents apart', async () => {
    await save({ code: 'kode' });
    await save({ code: 'KODE' });
    await save({ code: 'kodé' });
    expect(await database.reader.getRepository(Ledger).countBy({ code: 'kode' })).toBe(1);
  });

  it('refuse a second row under a unique key', async () => {
    await save({ code: 'once' });
    await expect(save({ code: 'once' })).rejects.toThrow(QueryFailedError);
  });

  it('refuse a reference to nothing, and to delete what is referred to', async () => {
    const { id } = await save({});
    const book = (ledgerId: number) =>
      database.units.inTransaction((manager) =>
        manager.insert(Booking, { ledgerId, amount: 1, bookedAt: new Date() }),
      );
    await expect(book(id + 1)).rejects.toThrow(/foreign key/i);
    await book(id);
    const remove = database.units.inTransaction((manager) => manager.delete(Ledger, id));
    await expect(remove).rejects.toThrow(/foreign key/i);
  });

  it('delete with a row what belongs to it', async () => {
    const { id } = await save({});
    await database.units.inTransaction(async (manager) => {
      await manager.insert(LedgerMark, { ledgerId: id, kind: 'seen', count: 1 });
      await manager.delete(Ledger, id);
    });
    expect(await database.reader.getRepository(LedgerMark).count()).toBe(0);
  });
});
