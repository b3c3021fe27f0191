import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, enrol } from '../support/classroom.js';
import { createFullQuiz, storedAttempt } from '../support/quiz.js';

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
  const sound = async (page: Page, name: string): Promise<void> => {
    if (javaScript) await expectSound(page, name); // axe is a script itself
  };

  it('an instructor changes a quiz and publishes while a student is in an attempt', async () => {
    const key = where.replaceAll(' ', '-');
    const title = `Kuis ${where}`;
    const { quiz, person } = await app.units.inTransaction(async (manager) => {
      const person = await createPerson(manager, { name: `Peserta ${key}`, role: 'student' });
      await enrol(manager, room.cohort, person.id, [room.classGroup]);
      return { quiz: await createFullQuiz(manager, room, {}, { key, title }), person };
    });
    const student = await browser.visit({ as: await app.as(person), size, javaScript });
    await student.goto(`/quizzes/${quiz.id}`);
    await student.getByRole('button', { name: 'Mulai percobaan 1' }).click();
    await student.waitForURL(/\/attempts\/\d+/);
    const attemptId = Number(/attempts\/(\d+)/.exec(student.url())?.[1]);
    const { attempt } = await storedAttempt(app.units, attemptId);

    const page = await browser.visit({ as: await app.as(cast.instructor), size, javaScript });
    await page.goto(`/courses/${room.course.id}/edit`);
    await page.getByRole('link', { name: `Sunting ${title}`, exact: true }).click();
    await sound(page, 'desk-quiz');
    await page.getByLabel('Jumlah soal').fill('0');
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.locator('#questions-error').waitFor();
    await sound(page, 'desk-quiz-wrong');
    await page.getByLabel('Jumlah soal').fill('99');
    await page.getByLabel('Waktu (menit)').fill('45');
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    await page.getByText('tetap versi 1').waitFor();
    await page.getByText('padahal kuis ini meminta 99').waitFor();
    await sound(page, 'desk-quiz-publication');
    await page.getByRole('button', { name: 'Terbitkan versi 2' }).click();
    await page.getByText('Kuis terbit.').waitFor();
    await page.getByRole('link', { name: 'Riwayat versi' }).click();
    await page.getByRole('link', { name: 'Versi 2' }).click();
    await page.getByLabel('Bandingkan dengan').selectOption('Versi 1');
    await page.getByRole('button', { name: 'Bandingkan', exact: true }).click();
    await page.getByText('Dibandingkan dengan versi 1').waitFor();
    await sound(page, 'desk-quiz-version');

    await student.reload();
    await student.getByRole('heading', { name: 'Soal 1 dari 5' }).first().waitFor();
    expect((await storedAttempt(app.units, attemptId)).attempt).toEqual(attempt);
  });
});
