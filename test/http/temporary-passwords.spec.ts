import { hashToken } from '../../src/people/sign-ins.service.js';
import { accessTable } from '../support/access-table.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let staff: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  staff = await app.as(cast.staff);
});
afterAll(() => app.close());

const own = 'perahu merah di sungai';
const WEEK_MS = 7 * 86_400_000;

async function givePassword(person: { id: number }): Promise<string> {
  const { text } = await staff.post(`/people/${person.id}/password`).expect(200);
  return /<code class="title">([a-z2-9]{12})</.exec(text)?.[1] ?? '';
}

async function signIn(identifier: string, password: string, next = ''): Promise<Client> {
  const client = app.guest();
  await client.post('/sign-in', { identifier, password, next }).expect(303);
  return client;
}

const enterStudent = async (): Promise<[Client, string]> => {
  const password = await givePassword(cast.student);
  return [await signIn('norlaila@contoh.test', password), password];
};

const deviceOf = (client: Client): string =>
  hashToken(/kader=([^;]+)/.exec(client.cookieHeader())?.[1] ?? '');

const addressOf = (path: string): string => path.replace(/:\w+/g, '999999');
const open = ['GET /account', 'POST /account/password', 'POST /sign-out', 'POST /language'];
const closed = Object.keys(accessTable).filter((route) => !open.includes(route));

describe('who signed in with a temporary password', () => {
  it('is led to choose their own from everywhere else, and nothing is carried out', async () => {
    const [student] = await enterStudent();
    for (const route of closed) {
      const [method, path = ''] = route.split(' ');
      const address = addressOf(path);
      const answer = method === 'GET' ? await student.get(address) : await student.post(address);
      expect([route, answer.status, answer.headers['location']]).toEqual([route, 303, '/account']);
    }
  });

  it('does nothing by a form: a device stays signed in', async () => {
    const [first, password] = await enterStudent();
    const second = await signIn('norlaila@contoh.test', password);
    const device = deviceOf(second);
    await first.post('/account/devices/end', { device }).expect(303).expect('Location', '/account');
    await second.get('/account').expect(200);
  });

  it('gives scripts 403 with the key of the sentence', async () => {
    const [student] = await enterStudent();
    const { body } = await student.postJson('/lessons/1/completion', {}).expect(403);
    expect(body).toMatchObject({
      status: 403,
      key: 'errors.newPassword',
      message: 'Ganti dahulu kata sandi sementara di halaman Profil.',
    });
  });

  it('sees the form, why it is there, and no way elsewhere', async () => {
    const [student] = await enterStudent();
    const { text } = await student.get('/account').expect(200);
    expect(text).toContain('Anda masuk dengan kata sandi sementara.');
    expect(text).toContain('action="/account/password"');
    expect(text).not.toMatch(/class="tabs"|2411160087/);
  });

  it('may read another language and sign out', async () => {
    const [student] = await enterStudent();
    await student.post('/language', { language: 'en', back: '/account' }).expect(303);
    await student.get('/account').expect(/You signed in with a temporary password\./);
    await student.post('/language', { language: 'id', back: '/account' }).expect(303);
    await student.post('/sign-out').expect(303).expect('Location', '/');
    await student.get('/').expect(200);
  });

  it('asks the machines as ever', async () => {
    const [student] = await enterStudent();
    await student.get('/healthz').expect(200);
    await student.get('/readyz').expect(200);
  });

  it.each([
    ['the same again', (given: string) => ({ current: given, password: given }), 'password-error'],
    ['a short one', (given: string) => ({ current: given, password: 'pendek' }), 'password-error'],
    ['a wrong present one', () => ({ current: 'salah sekali', password: own }), 'current-error'],
  ])('stays there with %s', async (_what, fields, field) => {
    const [student, given] = await enterStudent();
    const { text } = await student.post('/account/password', fields(given)).expect(422);
    expect(text).toContain(`id="${field}"`);
    expect(text).toContain('Anda masuk dengan kata sandi sementara.');
    await student.get('/home').expect(303).expect('Location', '/account');
  });

  it('goes on home once they have chosen their own, for good', async () => {
    const [student, current] = await enterStudent();
    await student
      .post('/account/password', { current, password: own })
      .expect(303)
      .expect('Location', '/home');
    await student
      .get('/home')
      .expect(200)
      .expect(/Kata sandi sudah diganti/);
    await app.guest().post('/sign-in', { identifier: 'norlaila@contoh.test', password: current }).expect(422);
    app.clock.advance(WEEK_MS);
    await (await signIn('norlaila@contoh.test', own)).get('/home').expect(200);
  });
});

describe('a temporary password', () => {
  it('says on its slip, and on the page of the person, until when it holds', async () => {
    const { text } = await staff.post(`/people/${cast.stranger.id}/password`).expect(200);
    expect(text).toMatch(/Berlaku sampai .*14 September 2027/);
    await staff
      .get(`/people/${cast.stranger.id}`)
      .expect(/belum diganti; berlaku sampai .*14 September 2027/);
    await staff.get(`/people/${cast.student.id}`).expect((answer) => {
      expect(answer.text).not.toContain('belum diganti');
    });
  });

  it('runs out after seven days, also where somebody is signed in with it', async () => {
    const password = await givePassword(cast.stranger);
    const before = await signIn('suparti@contoh.test', password);
    app.clock.advance(WEEK_MS - 1);
    await signIn('suparti@contoh.test', password);
    app.clock.advance(1);
    const late = await app
      .guest()
      .post('/sign-in', { identifier: 'suparti@contoh.test', password })
      .expect(422);
    expect(late.text).toContain('Kata sandi sementara ini sudah lewat tujuh hari.');
    await before.get('/account').expect(303).expect('Location', '/sign-in?next=%2Faccount');
    await before.post('/account/password', { current: password, password: own }).expect(303);
    await app.guest().post('/sign-in', { identifier: 'suparti@contoh.test', password: own }).expect(422);
    await signIn('suparti@contoh.test', await givePassword(cast.stranger));
  });

  it('tells nobody else that it has run out', async () => {
    const wrong = { identifier: 'suparti@contoh.test', password: 'salah sekali' };
    app.clock.advance(WEEK_MS);
    const { text } = await app.guest().post('/sign-in', wrong).expect(422);
    expect(text).not.toContain('tujuh hari');
  });

  it('is not asked of who has a password of their own', async () => {
    const coordinator = await signIn('siti.raudah@contoh.test', castPassword);
    await coordinator.get('/home').expect(200);
  });
});
