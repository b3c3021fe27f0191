import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson } from '../support/classroom.js';
import { pictureOf } from '../support/files.js';

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

describe.each([
  ['a phone', phone, true],
  ['a desk', desk, true],
  ['a phone without JavaScript', phone, false],
])('on %s', (where, size, javaScript) => {
  it('an instructor writes a lesson with a picture while a student reads the old version', async () => {
    const title = `Dua dompet ${size.width} ${javaScript}`;
    const markdown = '## Dua dompet\n\nPisahkan uang usaha.';
    const html = '<h3>Dua dompet</h3><p>Pisahkan uang usaha.</p>';
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, { markdown, html }, { key: where.replaceAll(' ', '-'), title }),
    );
    const student = await app.as(cast.student);
    await student.postJson(`/lessons/${lesson.id}/opening`, {}).expect(204);

    const page = await browser.visit({ as: await app.as(cast.instructor), size, javaScript });
    await page.goto(`/courses/${room.course.id}/edit`);
    await expectSoundly(page, 'desk-course', javaScript);
    await page.getByRole('link', { name: `Sunting ${title}` }).click();
    await page
      .getByLabel('Tambah gambar')
      .setInputFiles({ name: 'warung.png', mimeType: 'image/png', buffer: await pictureOf('#d9a531') });
    await page.getByRole('button', { name: 'Unggah gambar' }).click();
    await page.getByText('siap dipakai.').waitFor();
    const text = '## Dua dompet\n\nPisahkan uang warung.\n\n![Warung](pictures/warung.webp)';
    await page.getByLabel('Isi materi').fill(text);
    if (javaScript) await page.locator('#shown img[alt="Warung"]').waitFor();
    else await page.getByRole('button', { name: 'Pratinjau' }).click();
    await page.locator('#shown', { hasText: 'Pisahkan uang warung.' }).waitFor();
    await expectSoundly(page, 'desk-lesson', javaScript);
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.getByText('tetap versi 1').waitFor();
    await expectSoundly(page, 'desk-publication', javaScript);
    await page.getByRole('button', { name: 'Terbitkan versi 2' }).click();
    await page.getByText('Materi terbit.').waitFor();
    await page.getByRole('link', { name: 'Riwayat versi' }).click();
    await page.getByRole('link', { name: 'Versi 2' }).click();
    await page.getByText('Yang berubah').first().waitFor();
    await expectSoundly(page, 'desk-version', javaScript);

    await student.get(`/lessons/${lesson.id}`).expect(/Pisahkan uang usaha\./);
  });
});

/** Axe needs scripts. */
async function expectSoundly(page: Parameters<typeof expectSound>[0], name: string, javaScript: boolean) {
  if (javaScript) await expectSound(page, name);
}
