import type { Page } from 'playwright-core';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, enrol } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { answerAll, createFullQuiz, startAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quizId: number;
let browser: TestBrowser;
let learners = 0;

const DAY = 24 * 3_600_000;

/** Somebody who answered every question of a quiz wrongly three days ago. */
async function newLearner(): Promise<Client> {
  app.clock.set(testNow);
  const person = await app.units.inTransaction(async (manager) => {
    const name = `Peserta ${'abcdefghijklmnopqrstuvwxyz'.charAt((learners += 1))}`;
    const person = await createPerson(manager, { name, role: 'student' });
    await enrol(manager, room.cohort, person.id, [room.classGroup]);
    return person;
  });
  const client = await app.as(person);
  const id = await startAttempt(client, quizId);
  await answerAll(app.units, client, id, ['single', 'multiple', 'truefalse', 'numeric', 'short']);
  await client.post(`/attempts/${id}/submission`).expect(303);
  app.clock.advance(3 * DAY);
  return await app.as(person);
}

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  const quiz = await app.units.inTransaction((manager) =>
    createFullQuiz(manager, room, {}, { key: 'kuis', title: 'Kuis P1' }),
  );
  quizId = quiz.id;
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Answers the question on the page, whatever its type. */
async function answer(page: Page): Promise<void> {
  const fields = page.locator('[name="answer"]');
  const type = await fields.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') return await fields.first().check();
  const isNumber = (await fields.first().getAttribute('inputmode')) === 'decimal';
  await fields.first().fill(isNumber ? '14.171' : 'musyawarah');
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name }).click();

/** From the first page through the five to the summary; `look` sees every page on the way. */
async function recall(page: Page, look: (page: Page, name: string) => Promise<void>): Promise<void> {
  await page.goto('/home');
  await page.getByText('5 soal, 4 menit').waitFor();
  await look(page, 'recall-home');
  await follow(page, 'Ingat lagi');
  for (let number = 1; number <= 5; number += 1) {
    await page.getByRole('heading', { name: `Soal ${number} dari 5` }).waitFor();
    await look(page, `recall-question-${number}`);
    await answer(page);
    await press(page, 'Periksa jawaban');
    await page.getByText('Soal ini ditanyakan lagi mulai').waitFor();
    await look(page, `recall-answer-${number}`);
    await follow(page, number < 5 ? 'Soal berikutnya' : 'Lihat ringkasan');
  }
  await page.getByRole('heading', { name: 'Ringkasan pekan ini' }).waitFor();
  await look(page, 'recall-summary');
}

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('a student recalls what was missed, five questions one after another', async () => {
    const page = await browser.visit({ as: await newLearner(), size });
    await recall(page, expectSound);
    await page.getByRole('link', { name: 'Soal 1' }).click();
    await page.getByText('Soal ini ditanyakan lagi mulai').waitFor();
    await page.goto('/home');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: 'Ingat lagi' }).count()).toBe(0);
  });

  it('an answer that is left out is asked for', async () => {
    const page = await browser.visit({ as: await newLearner(), size });
    await page.goto('/recall');
    await press(page, 'Periksa jawaban');
    await page.getByText('Pilih atau tulis jawaban dulu').waitFor();
    await expectSound(page, 'recall-empty');
    await answer(page);
    await press(page, 'Periksa jawaban');
    await page.getByText('Soal ini ditanyakan lagi mulai').waitFor();
  });
});

it('works without JavaScript, from the first page to the summary', async () => {
  const page = await browser.visit({ as: await newLearner(), javaScript: false });
  await recall(page, () => Promise.resolve());
});
