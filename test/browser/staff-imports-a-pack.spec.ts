import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import type { CoursePack } from '../../src/course-packs/course-pack.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { writePack } from '../../src/course-packs/pack-writer.js';
import { writeArchive } from '../../src/course-packs/write-archive.js';
import { Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let browser: TestBrowser;
let pack: CoursePack;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  pack = await readPackOf('test/packs/satu-pertemuan');
  await app.app.get(PackImportService).import(pack, null);
  browser = await openBrowser(app);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** The pack with another sentence at the end of its lesson, and one question more. */
function changedPack(sentence: string): CoursePack {
  return {
    ...pack,
    sessions: pack.sessions.map((session) => {
      const [first] = session.questions;
      return {
        ...session,
        questions: first ? [...session.questions, { ...first, key: `${first.key}-b` }] : [],
        activities: session.activities.map((one) =>
          one.kind === 'lesson'
            ? { ...one, content: { ...one.content, markdown: `${one.content.markdown}\n${sentence}\n` } }
            : one,
        ),
      };
    }),
  };
}

async function choose(page: Page, name: string, files: Parameters<typeof writeArchive>[0]): Promise<void> {
  const buffer = await writeArchive(files);
  await page.getByLabel('Paket materi').setInputFiles({ name, mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: 'Periksa paket' }).click();
}

describe.each([
  ['on a phone', phone, true],
  ['at the office', desk, true],
  ['without scripts', phone, false],
])('staff who bring a changed pack, %s', (_where, size, javaScript) => {
  const shot = (name: string) => `import-${name}-${size.width}${javaScript ? '' : '-plain'}`;
  const sentence = `Kalimat tambahan untuk ${size.width}${javaScript ? '' : ' tanpa skrip'}.`;

  it('mend what is wrong, see what changes, agree, and the lesson says it', async () => {
    const page = await browser.visit({ as: await app.as(cast.staff), size, javaScript });
    await page.goto('/course');
    await page.getByRole('link', { name: 'Impor paket materi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Impor paket materi' }).waitFor();

    const broken = writePack({ ...changedPack(sentence), title: '' });
    await choose(page, 'kelas-keliru.zip', broken);
    await page.getByText(/^course\.yaml, baris \d+/).waitFor();
    await page.getByText('Belum ada yang berubah.').first().waitFor();
    if (javaScript) await expectSound(page, shot('problems'));

    await choose(page, 'kelas-baru.zip', writePack(changedPack(sentence)));
    await page.getByRole('heading', { level: 1, name: /^Paket: / }).waitFor();
    if (javaScript) await expectSound(page, shot('preview'));
    await page.getByRole('link', { name: /^Materi / }).click();
    await page.getByText(sentence).waitFor();
    if (javaScript) await expectSound(page, shot('change'));
    await page.goBack();

    await page.getByRole('button', { name: /^Masukkan \d perubahan$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Memasukkan paket materi' }).waitFor();
    await app.work();
    await page.getByRole('link', { name: 'Lihat hasilnya' }).click();
    await page.getByText('Paket selesai dimasukkan').waitFor();
    if (javaScript) await expectSound(page, shot('done'));

    const manager = app.app.get(DataSource).manager;
    const lesson = pack.sessions[0]?.activities.find(({ kind }) => kind === 'lesson');
    const { id, currentVersionId } = await manager.findOneByOrFail(Activity, { key: lesson?.key ?? '' });
    expect(await manager.countBy(ActivityVersion, { activityId: id })).toBeGreaterThan(1);
    expect(currentVersionId).not.toBeNull();
    await page.goto(`/lessons/${id}`);
    await page.getByText(sentence).waitFor();
  }, 120_000);
});
