import { DataSource } from 'typeorm';
import { Campus, CampusName } from '../../src/people/campus.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let staff: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  staff = await app.as(cast.staff);
  await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Rusmini', role: 'coordinator', scope: 'campus', scopeId: cast.campus.id }),
  );
});
afterAll(() => app.close());

const manager = () => app.app.get(DataSource).manager;
const iakn = { key: 'iakn', name: 'IAKN <Palangka Raya>', shortName: 'IAKN', validFrom: '2022-03-15' };

describe('the campuses', () => {
  it('are listed with who belongs to them', async () => {
    const { text } = await staff.get('/campuses').expect(200);
    expect(text).toContain('UIN Palangka Raya');
    expect(text).toContain('2 mahasiswa · 1 koordinator');
  });

  it('are not for who works for one cohort', async () => {
    const person = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Lisa Niun', role: 'staff', scope: 'cohort', scopeId: 1 }),
    );
    const elsewhere = await app.as(person);
    await elsewhere.get('/campuses').expect(403);
    await elsewhere.post('/campuses', iakn).expect(403);
    await elsewhere.get(`/campuses/${cast.campus.id}`).expect(403);
    await elsewhere.post(`/campuses/${cast.campus.id}`, iakn).expect(403);
  });

  it('cost the same however many they are', async () => {
    const few = await countQueries(app, () => staff.get('/campuses').expect(200));
    await app.units.inTransaction(async (manager) => {
      for (let number = 1; number <= 20; number++) await manager.insert(Campus, { key: `kampus-${number}` });
    });
    expect(await countQueries(app, () => staff.get('/campuses').expect(200))).toBe(few);
  });
});

describe('adding a campus', () => {
  it('keeps it with its name, and writes down who did', async () => {
    await staff.post('/campuses', iakn).expect(303).expect('Location', '/campuses');
    const { text } = await staff.get('/campuses').expect(200);
    expect(text).toContain('IAKN &lt;Palangka Raya&gt;');
    expect(text).toContain('<code>iakn</code>');
    const [entry] = await manager().findBy(AuditEntry, { action: 'people.audit.campusAdded' });
    expect(entry).toMatchObject({ actorId: cast.staff.id, recordType: 'campus' });
  });

  it.each([
    ['a key that is taken', { key: 'uin-palangka-raya' }, 'key'],
    ['a key with a space', { key: 'uin palangka' }, 'key'],
    ['no name', { name: '' }, 'name'],
    ['no day', { validFrom: 'kemarin' }, 'validFrom'],
  ])('is refused with %s, and keeps what was typed', async (_what, change, field) => {
    const typed = { ...iakn, key: 'stakn', shortName: 'STAKN baru', ...change };
    const { text } = await staff.post('/campuses', typed).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('value="STAKN baru"');
    expect(await manager().countBy(Campus, { key: 'stakn' })).toBe(0);
  });

  it('sent twice adds one', async () => {
    await staff.post('/campuses', { ...iakn, key: 'umpr' }).expect(303);
    await staff.post('/campuses', { ...iakn, key: 'umpr' }).expect(422);
    expect(await manager().countBy(Campus, { key: 'umpr' })).toBe(1);
  });
});

describe('renaming a campus', () => {
  const rename = { name: 'Universitas Islam Negeri', shortName: 'UIN PR', validFrom: '2027-09-01' };
  const namesOf = (campusId: number) =>
    manager().find(CampusName, { where: { campusId }, order: { validFrom: 'ASC' } });

  it('keeps the names before it, also when it is said again', async () => {
    const address = `/campuses/${cast.campus.id}`;
    await staff.post(address, rename).expect(303).expect('Location', address);
    await staff.post(address, rename).expect(303);
    expect((await namesOf(cast.campus.id)).map(({ name }) => name)).toEqual([
      'UIN Palangka Raya',
      'Universitas Islam Negeri',
    ]);
    const { text } = await staff.get(address).expect(200);
    expect(text).toContain('sejak 1 September 2027');
    expect(await manager().countBy(AuditEntry, { action: 'people.audit.campusRenamed' })).toBe(1);
  });

  it('puts right a name that begins on the same day', async () => {
    await staff.post(`/campuses/${cast.campus.id}`, { ...rename, name: 'UIN Palangka Raya' }).expect(303);
    expect((await namesOf(cast.campus.id)).map(({ name }) => name)).toEqual([
      'UIN Palangka Raya',
      'UIN Palangka Raya',
    ]);
  });

  it('is refused without a name, and unknown of a campus that is not there', async () => {
    const { text } = await staff.post(`/campuses/${cast.campus.id}`, { ...rename, name: '' }).expect(422);
    expect(text).toContain('value="UIN PR"');
    await staff.get('/campuses/999999').expect(404);
    await staff.post('/campuses/999999', rename).expect(404);
  });
});
