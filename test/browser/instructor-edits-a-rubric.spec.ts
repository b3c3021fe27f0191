import type { Page } from 'playwright-core';
import { Submission } from '../../src/assignments/submission.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom, createQuestion } from '../support/classroom.js';

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

const option = (id: string) => ({ id, text: `Pilihan isi ${id}`, explanation: 'Karena begitu.' });

describe.each([
  ['a phone without JavaScript', phone, false],
  ['a phone', phone, true],
  ['a desk', desk, true],
])('on %s', (where, size, javaScript) => {
  const sound = async (page: Page, name: string): Promise<void> => {
    if (javaScript) await expectSound(page, name); // axe is a script itself
  };

  it('an instructor edits a rubric, and work handed in before keeps its own', async () => {
    const title = `Data awal ${where.replaceAll(' ', '-')}`;
    const { id } = await app.units.inTransaction((manager) =>
      createAssignment(manager, room, {}, { key: `T${where.replaceAll(' ', '-')}`, title }),
    );
    const student = await app.as(cast.student);
    await student.upload(`/assignments/${id}/submission`, { text: 'Isi.', seq: 0 }, []).expect(303);

    const page = await browser.visit({ as: await app.as(cast.instructor), size, javaScript });
    await page.goto(`/assignments/${id}`);
    await page.getByRole('link', { name: 'Sunting tugas dan rubrik' }).click();
    await sound(page, 'edit-rubric');
    await page.getByLabel('Bobot kriteria 1 (%)').fill('50');
    await page.getByRole('button', { name: 'Tambah kriteria' }).click();
    await page.getByLabel('Nama kriteria 3').fill('Ketepatan hitung');
    await page.getByLabel('Bobot kriteria 3 (%)').fill('5');
    for (const level of ['4: Unggul', '3: Memenuhi', '2: Berkembang', '1: Belum'])
      await page.getByLabel(`Kriteria 3, tingkat ${level}`).fill(`Hitungan ${level}`);
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.getByText('Bobot semua kriteria harus berjumlah 100 %', { exact: false }).last().waitFor();
    await sound(page, 'edit-rubric-wrong');
    await page.getByLabel('Bobot kriteria 3 (%)').fill('10');
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.getByText('tetap versi 1').waitFor();
    await sound(page, 'edit-rubric-publication');
    await page.getByRole('button', { name: 'Terbitkan versi 2' }).click();
    await page.getByText('Tugas terbit.').waitFor();
    await sound(page, 'edit-rubric-published');

    const work = await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { activityId: id }));
    await page.goto(`/submissions/${work.id}`);
    expect(await page.getByText('Ketepatan hitung').count()).toBe(0);
    await page.goto(`/assignments/${id}`);
    await page.getByText('Ketepatan hitung').first().waitFor();
    await page.goto(`/activities/${id}/versions/2`);
    await page.getByText('Dibandingkan dengan versi 1').waitFor();
    await sound(page, 'edit-rubric-version');
  });

  it('an instructor finds a question in the bank, adds an option and meets what another wrote', async () => {
    const key = `soal-${where.replaceAll(' ', '-')}`;
    const { id } = await app.units.inTransaction((manager) =>
      createQuestion(manager, room, {
        key,
        type: 'single',
        body: { options: ['a', 'b', 'c'].map(option), correct: 'a' },
      }),
    );
    const page = await browser.visit({ as: await app.as(cast.instructor), size, javaScript });
    await page.goto('/course');
    await page.getByRole('link', { name: 'Buka bank soal' }).click();
    await page.getByLabel('Cari di soal').fill(key);
    await page.getByRole('button', { name: 'Saring' }).click();
    await sound(page, 'question-bank');
    await page.getByRole('link', { name: `Soal ${key}` }).click();
    await sound(page, 'edit-question');
    await page.getByRole('textbox', { name: 'Soal' }).first().fill('Apa yang **pertama** dicatat?');
    await page.getByRole('button', { name: 'Tambah pilihan' }).click();
    await page.getByLabel('Teks pilihan D').fill('Ongkos kirim');
    await page.getByRole('button', { name: 'Terbitkan soal' }).click();
    await page.getByText('Ada yang perlu diperbaiki').waitFor();
    await page.getByLabel('Mengapa pilihan D benar atau salah').fill('Baru dihitung kemudian.');
    const staff = await app.as(cast.staff);
    const fields = {
      type: 'single',
      seen: '1.0',
      step: 'publish',
      level: 'kasus',
      outcome: 'menyebut',
      right: 'b',
    };
    const options = Object.fromEntries(
      ['a', 'b', 'c'].flatMap((letter) => [
        [`option[${letter}]`, `Dari staf ${letter}`],
        [`why[${letter}]`, 'Begitu.'],
      ]),
    );
    await staff.post(`/questions/${id}/edit`, { ...fields, ...options, stem: 'Dari staf' }).expect(303);
    await page.getByRole('button', { name: 'Terbitkan soal' }).click();
    await page.getByText('Soal ini sudah diubah orang lain').waitFor();
    await page.getByRole('cell', { name: 'Dari staf', exact: true }).waitFor();
    await sound(page, 'edit-question-stale');
    await page.getByRole('button', { name: 'Lihat pratinjau' }).click();
    await page.getByRole('strong').getByText('pertama').first().waitFor();
    await sound(page, 'edit-question-preview');
    await page.getByRole('button', { name: 'Terbitkan soal' }).click();
    await page.getByText('Soal terbit.').waitFor();
    await page.getByText('Versi 3').waitFor();
  });
});
