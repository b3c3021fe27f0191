import { DataSource } from 'typeorm';
import { Person } from '../../src/people/person.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCast, createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let staff: Client;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  staff = await app.as(cast.staff);
  admin = await app.as(cast.admin);
});
afterAll(() => app.close());

const signIn = (identifier: string, password: string) =>
  app.guest().post('/sign-in', { identifier, password });
const somebody = { name: 'Deri <Kasan>', email: 'deri@contoh.test', role: 'instructor' };

describe('the people', () => {
  it('are listed, and found by name or address', async () => {
    expect((await staff.get('/people').expect(200)).text).toContain('Norlaila');
    const { text } = await staff.get('/people?search=suparti%40').expect(200);
    expect(text).toContain('Suparti');
    expect(text).not.toContain('Norlaila');
    await staff
      .get('/people?search=%25')
      .expect(200)
      .expect(/Tidak ada yang cocok/);
  });

  it.each([
    ['a NIM', 'search=2411160088', 'Suparti'],
    ['a role', 'role=instructor', 'Elsi Bahen'],
    ['a campus', 'campus=uin-palangka-raya&role=student', 'Suparti'],
  ])('are found by %s', async (_what, query, name) => {
    const { text } = await staff.get(`/people?${query}`).expect(200);
    expect(text).toContain(name);
    expect(text).not.toContain('Dwi Lestari');
  });

  it('lead to those whom one may change, and show others without a link', async () => {
    const { text } = await staff.get('/people').expect(200);
    expect(text).toContain(`href="/people/${cast.student.id}"`);
    expect(text).not.toContain(`href="/people/${cast.admin.id}"`);
    expect((await admin.get('/people').expect(200)).text).toContain(`href="/people/${cast.staff.id}"`);
  });

  it('are not for who works for one cohort', async () => {
    const person = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Lisa Niun', role: 'staff', scope: 'cohort', scopeId: 1 }),
    );
    const elsewhere = await app.as(person);
    await elsewhere.get('/people').expect(403);
    await elsewhere.post('/people', somebody).expect(403);
    await elsewhere.post(`/people/${cast.student.id}/password`).expect(403);
  });
});

describe('adding somebody', () => {
  it('makes an account with one role', async () => {
    await staff.post('/people', somebody).expect(303);
    const { text } = await staff.get('/people?search=deri').expect(200);
    expect(text).toContain('Deri &lt;Kasan&gt;');
    expect(text).toContain('Instruktur');
  });

  it.each([
    ['no name', { name: '' }, 'name'],
    ['no address', { email: 'deri' }, 'email'],
    ['two addresses in one', { email: 'a,b@c.de' }, 'email'],
    ['the same with a comma of another width', { email: 'a，b@c.de' }, 'email'],
    ['an address that is taken', { email: 'norlaila@contoh.test' }, 'email'],
    ['a role that staff may not give', { role: 'admin', email: 'x@contoh.test' }, 'role'],
    ['a coordinator of no campus', { role: 'coordinator', email: 'x@contoh.test' }, 'campus'],
  ])('is refused with %s, and keeps what was typed', async (_what, change, field) => {
    const { text } = await staff.post('/people', { ...somebody, nameAfter: 'S.E.', ...change }).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('value="S.E."');
  });
});

describe('a temporary password', () => {
  it('is shown once, lets the person in and ends their devices', async () => {
    const before = await app.as(cast.student);
    const answer = await staff.post(`/people/${cast.student.id}/password`).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const password = /<code class="title">([a-z2-9]{12})</.exec(answer.text)?.[1] ?? '';
    await before.get('/home').expect(303);
    await signIn('norlaila@contoh.test', castPassword).expect(422);
    await signIn('norlaila@contoh.test', password).expect(303);
  });

  it('is not for staff to give to those who run the product, nor to nobody', async () => {
    await staff.post(`/people/${cast.admin.id}/password`).expect(403);
    await staff.post('/people/999999/password').expect(404);
    await signIn('dwi.lestari@contoh.test', castPassword).expect(303);
    const colleague = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Lamiang Kurik', role: 'staff' }),
    );
    await staff.post(`/people/${colleague.id}/password`).expect(403);
    await admin.post(`/people/${colleague.id}/password`).expect(200);
  });
});

describe('disabling an account', () => {
  it('keeps the person out until it is enabled again', async () => {
    const stranger = await app.as(cast.stranger);
    await staff.post(`/people/${cast.stranger.id}/disablement`).expect(303);
    await stranger.get('/home').expect(303);
    await signIn('suparti@contoh.test', castPassword).expect(422);
    await staff.post(`/people/${cast.stranger.id}/disablement/end`).expect(303);
    await signIn('suparti@contoh.test', castPassword).expect(303);
  });

  it('is not for oneself', async () => {
    await admin.post(`/people/${cast.admin.id}/disablement`).expect(303);
    const found = await app.app.get(DataSource).manager.findOneByOrFail(Person, { id: cast.admin.id });
    expect(found.disabledAt).toBeNull();
  });
});

describe('the list', () => {
  it('costs the same for 12 people and for 120, and pages', async () => {
    const visit = () => staff.get('/people?role=student&campus=uin-palangka-raya').expect(200);
    await addStudents(1, 10);
    const few = await countQueries(app, visit);
    expect((await visit()).text).not.toContain('rel="next"');
    await addStudents(11, 118);
    expect(await countQueries(app, visit)).toBe(few);
    expect((await visit()).text.replaceAll('&#x3D;', '=')).toContain(
      'role=student&amp;campus=uin-palangka-raya&amp;page=2',
    );
  });
});

async function addStudents(from: number, to: number): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    for (let number = from; number <= to; number++) {
      const letters = String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
      const { id: personId } = await createPerson(manager, { name: `Mahasiswa ${letters}`, role: 'student' });
      const record = { personId, campusId: cast.campus.id, nim: `99${number}`, studyProgramme: '' };
      await manager.insert(StudentRecord, record);
    }
  });
}
