import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson } from '../support/classroom.js';
import { workbookOf, workbookWithMacro } from '../support/documents.js';
import { pdfOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const text = `# Buku kas

Catat uang masuk dan keluar setiap hari.

[Buku kas kosong](files/buku-kas.xlsx)

:::lapangan
Cetak [formulir kunjungan](files/formulir-kunjungan.pdf) dan bawa dua lembar.
:::
`;

describe.each([
  ['a phone without JavaScript', phone, false],
  ['a phone', phone, true],
  ['a desk', desk, true],
])('on %s', (where, size, javaScript) => {
  const sound = async (page: Page, name: string): Promise<void> => {
    if (javaScript) await expectSound(page, name); // axe is a script itself
  };

  it('an instructor attaches a worksheet and publishes; a student saves it', async () => {
    const workbook = await workbookOf(`Kas ${where}`);
    const title = `Buku kas ${where}`;
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, {}, { key: where.replaceAll(' ', '-'), title }),
    );
    const page = await browser.visit({ as: await app.as(cast.instructor), size, javaScript });
    await page.goto(`/activities/${lesson.id}/edit`);
    await page.getByLabel('Isi materi').fill(text);
    await attach(page, 'Buku Kas.xlsx', await workbookWithMacro());
    await page.getByText('berisi makro').waitFor();
    expect(await page.getByLabel('Isi materi').inputValue()).toBe(text);
    await sound(page, 'attachment-refused');
    await attach(page, 'Buku Kas.xlsx', workbook);
    await page.getByText(/Lampiran buku-kas\.xlsx (siap dipakai|mendapat edisi baru)/).waitFor();
    await attach(page, 'Formulir Kunjungan.pdf', await pdfOf(`Formulir ${where}`));
    await page.getByText(/Lampiran formulir-kunjungan\.pdf (siap|mendapat)/).waitFor();
    await page.getByText('Lampiran kelas ini dan cara menuliskannya').click();
    await sound(page, 'attachment-taken');
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.getByRole('button', { name: 'Terbitkan versi 2' }).click();
    await page.getByText('Materi terbit.').waitFor();

    const reading = await browser.visit({ as: await app.as(cast.student), size, javaScript });
    await reading.goto(`/lessons/${lesson.id}`);
    await sound(reading, 'attachment-lesson');
    const [download] = await Promise.all([
      reading.waitForEvent('download'),
      reading.getByRole('link', { name: 'Buku kas kosong XLSX, 1 kB' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('buku-kas.xlsx');
    expect(await readFile(await download.path())).toEqual(workbook);
    expect(new URL(reading.url()).pathname).toBe(`/lessons/${lesson.id}`);
  });
});

async function attach(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.getByLabel('Tambah lampiran').setInputFiles(file);
  await page.getByRole('button', { name: 'Unggah lampiran' }).click();
}
