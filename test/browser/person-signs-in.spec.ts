import { hashPassword } from '../../src/people/passwords.js';
import { Person } from '../../src/people/person.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, castPassword, createCast } from '../support/cast.js';

let app: TestApp;
let cast: Cast;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each([
  ['a phone', phone, true],
  ['a desk', desk, true],
  ['a phone without JavaScript', phone, false],
])('on %s', (_where, size, javaScript) => {
  const sound = async (page: Parameters<typeof expectSound>[0], name: string) => {
    if (javaScript) await expectSound(page, name);
  };

  it('a person mistypes, signs in, changes the language and signs out', async () => {
    const page = await browser.visit({ size, javaScript });
    await page.goto('/');
    await sound(page, 'landing');
    await page.goto('/sign-in');
    await sound(page, 'sign-in');
    await page.getByLabel('Surel, nomor HP, atau NIM').fill('norlaila@contoh.test');
    await page.getByLabel('Kata sandi').fill('salah sekali');
    await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page, 'sign-in-wrong');
    expect(await page.getByLabel('Surel, nomor HP, atau NIM').inputValue()).toBe('norlaila@contoh.test');
    await page.getByLabel('Kata sandi').fill(castPassword);
    await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL('**/home');
    await sound(page, 'home-empty');
    await page.goto('/account');
    await sound(page, 'account');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Change password' }).waitFor();
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await page.getByText('Anda sudah keluar.').waitFor();
    await page.goto('/home');
    await page.waitForURL('**/sign-in**');
  });

  it('a person with a temporary password chooses their own', async () => {
    const passwordHash = await hashPassword('kata dari staf');
    const passwordExpiresAt = new Date(testNow.getTime() + 86_400_000);
    await app.units.inTransaction((manager) =>
      manager.update(Person, { id: cast.stranger.id }, { passwordHash, passwordExpiresAt }),
    );
    const page = await browser.visit({ size, javaScript });
    await page.goto('/sign-in?next=/course');
    await page.getByLabel('Surel, nomor HP, atau NIM').fill('suparti@contoh.test');
    await page.getByLabel('Kata sandi').fill('kata dari staf');
    await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Pilih kata sandi baru' }).waitFor();
    await sound(page, 'temporary-password');
    await page.getByLabel('Kata sandi sementara').fill('kata dari staf');
    await page.getByLabel('Kata sandi baru').fill('perahu merah di sungai');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.waitForURL('**/home');
    await page.getByText('Kata sandi sudah diganti.').waitFor();
  });

  it('somebody lost is led home', async () => {
    const page = await browser.visit({ size, javaScript });
    await page.goto('/tidak/ada');
    await page.getByRole('heading', { name: 'Halaman tidak ada' }).waitFor();
    await sound(page, 'not-found');
  });
});
