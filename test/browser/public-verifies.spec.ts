import { Certificate } from '../../src/certificates/certificate.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { createGraduation, graduate, type Graduation, issue } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let browser: TestBrowser;
let valid: Certificate;
let revoked: Certificate;
let holder: { id: number };

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  const enrolments = await app.units.inTransaction(async (manager) => [
    await graduate(manager, graduation, { name: 'Ahmad Fauzan' }),
    await graduate(manager, graduation, { name: 'Ririn Antang' }),
  ]);
  [valid, revoked] = (await issue(app, graduation, enrolments)) as [Certificate, Certificate];
  holder = { id: enrolments[0]?.personId ?? 0 };
  await (
    await app.as(graduation.cast.staff)
  )
    .post(`/certificates/${revoked.id}/revocation`, { reason: 'dishonesty' })
    .expect(303);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('anyone types the code beside the QR and compares what is printed', async () => {
    const page = await browser.visit({ size });
    await page.goto('/verify');
    await expectSound(page, 'verify-form');
    await page.getByLabel('Kode sertifikat').fill(valid.code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('Sertifikat ini asli dan berlaku').waitFor();
    await page.getByRole('heading', { name: 'Ahmad Fauzan' }).waitFor();
    await page.getByRole('row', { name: `Nomor ${valid.number}` }).waitFor();
    await expectSound(page, 'verify-valid');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('This certificate is genuine and valid').waitFor();
    await expectSound(page, 'verify-valid-english');
  });

  it('reads that one was revoked, and that a code is unknown', async () => {
    const page = await browser.visit({ size });
    await page.goto(`/verify/${revoked.code}`);
    await page.getByText('pelanggaran kejujuran').waitFor();
    await expectSound(page, 'verify-revoked');
    await page.goto('/verify');
    await page.getByLabel('Kode sertifikat').fill('7KQF-2M9X-RT4D-8WPA');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Kode ini tidak kami kenal' }).waitFor();
    expect(await page.getByLabel('Kode sertifikat').inputValue()).toBe('7KQF-2M9X-RT4D-8WPA');
    await expectSound(page, 'verify-unknown');
  });

  it('the holder finds the certificate, and whoever has none what is missing', async () => {
    const page = await browser.visit({ as: await app.as(holder), size });
    await page.goto('/certificate');
    await expectSound(page, 'own-certificate');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Unduh sertifikat/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Sertifikat 0001-.* Ahmad Fauzan\.pdf$/);
    await page.getByRole('link', { name: new RegExp(valid.code) }).click();
    await page.getByText('Sertifikat ini asli dan berlaku').waitFor();

    const other = await browser.visit({ as: await app.as(graduation.cast.student), size });
    await other.goto('/certificate');
    await expectSound(other, 'own-certificate-none');
    await other.getByRole('link', { name: 'Lihat yang masih kurang' }).click();
    await other.getByRole('heading', { name: 'Menuju sertifikat' }).waitFor();
  });
});
