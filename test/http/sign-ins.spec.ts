import { Person } from '../../src/people/person.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCampus, createCast, createPerson } from '../support/cast.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
});
afterAll(() => app.close());

const right = { identifier: 'norlaila@contoh.test', password: castPassword };

describe('signing in', () => {
  it.each(['norlaila@contoh.test', ' NORLAILA@contoh.test', '2411160087'])(
    'lets %s in',
    async (identifier) => {
      const client = app.guest();
      const answer = await client.post('/sign-in', { ...right, identifier }).expect(303);
      expect(answer.headers['location']).toBe('/home');
      await client
        .get('/home')
        .expect(200)
        .expect(/Norlaila/);
    },
  );

  it('goes on to where the person was going', async () => {
    const client = app.guest();
    const away = await client.get('/account').expect(303);
    expect(away.headers['location']).toBe('/sign-in?next=%2Faccount');
    await client
      .get('/sign-in?next=/account')
      .expect(200)
      .expect(/name="next" value="\/account"/);
    await client
      .post('/sign-in', { ...right, next: '/account' })
      .expect(303)
      .expect('Location', '/account');
  });

  it.each(['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)'])(
    'never goes on to %s',
    async (next) => {
      await app
        .guest()
        .post('/sign-in', { ...right, next })
        .expect(303)
        .expect('Location', '/home');
    },
  );

  it.each([
    ['a wrong password', { ...right, password: 'salah sekali' }],
    ['somebody unknown', { ...right, identifier: 'siapa@contoh.test' }],
    ['quotes', { ...right, identifier: `' OR 1=1 --` }],
  ])('gives %s the same answer, keeping the name', async (_what, fields) => {
    const answer = await app.guest().post('/sign-in', fields).expect(422);
    expect(answer.text).toContain('Kata sandi atau nama pengguna tidak cocok');
    expect(answer.text).not.toContain('salah sekali');
  });

  it('asks for what is missing at its field', async () => {
    const answer = await app
      .guest()
      .post('/sign-in', { identifier: 'norlaila@contoh.test', password: '' })
      .expect(422);
    expect(answer.text).toContain('id="password-error"');
    expect(answer.text).toContain('value="norlaila@contoh.test"');
  });

  it('starts every sign-in with a token of its own, unlike any brought along', async () => {
    const client = app.guest();
    await client.post('/sign-in', right).expect(303);
    const first = client.token();
    await client.post('/sign-out').expect(303);
    await client.post('/sign-in', right).expect(303);
    expect(client.token()).not.toBe(first);
  });

  it('asks for the campus where two use the NIM', async () => {
    await app.units.inTransaction(async (manager) => {
      const campus = await createCampus(manager, 'iakn-palangka-raya');
      const namesake = await createPerson(manager, { name: 'Lisa Niun', role: 'student' });
      await manager.insert(StudentRecord, {
        personId: namesake.id,
        campusId: campus.id,
        nim: '2411160087',
        studyProgramme: 'Teologi',
      });
    });
    const client = app.guest();
    await client
      .post('/sign-in', { ...right, identifier: '2411160087' })
      .expect(422)
      .expect(/Pilih kampus Anda/);
    const campus = 'uin-palangka-raya';
    await client
      .post('/sign-in', { ...right, identifier: '2411160087', campus })
      .expect(303)
      .expect('Location', '/home');
  });

  it('refuses whoever is disabled, and ends their devices at once', async () => {
    const gone = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Ririn Antang', role: 'student' }),
    );
    const client = await app.as(gone);
    await client.get('/home').expect(200);
    await app.units.inTransaction((manager) =>
      manager.update(Person, { id: gone.id }, { disabledAt: app.clock.now() }),
    );
    await client.get('/home').expect(303);
  });

  it('waits after five wrong passwords for one name from one address, and not for the others of the class', async () => {
    const tryAs = (identifier: string) =>
      app.guest().post('/sign-in', { identifier, password: 'tebakan saja' });
    for (let tries = 0; tries < 5; tries += 1) await tryAs('siti.raudah@contoh.test').expect(422);
    const stopped = await tryAs('siti.raudah@contoh.test').expect(429);
    expect(stopped.text).toContain('Tunggu 15 menit');
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(800);
    await app
      .guest()
      .post('/sign-in', { identifier: 'elsi.bahen@contoh.test', password: castPassword })
      .expect(303);
    app.clock.advance(15 * 60_000);
    await app
      .guest()
      .post('/sign-in', { identifier: 'siti.raudah@contoh.test', password: castPassword })
      .expect(303);
  });
});

describe('signing out', () => {
  it('ends the device on the server', async () => {
    const client = await app.as(cast.student);
    const answer = await client.post('/sign-out').expect(303);
    expect(answer.headers['clear-site-data']).toBe('"cache"');
    await client.get('/home').expect(303);
  });

  it('needs the token of the page', async () => {
    const client = await app.as(cast.student);
    await client.forge('/sign-out').expect(403);
    await client.forge('/sign-out', { _csrf: app.guest().token() }).expect(403);
    await client.get('/home').expect(200);
  });

  it('refuses another site even with the token', async () => {
    const client = await app.as(cast.student);
    await client.post('/sign-out').set('Origin', 'https://evil.test').expect(403);
    await client.post('/sign-out').set('Sec-Fetch-Site', 'cross-site').expect(403);
  });
});

describe('the language', () => {
  it('changes for a guest and stays', async () => {
    const client = app.guest();
    await client
      .post('/language', { language: 'en', back: '/sign-in' })
      .expect(303)
      .expect('Location', '/sign-in');
    await client.get('/sign-in').expect(/<html lang="en">/);
  });

  it('is kept with the person', async () => {
    await (await app.as(cast.stranger)).post('/language', { language: 'en', back: '/home' }).expect(303);
    await (await app.as(cast.stranger)).get('/home').expect(/<html lang="en">/);
  });

  it('leads to no other site', async () => {
    await app.guest().post('/language', { language: 'en', back: '//evil.test' }).expect('Location', '/');
  });
});
