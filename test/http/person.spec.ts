import { DataSource } from 'typeorm';
import { Person } from '../../src/people/person.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCampus, createCast, createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let staff: Client;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  await app.units.inTransaction((manager) => createCampus(manager, 'iakn'));
  staff = await app.as(cast.staff);
  admin = await app.as(cast.admin);
});
afterAll(() => app.close());

const manager = () => app.app.get(DataSource).manager;
const person = (id: number) => manager().findOneByOrFail(Person, { id });
const grantsOf = (personId: number) =>
  manager().find(RoleGrant, { where: { personId }, order: { id: 'ASC' } });
const entries = (action: string, { id }: { id: number }) =>
  manager().findBy(AuditEntry, { action: `people.audit.${action}`, recordId: String(id) });
const teacher = {
  nameBefore: 'Dr.',
  name: 'Elsi Bahen',
  nameAfter: 'M.Si.',
  email: 'elsi.bahen@contoh.test',
  phone: '0812 3456 7890',
  roles: ['instructor'],
};
const at = ({ id }: { id: number }) => `/people/${id}`;

describe('the page of a person', () => {
  it('shows what is known, with the roles that one may give', async () => {
    const { text } = await staff.get(at(cast.student)).expect(200);
    expect(text).toContain('2411160087 · UIN Palangka Raya · Ekonomi Syariah');
    expect(text).toContain('value="norlaila@contoh.test"');
    expect(text).toContain('name="roles" value="instructor"');
    expect(text).not.toContain('name="roles" value="admin"');
    expect((await admin.get(at(cast.staff)).expect(200)).text).toContain(
      'name="roles" value="staff" checked',
    );
  });

  it('of those who run the product is for administrators, and of nobody for no one', async () => {
    await staff.get(at(cast.admin)).expect(403);
    await staff.post(at(cast.admin), teacher).expect(403);
    await staff.get('/people/999999').expect(404);
    await staff.post('/people/999999', teacher).expect(404);
  });

  it('is not for who works for one cohort', async () => {
    const elsewhere = await app.units.inTransaction((unit) =>
      createPerson(unit, { name: 'Lisa Niun', role: 'staff', scope: 'cohort', scopeId: 1 }),
    );
    const client = await app.as(elsewhere);
    await client.get(at(cast.student)).expect(403);
    await client.post(at(cast.student), teacher).expect(403);
  });
});

describe('putting somebody right', () => {
  it('keeps name and contact, and writes down which fields changed', async () => {
    await staff.post(at(cast.instructor), teacher).expect(303).expect('Location', at(cast.instructor));
    expect(await person(cast.instructor.id)).toMatchObject({
      nameBefore: 'Dr.',
      nameAfter: 'M.Si.',
      phoneNorm: '+6281234567890',
    });
    const [entry] = await entries('edited', cast.instructor);
    expect(entry).toMatchObject({ actorId: cast.staff.id, fields: ['nameBefore', 'nameAfter', 'phoneNorm'] });
  });

  it('said again changes nothing', async () => {
    await staff.post(at(cast.instructor), teacher).expect(303);
    expect(await entries('edited', cast.instructor)).toHaveLength(1);
    expect(await grantsOf(cast.instructor.id)).toHaveLength(1);
  });

  it.each([
    ['no name', { name: '' }, 'name'],
    ['half an address', { email: 'elsi@' }, 'email'],
    ['two addresses in one', { email: 'a,b@c.de' }, 'email'],
    ['the address of somebody else', { email: 'norlaila@contoh.test' }, 'email'],
    ['no address and no number', { email: '', phone: '' }, 'email'],
    ['a number that is none', { phone: '12' }, 'phone'],
    ['a role that staff may not give', { roles: ['instructor', 'staff'] }, 'roles'],
  ])('is refused with %s, and keeps what was typed', async (_what, change, field) => {
    const typed = { ...teacher, nameAfter: 'S.E. baru', ...change };
    const { text } = await staff.post(at(cast.instructor), typed).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('value="S.E. baru"');
    expect((await person(cast.instructor.id)).nameAfter).toBe('M.Si.');
  });
});

describe('the roles', () => {
  it('of staff are given by administrators, at once, and written down', async () => {
    const client = await app.as(cast.instructor);
    await client.get('/cohorts').expect(403);
    await admin.post(at(cast.instructor), { ...teacher, roles: ['instructor', 'staff'] }).expect(303);
    await client.get('/cohorts').expect(200);
    const [entry] = await entries('roles', cast.instructor);
    expect(entry).toMatchObject({
      actorId: cast.admin.id,
      fields: { roles: { from: 'instructor', to: 'instructor, staff' } },
    });
  });

  it('that end are kept as history and open nothing any more', async () => {
    await admin.post(at(cast.instructor), teacher).expect(303);
    await (await app.as(cast.instructor)).get('/cohorts').expect(403);
    expect((await grantsOf(cast.instructor.id)).map(({ role, validTo }) => [role, validTo !== null])).toEqual(
      [
        ['instructor', false],
        ['staff', true],
      ],
    );
    await staff.get(at(cast.instructor)).expect(200);
  });

  it('of a coordinator are campuses', async () => {
    const contact = { ...teacher, email: 'siti.raudah@contoh.test', phone: '', roles: [] };
    await staff.post(at(cast.coordinator), { ...contact, campuses: ['iakn', 'unknown'] }).expect(303);
    const [, campus] = await grantsOf(cast.coordinator.id);
    expect(campus).toMatchObject({ role: 'coordinator', scope: 'campus', validTo: null });
    const { text } = await staff.get(at(cast.coordinator)).expect(200);
    expect(text).toContain('name="campuses" value="iakn" checked');
    expect(text).toContain('name="campuses" value="uin-palangka-raya">');
  });

  it('of an administrator cannot be laid down alone', async () => {
    const own = { ...teacher, name: 'Dwi Lestari', email: 'dwi.lestari@contoh.test', phone: '' };
    const { text } = await admin.post(at(cast.admin), { ...own, roles: ['staff'] }).expect(422);
    expect(text).toContain('id="roles-error"');
    await admin.get('/settings').expect(200);
    await admin.post(at(cast.admin), { ...own, roles: ['admin'] }).expect(303);
  });
});
