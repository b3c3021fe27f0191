import type { Page, Route } from 'playwright-core';
import { Grading } from '../../src/assignments/grading.entity.js';
import { SubmissionFile } from '../../src/assignments/submission-file.entity.js';
import { Submission } from '../../src/assignments/submission.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser, upload } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createDuo, type Duo } from '../support/duo.js';
import { pdfOf, pictureOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let duo: Duo;
let browser: TestBrowser;
let student: Client;
let pdf: Buffer;

const rubric = [
  ['Bukti persetujuan', 2500, 'Persetujuan berlapis, terekam, dan dipahami pemilik.'],
  ['Kelengkapan', 3000, 'Semua isian terisi; yang kosong diberi alasan.'],
  ['Kewajaran omzet', 3000, 'Dua cara hitung, selisih paling banyak 20 %.'],
  ['Rasa hormat', 1500, 'Waktu, bahasa, dan izin pemilik dijaga.'],
] as const;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  duo = await createDuo(app, room);
  student = await app.as(cast.student);
  pdf = await pdfOf('Keripik Kelakai Bawi Lamus');
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.clock.set(testNow));

let assigned = 0;
const assign = (more: Partial<Activity> = {}): Promise<Activity> =>
  app.units.inTransaction((manager) =>
    createAssignment(
      manager,
      room,
      {
        html: '<p>Tugas duet. Catat data awal satu usaha, dengan izin pemiliknya.</p><h2>Langkah</h2><ol><li>Minta persetujuan berlapis.</li><li>Hitung omzet dengan <strong>dua cara</strong>.</li><li>Tulis selisihnya.</li></ol>',
        rubric: rubric.map(([name, weight, best], index) => ({
          key: `k${index}`,
          name,
          weight,
          levels: { 4: best, 3: 'Hampir semuanya ada.', 2: 'Sebagian ada.', 1: 'Belum ada; dikembalikan.' },
        })),
      },
      { key: `T${(assigned += 1)}`, title: 'T6 · Data awal UMKM dampingan', submitsAs: 'pair', ...more },
    ),
  );

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('a student reads the rubric, writes, uploads, hands in and keeps the receipt', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student, size });
    await page.goto('/assignments');
    await expectSound(page, 'assignments');
    await page.goto(`/assignments/${id}`);
    await page.getByText('Persetujuan berlapis, terekam').waitFor();
    await expectSound(page, 'assignment');
    await page.getByLabel('Tulisan untuk penilai').fill('Omzet dihitung dari nota tiga hari.');
    await page.getByText('Tersimpan 10.00.00 WIB').waitFor();
    await upload(page, 'foto persetujuan.jpg', await pictureOf('#d9a531'));
    await page.getByRole('link', { name: 'foto persetujuan.jpg' }).waitFor();
    await upload(page, 'catatan.pdf', Buffer.from('<!doctype html><p>bukan PDF</p>'));
    await page.getByText('tidak dapat dikenali isinya').waitFor();
    await expectSound(page, 'assignment-trouble');
    await upload(page, 'data-awal-kelakai.pdf', pdf);
    await page.getByRole('link', { name: 'data-awal-kelakai.pdf' }).waitFor();
    await expectSound(page, 'assignment-draft');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('Tugas terkirim').waitFor();
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
    await expectSound(page, 'assignment-handed-in');
    expect(page.url()).toContain(`/assignments/${id}`);
  });
});

describe('returned and graded work', () => {
  it('tells what to revise, and later how the grade came about', async () => {
    const { id } = await assign();
    app.clock.set('2027-09-09T08:00:00+07:00');
    await student
      .post(`/assignments/${id}/submission`, { text: 'Omzet sekitar 9 juta.', seq: 0 })
      .expect(303);
    const judge = (state: 'returned' | 'graded', grading: Partial<Grading>) =>
      app.units.inTransaction(async (manager) => {
        const { id: submissionId } = await manager.findOneByOrFail(Submission, {
          activityId: id,
          state: 'submitted',
        });
        const judgedAt = app.clock.now();
        await manager.update(
          Submission,
          { id: submissionId },
          { state, judgedAt, score: grading.score ?? null },
        );
        await manager.insert(Grading, {
          submissionId,
          round: 1,
          graderId: cast.instructor.id,
          state: state === 'graded' ? 'published' : 'returned',
          levels: grading.levels ?? {},
          feedback: grading.feedback ?? '',
          reason: '',
          scoreBefore: grading.scoreBefore ?? null,
          penalty: grading.penalty ?? 0,
          score: grading.score ?? null,
          version: 1,
          savedAt: judgedAt,
        });
      });
    await judge('returned', { feedback: 'Sebutkan sumber angkanya: nota atau perkiraan?' });
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    await expectSound(page, 'assignment-returned');
    await page.getByRole('button', { name: 'Mulai perbaikan' }).click();
    await page.getByRole('heading', { name: 'Perbaikan', exact: true }).waitFor();
    await page.getByLabel('Tulisan untuk penilai').fill('Omzet 9 juta menurut nota tiga hari.');
    await expectSound(page, 'assignment-revising');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('Tugas terkirim').waitFor();
    await judge('graded', {
      levels: { k0: 4, k1: 3, k2: 3, k3: 4 },
      feedback: 'Dua cara hitung yang rapi. Sebutkan bulan yang dipakai.',
      scoreBefore: 8800,
      penalty: 2000,
      score: 6800,
    });
    await page.goto(`/assignments/${id}`);
    await page.getByText('Terlambat 2 hari: 88,00 − 20,00 = 68,00.').waitFor();
    await page.getByText('Rincian menurut rubrik').click();
    await expectSound(page, 'assignment-graded');
    await page.setViewportSize(desk);
    await expectSound(page, 'assignment-graded');
  });
});

