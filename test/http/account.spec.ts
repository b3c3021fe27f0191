import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCast } from '../support/cast.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
});
afterAll(() => app.close());

const fresh = 'perahu merah di sungai';

describe('the account', () => {
  it('shows the person their own data', async () => {
    const answer = await (await app.as(cast.student)).get('/account').expect(200);
    expect(answer.text).toContain('2411160087');
    expect(answer.text).toContain('UIN Palangka Raya');
    expect(answer.text).toContain('Peserta');
  });
});

describe('changing the password', () => {
  it('keeps this device and ends the others', async () => {
    const here = await app.as(cast.student);
    const there = await app.as(cast.student);
    await here
      .post('/account/password', { current: castPassword, password: fresh })
      .expect(303)
      .expect('Location', '/account');
    await here
      .get('/account')
      .expect(200)
      .expect(/Kata sandi sudah diganti/);
    await there.get('/account').expect(303);
    const signIn = (password: string) =>
      app.guest().post('/sign-in', { identifier: 'norlaila@contoh.test', password });
    await signIn(castPassword).expect(422);
    await signIn(fresh).expect(303);
  });

  it.each([
    ['a wrong current one', { current: 'salah sekali', password: fresh }, 'current-error'],
    ['a short one', { current: castPassword, password: 'pendek' }, 'password-error'],
    ['a common one', { current: castPassword, password: 'indonesia123' }, 'password-error'],
    ['none', { current: castPassword, password: '' }, 'password-error'],
  ])('refuses %s at its field', async (_what, fields, field) => {
    await (
      await app.as(cast.stranger)
    )
      .post('/account/password', fields)
      .expect(422)
      .expect(new RegExp(`id="${field}"`));
  });
});

describe('ending a device', () => {
  const deviceOf = (html: string): string => /name="device" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';

  it('ends one of the own', async () => {
    const here = await app.as(cast.instructor);
    const there = await app.as(cast.instructor);
    const device = deviceOf((await here.get('/account')).text);
    await here.post('/account/devices/end', { device }).expect(303);
    await there.get('/account').expect(303);
  });

  it('leaves those of others alone', async () => {
    const staff = await app.as(cast.staff);
    await app.as(cast.staff);
    const device = deviceOf((await staff.get('/account')).text);
    await (await app.as(cast.stranger)).post('/account/devices/end', { device }).expect(303);
    expect(deviceOf((await staff.get('/account')).text)).toBe(device);
  });
});
