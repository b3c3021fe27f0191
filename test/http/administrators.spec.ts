import { AdministratorsService } from '../../src/people/administrators.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
});
afterAll(() => app.close());

const create = (more: Partial<Record<'name' | 'email' | 'password', string>> = {}) =>
  app.app
    .get(AdministratorsService)
    .create({ name: 'Rina Saputri', email: ' Rina@Contoh.test', password: 'jukung di muara', ...more });

describe('an administrator made at the console', () => {
  it('signs in at once and may do what administrators do; the audit log tells', async () => {
    expect(await create()).toBeNull();
    const rina = app.guest();
    await rina.post('/sign-in', { identifier: 'rina@contoh.test', password: 'jukung di muara' }).expect(303);
    await rina
      .get('/audit')
      .expect(200)
      .expect(/Membuat admin dari konsol server/);
  });

  it.each([
    ['emailTaken', { email: 'NORLAILA@contoh.test' }],
    ['wrongEmail', { email: 'bukan surel' }],
    ['noName', { name: '  ' }],
    ['short', { password: 'pendek' }],
    ['digits', { password: '1234567890123' }],
  ])('is refused: %s', async (problem, more) => {
    expect(await create({ email: 'lain@contoh.test', ...more })).toBe(problem);
    await app
      .guest()
      .post('/sign-in', { identifier: 'lain@contoh.test', password: 'jukung di muara' })
      .expect(422);
  });

  it('does not touch whoever has the address', async () => {
    expect(await create({ email: 'norlaila@contoh.test' })).toBe('emailTaken');
    await (await app.as(cast.student)).get('/audit').expect(403);
  });
});