describe('without JavaScript', () => {
  it('text and file go along with whichever button is pressed', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student, javaScript: false });
    await page.goto(`/assignments/${id}`);
    await page.getByLabel('Tulisan untuk penilai').fill('Tanpa skrip');
    await upload(page, 'foto.jpg', await pictureOf('#0d5847'));
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
    await page.getByLabel('Tulisan untuk penilai').fill('Tanpa skrip, diubah');
    await page.getByRole('button', { name: 'Keluarkan foto.jpg' }).click();
    await page.getByText('Belum ada berkas').waitFor();
    expect(await page.getByLabel('Tulisan untuk penilai').inputValue()).toBe('Tanpa skrip, diubah');
    await upload(page, 'data.pdf', pdf);
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
    await page.getByRole('link', { name: 'data.pdf' }).waitFor();
  });
});

describe('with the network gone', () => {
  it('says that the text is not saved, and saves it when it is back', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    await page.context().setOffline(true);
    await page.getByLabel('Tulisan untuk penilai').fill('Ditulis tanpa sinyal');
    await page.getByText('Belum tersimpan; dicoba lagi.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Tersimpan 10.00.00 WIB').waitFor();
    const draft = await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { activityId: id }));
    expect(draft.text).toBe('Ditulis tanpa sinyal');
  });

  it('a broken upload loses no text', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    await page.getByLabel('Tulisan untuk penilai').fill('Tulisan yang panjang');
    await page.route('**/files', (route) => route.abort());
    await upload(page, 'data.pdf', pdf);
    await page.getByText('Pengiriman terputus').waitFor();
    await page.getByText('Tersimpan 10.00.00 WIB').waitFor();
    await page.unroute('**/files');
    await upload(page, 'data.pdf', pdf);
    await page.getByRole('link', { name: 'data.pdf' }).waitFor();
    expect(await page.getByLabel('Tulisan untuk penilai').inputValue()).toBe('Tulisan yang panjang');
  });
});

describe('handing in while the network is slow', () => {
  /** Holds requests to an address back until the test lets them go on, or breaks them off. */
  async function hold(page: Page, address: string) {
    const held = Promise.withResolvers<Route>();
    const end = Promise.withResolvers<'continue' | 'abort'>();
    await page.route(address, async (route) => {
      held.resolve(route);
      await route[await end.promise]();
    });
    return { begun: held.promise, end: end.resolve };
  }

  const handedIn = (activityId: number) =>
    app.units.inTransaction(async (manager) => {
      const [work, ...more] = await manager.findBy(Submission, { activityId });
      if (!work || more.length > 0) throw new Error('not one work');
      const files = await manager.findBy(SubmissionFile, { submissionId: work.id });
      return { state: work.state, text: work.text, files: files.map(({ name }) => name) };
    });

  it('waits for a file under way, and hands it in once however often the button is pressed', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    const file = await hold(page, '**/files');
    await upload(page, 'data.pdf', pdf);
    await file.begun;
    await page.getByLabel('Tulisan untuk penilai').fill('Dengan data');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('Menunggu tulisan dan berkas tersimpan').waitFor();
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    file.end('continue');
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
    expect(await handedIn(id)).toEqual({ state: 'submitted', text: 'Dengan data', files: ['data.pdf'] });
  });

  it('hands in nothing without the file where its sending breaks off', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    await page.getByLabel('Tulisan untuk penilai').fill('Lihat data');
    await page.getByText('Tersimpan 10.00.00 WIB').waitFor();
    const file = await hold(page, '**/files');
    await upload(page, 'data.pdf', pdf);
    await file.begun;
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    file.end('abort');
    await page.getByText('Belum dikirim: ada yang belum tersimpan.').waitFor();
    await page.getByText('Pengiriman terputus').waitFor();
    await expectSound(page, 'assignment-not-sent');
    expect(await handedIn(id)).toEqual({ state: 'draft', text: 'Lihat data', files: [] });
    await page.unroute('**/files');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
  });

  it('waits for a save under way, and sees no other member in it', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    const save = await hold(page, '**/text');
    await page.getByLabel('Tulisan untuk penilai').fill('Awal');
    await save.begun;
    await page.getByLabel('Tulisan untuk penilai').fill('Awal dan akhir');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    save.end('continue');
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
    expect(await handedIn(id)).toMatchObject({ state: 'submitted', text: 'Awal dan akhir' });
  });

  it('stays on the page where the text cannot be saved', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    await page.context().setOffline(true);
    await page.getByLabel('Tulisan untuk penilai').fill('Tanpa sinyal');
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('Belum dikirim: ada yang belum tersimpan.').waitFor();
    expect(await page.getByLabel('Tulisan untuk penilai').inputValue()).toBe('Tanpa sinyal');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await page.getByText('TANDA TERIMA TUGAS').waitFor();
    expect(await handedIn(id)).toMatchObject({ state: 'submitted', text: 'Tanpa sinyal' });
  });
});

describe('two members at once', () => {
  it('the slower one is told, and nothing is overwritten', async () => {
    const { id } = await assign();
    const page = await browser.visit({ as: student });
    await page.goto(`/assignments/${id}`);
    const partner = await app.as(duo.partner);
    await partner.post(`/assignments/${id}/text`, { text: 'Dari Deri', seq: 0 }).expect(303);
    await page.getByLabel('Tulisan untuk penilai').fill('Dari Norlaila');
    await page.getByText('Anggota lain mengubah tulisan ini').waitFor();
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Tulisan ini sudah berubah').waitFor();
    await expectSound(page, 'assignment-stale');
    const draft = await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { activityId: id }));
    expect(draft.text).toBe('Dari Deri');
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await page.getByText('Draf tersimpan.').waitFor();
  });
});
