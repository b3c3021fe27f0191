import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { castPassword, createCast } from '../support/cast.js';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  await createCast(app);
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

  it('somebody lost is led home', async () => {
    const page = await browser.visit({ size, javaScript });
    await page.goto('/tidak/ada');
    await page.getByRole('heading', { name: 'Halaman tidak ada' }).waitFor();
    await sound(page, 'not-found');
  });
});
