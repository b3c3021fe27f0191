import { Submission } from '../../src/assignments/submission.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createDuo } from '../support/duo.js';
import { pdfOf, pictureOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let browser: TestBrowser;
let instructor: Client;
let assigned = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await createDuo(app, room);
  instructor = await app.as(cast.instructor);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Work of a pair with a PDF and a picture; its address on the desk. */
async function handedIn(): Promise<string> {
  const key = `T${(assigned += 1)}`;
  const { id: activityId } = await app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key, title: `${key} · Data awal UMKM`, submitsAs: 'pair' }),
  );
  const student = await app.as(cast.student);
  await student
    .upload(`/assignments/${activityId}/submission`, { text: 'Dua cara hitung, selisih 8,4 %.', seq: 0 }, [
      { name: 'files', file: 'data-awal.pdf', content: await pdfOf(`Keripik Kelakai ${key}`) },
      { name: 'files', file: 'foto.jpg', content: await pictureOf('#d9a531') },
    ])
    .expect(303);
  const { id } = await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { activityId }));
  return `/submissions/${id}`;
}

const stateOf = async (address: string): Promise<string> => {
  const id = Number(address.split('/').at(-1));
  return (await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { id }))).state;
};

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('an instructor goes from the queue to the desk, grades and comes to the next', async () => {
    const first = await handedIn();
    const second = await handedIn();
    const page = await browser.visit({ as: instructor, size });
    await page.goto('/grading');
    await expectSound(page, 'grading');
    await page.goto(first);
    await expectSound(page, 'desk');
    await page.getByText('4', { exact: false }).first().waitFor();
    for (const criterion of ['bukti', 'rapi'])
      await page.locator(`input[name="level[${criterion}]"][value="4"]`).check({ force: true });
    await page.locator('#score', { hasText: '100,00' }).waitFor();
    await page.getByLabel('Umpan balik').fill('Rapi.');
    await page.getByRole('button', { name: 'Terbitkan nilai dan lanjut' }).click();
    await page.getByText('Nilai terbit.').waitFor();
    expect(page.url()).toContain(second);
    expect(await stateOf(first)).toBe('graded');
    await instructor
      .post(`${second}/grade`, { 'level[bukti]': 3, 'level[rapi]': 3, seen: '0.0' })
      .expect(303);
    await page.goto('/grading');
    await expectSound(page, 'grading-empty');
    await page.getByRole('link', { name: 'Belum mengumpulkan dan izin terlambat' }).click();
    await page.getByRole('button', { name: 'Saring' }).click();
    await page.getByText('Semua sudah mengumpulkan').waitFor();
    await expectSound(page, 'grading-leaves');
  });

  it('an instructor judges live from the list of the class, and the learner reads it', async () => {
    const title = `Presentasi ${size.width}`;
    await app.units.inTransaction((manager) =>
      createAssignment(manager, room, {}, { key: title, title, submitsAs: 'none' }),
    );
    const page = await browser.visit({ as: instructor, size });
    await page.goto('/grading');
    await page.getByRole('link', { name: 'Dinilai langsung' }).click();
    await page.getByLabel('Tugas').selectOption(title);
    await page.getByRole('button', { name: 'Saring' }).click();
    await expectSound(page, 'live');
    await page.getByRole('button', { name: 'Nilai Norlaila' }).click();
    await page.getByRole('heading', { name: 'Petunjuk' }).waitFor();
    for (const criterion of ['bukti', 'rapi'])
      await page.locator(`label:has(input[name="level[${criterion}]"][value="3"])`).click();
    await page.getByLabel('Umpan balik').fill('Suara jelas.');
    await expectSound(page, 'live-desk');
    await page.getByRole('button', { name: 'Terbitkan nilai dan lanjut' }).click();
    await page.getByText('1 dari 2 peserta sudah dinilai').waitFor();
    await expectSound(page, 'live-graded');

    const learner = await browser.visit({ as: await app.as(cast.student), size });
    await learner.goto('/assignments?state=graded');
    await learner.getByRole('link', { name: title }).click();
    await learner.getByText('Suara jelas.').waitFor();
    await expectSound(learner, 'live-learner');
  });
});

describe('the keyboard alone', () => {
  it('gives levels, publishes and walks', async () => {
    const first = await handedIn();
    const second = await handedIn();
    const page = await browser.visit({ as: instructor, size: desk });
    await page.goto(first);
    await page.keyboard.press('j');
    await page.waitForURL(`**${second}`);
    await page.keyboard.press('k');
    await page.waitForURL(`**${first}`);
    await page.keyboard.press('?');
    await page.getByText('tingkat untuk kriteria yang dipilih').waitFor();
    await page.keyboard.press('4');
    await page.keyboard.press('3');
    await page.locator('#score', { hasText: '92,00' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`**${second}`);
    expect(await stateOf(first)).toBe('graded');
    await instructor
      .post(`${second}/grade`, { 'level[bukti]': 3, 'level[rapi]': 3, seen: '0.0' })
      .expect(303);
  });
});

describe('two people at once', () => {
  it('the slower one sees both and overwrites nothing', async () => {
    const address = await handedIn();
    const page = await browser.visit({ as: instructor, size: desk });
    await page.goto(address);
    const staff = await app.as(cast.staff);
    await staff.post(`${address}/grade`, { 'level[bukti]': 1, 'level[rapi]': 2, seen: '0.0' }).expect(303);
    await page.keyboard.press('4');
    await page.keyboard.press('4');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Tidak dapat menyimpan nilai.').waitFor();
    await page.getByText('Nilai yang tersimpan: tingkat 1').waitFor();
    await expectSound(page, 'desk-stale');
    await page.getByLabel('Alasan memperbaiki nilai').fill('Dua cara hitung ada di lampiran');
    await page.getByRole('button', { name: 'Perbaiki nilai' }).click();
    await page.getByText('Nilai terbit.').waitFor();
  });
});

describe('without JavaScript', () => {
  it('work is given back with a comment', async () => {
    const address = await handedIn();
    const page = await browser.visit({ as: instructor, size: phone, javaScript: false });
    await page.goto(address);
    await page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click();
    await page.getByText('Tulis apa yang perlu diperbaiki.').waitFor();
    await page.getByLabel('Umpan balik').fill('Sebutkan sumber angkanya.');
    await page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click();
    await page.getByText('Tugas dikembalikan untuk diperbaiki.').waitFor();
    expect(await stateOf(address)).toBe('returned');
  });
});
