import { DataSource } from 'typeorm';
import { Certificate } from '../../src/certificates/certificate.entity.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { createGraduation, graduate, type Graduation } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  browser = await openBrowser(app);
});
beforeEach(() => app.clock.set(testNow));
afterAll(async () => {
  await browser.close();
  await app.close();
});

const numbers = async (): Promise<string[]> => {
  const rows = await app.app.get(DataSource).manager.find(Certificate, { order: { number: 'ASC' } });
  return rows.map(({ number }) => number.slice(0, 4));
};

async function twoMore(names: [string, string]): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    for (const name of names) await graduate(manager, graduation, { name });
  });
}

async function publishDue(): Promise<void> {
  app.clock.advance(10 * 60_000);
  await app.app.get(Worker).workOff();
}

describe.each([
  ['a phone', phone, ['Ahmad Fauzan', 'Elsi Binti'], ['0001', '0002']],
  ['a desk', desk, ['Ririn Antang', 'Lisa Niun'], ['0001', '0002', '0003', '0004']],
] as const)('on %s', (_where, size, names, expected) => {
  it('one proposes after a look, another confirms, and the certificates are out', async () => {
    await twoMore([...names]);
    const page = await browser.visit({ as: await app.as(graduation.cast.staff), size });
    await page.goto(graduation.board);
    await page.getByText('Nilai akhir –; perlu 70,00.').waitFor();
    await expectSound(page, 'certificate-board');
    await page.getByRole('button', { name: 'Periksa usulan 2 sertifikat' }).click();
    await page.getByRole('rowheader', { name: names[0] }).waitFor();
    await expectSound(page, 'certificate-preview');
    await page.getByRole('button', { name: 'Usulkan 2 sertifikat' }).click();
    await page.getByText('orang lain yang harus menyetujuinya').waitFor();
    await expectSound(page, 'certificate-batch-proposed');

    const other = await browser.visit({ as: await app.as(graduation.second), size });
    await other.goto(graduation.board);
    await other.getByRole('link', { name: /menunggu orang kedua/ }).click();
    await expectSound(other, 'certificate-batch-confirm');
    await other.getByRole('button', { name: 'Setujui 2 sertifikat' }).click();
    await other.getByRole('button', { name: 'Batalkan penerbitan' }).waitFor();
    await expectSound(other, 'certificate-batch-confirmed');

    await publishDue();
    await other.reload();
    await other.getByText('Sudah terbit.').waitFor();
    await expectSound(other, 'certificate-batch-published');
    expect(await numbers()).toEqual(expected);
    await other.getByRole('link', { name: new RegExp(`^${expected.at(-1)}/`) }).click();
    await expectSound(other, 'certificate-office');
    await other.getByRole('link', { name: 'Periksa cetak ulang' }).click();
    await expectSound(other, 'certificate-reissue');
  });
});

describe('what goes otherwise', () => {
  it('is waived, chosen one by one, and taken back in time', async () => {
    const before = await numbers();
    await app.units.inTransaction((manager) =>
      graduate(manager, graduation, { name: 'Siti Aminah', visits: 3 }),
    );
    const page = await browser.visit({ as: await app.as(graduation.cast.staff), size: desk });
    await page.goto(`${graduation.board}?q=siti`);
    await page.getByRole('link', { name: 'Siti Aminah' }).click();
    await expectSound(page, 'certificate-requirements');
    await page.getByLabel('Alasan').fill('Surat Kepala UPT 12/2027');
    await page.getByRole('button', { name: 'Bebaskan dari syarat ini' }).click();
    await page.getByText('dibebaskan: Surat Kepala UPT 12/2027').waitFor();
    await page.goto(`${graduation.board}?q=siti`);
    await page.getByRole('checkbox', { name: 'Pilih Siti Aminah' }).check();
    await page.getByRole('button', { name: 'Periksa usulan untuk yang dipilih' }).click();
    await page.getByRole('button', { name: 'Usulkan 1 sertifikat' }).click();
    const address = page.url();
    const other = await browser.visit({ as: await app.as(graduation.cast.admin), size: desk });
    await other.goto(address);
    await other.getByRole('button', { name: 'Setujui 1 sertifikat' }).click();
    await other.getByRole('button', { name: 'Batalkan penerbitan' }).click();
    await other.getByText('Dibatalkan sebelum terbit.').waitFor();
    await publishDue();
    expect(await numbers()).toEqual(before);
  });

  it('goes without JavaScript all the same', async () => {
    const before = (await numbers()).length;
    const page = await browser.visit({ as: await app.as(graduation.cast.staff), javaScript: false });
    await page.goto(`${graduation.board}?show=qualifies`);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Periksa usulan untuk yang dipilih' }).click();
    await page.getByRole('button', { name: 'Usulkan 1 sertifikat' }).click();
    const other = await browser.visit({ as: await app.as(graduation.second), javaScript: false });
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Setujui 1 sertifikat' }).click();
    await other.getByRole('button', { name: 'Batalkan penerbitan' }).waitFor();
    await publishDue();
    expect((await numbers()).length).toBe(before + 1);
  });

  it('the signatories are kept', async () => {
    const page = await browser.visit({ as: await app.as(graduation.cast.staff), size: phone });
    await page.goto('/signatories');
    await expectSound(page, 'signatories');
    await page.getByRole('link', { name: 'Dra. Yosevina Tundan, M.Si.' }).click();
    await expectSound(page, 'signatory');
  });
});
