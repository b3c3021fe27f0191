import type { Page } from 'playwright-core';
import type { Activity } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, picture, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, enrol } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { answerTo, createFullQuiz, placeOf, storedAttempt, type StoredQuestion } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quiz: Activity;
let browser: TestBrowser;
let learners = 0;

async function newLearner(): Promise<Client> {
  const person = await app.units.inTransaction(async (manager) => {
    const name = `Peserta ${'abcdefghijklmnopqrstuvwxyz'.charAt((learners += 1))}`;
    const person = await createPerson(manager, { name, role: 'student' });
    await enrol(manager, room.cohort, person.id, [room.classGroup]);
    return person;
  });
  return await app.as(person);
}

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  quiz = await app.units.inTransaction((manager) =>
    createFullQuiz(
      manager,
      room,
      {},
      { key: 'kuis', title: 'Kuis P1', mustPass: ['single'], critical: 'ethics' },
    ),
  );
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.clock.set(testNow));

/** Begins the quiz by its button; the attempt's id. */
async function begin(page: Page): Promise<number> {
  await page.goto(`/quizzes/${quiz.id}`);
  await page.getByRole('button', { name: 'Mulai percobaan 1' }).click();
  await page.waitForURL(/\/attempts\/\d+/);
  return Number(/attempts\/(\d+)/.exec(page.url())?.[1]);
}

const stored = async (id: number) => await storedAttempt(app.units, id);
const said = (page: Page, text: string | RegExp) => page.locator('#saved', { hasText: text }).waitFor();
const navigate = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Soal ${number}:`) }).click();

/** Answers the question on the page, whatever its type. */
async function answer(page: Page): Promise<void> {
  const fields = page.locator('section:not([hidden]) [name="answer"]');
  const type = await fields.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') return await fields.first().check();
  const isNumber = (await fields.first().getAttribute('inputmode')) === 'decimal';
  await fields.first().fill(isNumber ? '14.171' : 'musyawarah');
}

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('a student reads what to expect, answers, hands in and reads the result', async () => {
    const page = await browser.visit({ as: await newLearner(), size });
    await page.goto(`/quizzes/${quiz.id}`);
    await expectSound(page, 'quiz');
    const id = await begin(page);
    for (let number = 1; number <= 5; number += 1) {
      await page.getByRole('heading', { name: `Soal ${number} dari 5` }).waitFor();
      await answer(page);
      if (number === 2)
        await page.locator('section:not([hidden])').getByLabel('Tandai untuk ditinjau lagi').check();
      if (number === 1) await expectSound(page, 'question');
      await page.locator('section:not([hidden])').getByRole('button', { name: 'Simpan dan lanjut' }).click();
    }
    await page.getByRole('heading', { name: 'Tinjau sebelum dikumpulkan' }).waitFor();
    await page.getByText('Semua soal terjawab.').waitFor();
    await expectSound(page, 'review');
    await page.getByRole('button', { name: 'Kumpulkan kuis' }).click();
    await page.getByRole('heading', { name: 'Hasil Kuis P1' }).waitFor();
    await expectSound(page, 'result');
    const { attempt, questions } = await stored(id);
    expect(attempt.state).toBe('scored');
    expect(questions.every(({ value }) => value !== null)).toBe(true);
    await page.goto(`/quizzes/${quiz.id}`);
    await picture(page, 'quiz-after');
  });
});

describe('each type of question', () => {
  let page: Page;
  let id: number;
  beforeAll(async () => {
    page = await browser.visit({ as: await newLearner() });
    id = await begin(page);
  });

  it.each([1, 2, 3, 4, 5])('bars nobody: question %i', async (number) => {
    await page.goto(`/attempts/${id}?question=${number}`);
    await answer(page);
    await expectSound(page, `question-${number}`);
  });
});

describe('without JavaScript', () => {
  it('every flow works: answer, go back, see what is missing, hand in', async () => {
    const page = await browser.visit({ as: await newLearner(), javaScript: false });
    const id = await begin(page);
    await answer(page);
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByRole('heading', { name: 'Soal 2 dari 5' }).waitFor();
    await answer(page);
    await page.getByRole('button', { name: 'Sebelumnya' }).click();
    await page.getByRole('heading', { name: 'Soal 1 dari 5' }).waitFor();
    await navigate(page, 4);
    await answer(page);
    await page.getByRole('button', { name: 'Tinjau dan kumpulkan' }).click();
    await page.getByText('2 soal belum dijawab').waitFor();
    await page.getByRole('button', { name: 'Kumpulkan kuis' }).click();
    await page.getByRole('heading', { name: 'Hasil Kuis P1' }).waitFor();
    const { questions } = await stored(id);
    expect(questions.map(({ value }) => value !== null)).toEqual([true, true, false, true, false]);
  });

  it('a page that was overtaken shows both answers', async () => {
    const client = await newLearner();
    const page = await browser.visit({ as: client, javaScript: false });
    const id = await begin(page);
    const { questions } = await stored(id);
    const place = placeOf(questions, 'single');
    const other = answerTo(questions[place - 1] as StoredQuestion, 'right');
    await page.goto(`/attempts/${id}?question=${place}`);
    await page.getByLabel('Diam saja').check();
    await client.post(`/attempts/${id}/answers`, { question: place, seq: 0, answer: other }).expect(303);
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByText('Jawaban ini sudah diubah di tempat lain').waitFor();
    await picture(page, 'conflict');
    await page.getByRole('button', { name: 'Pakai jawaban yang baru' }).click();
    await page.waitForURL(/question=/);
    expect((await stored(id)).questions[place - 1]).toMatchObject({ value: 'c', seq: 2 });
  });
});

describe('with the network gone', () => {
  it('a student answers on, and nothing is lost when it is back', async () => {
    const page = await browser.visit({ as: await newLearner() });
    const id = await begin(page);
    await page.locator('section[hidden]').nth(3).waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    for (let number = 1; number <= 5; number += 1) {
      await navigate(page, number);
      await answer(page);
    }
    await said(page, 'Disimpan di HP ini');
    await picture(page, 'offline');
    expect((await stored(id)).log).toEqual([]);
    await page.getByRole('button', { name: 'Tinjau dan kumpulkan' }).click();
    await page.getByText('Masih ada jawaban di HP ini yang belum terkirim').waitFor();
    await page.context().setOffline(false);
    await said(page, 'Tersimpan 10.00.00 WIB');
    const { questions, log } = await stored(id);
    expect(questions.every(({ value, seq }) => value !== null && seq === 1)).toBe(true);
    expect(log.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'write'));
  });

  it('what was left on the phone is shown and sent after the page is opened again', async () => {
    const page = await browser.visit({ as: await newLearner() });
    const id = await begin(page);
    await page.context().setOffline(true);
    await answer(page);
    await said(page, 'Disimpan di HP ini');
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto(`/attempts/${id}?question=1`);
    await said(page, /^Tersimpan/);
    expect((await stored(id)).questions[0]).toMatchObject({ seq: 1 });
    expect((await stored(id)).questions[0]?.value).not.toBeNull();
  });

  it('an answer whose reply was lost is written once, and the next one follows it', async () => {
    const page = await browser.visit({ as: await newLearner() });
    const id = await begin(page);
    const place = placeOf((await stored(id)).questions, 'single');
    await page.goto(`/attempts/${id}?question=${place}`);
    let lost = 0;
    await page.route('**/answers', async (route) => {
      if (lost > 0) return await route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.getByLabel('Diam saja').check();
    await said(page, 'Disimpan di HP ini');
    await page.getByLabel('Menolak dengan sopan').check();
    await said(page, /^Tersimpan/);
    const { questions, log } = await stored(id);
    expect(questions[place - 1]).toMatchObject({ value: 'a', seq: 2 });
    expect(log.map(({ value, outcome }) => [value, outcome])).toEqual([
      ['c', 'write'],
      ['a', 'write'],
    ]);
  });

  it('what one person left on a phone is not sent as another', async () => {
    const first = await newLearner();
    const page = await browser.visit({ as: first });
    const id = await begin(page);
    await page.route('**/answers', (route) => route.abort());
    await answer(page);
    await said(page, 'Disimpan di HP ini');
    await page.goto('about:blank');
    await page.unroute('**/answers');
    const second = await newLearner();
    await browser.enter(page, second);
    const other = await begin(page);
    await answer(page);
    await said(page, /^Tersimpan/);
    expect((await stored(id)).log).toEqual([]);
    expect((await stored(other)).log).toHaveLength(1);
  });
});

describe('two pages open at once', () => {
  it('the slower one shows both answers, and overwrites only when told to', async () => {
    const page = await browser.visit({ as: await newLearner() });
    const id = await begin(page);
    const place = placeOf((await stored(id)).questions, 'single');
    await page.goto(`/attempts/${id}?question=${place}`);
    const second = await page.context().newPage();
    await second.goto(`/attempts/${id}?question=${place}`);
    await second.getByLabel('Menolak dengan sopan').check();
    await said(second, /^Tersimpan/);
    await page.getByLabel('Diam saja').click();
    await page.getByText('Jawaban ini sudah diubah di tempat lain').waitFor();
    await expectSound(page, 'conflict-script');
    expect((await stored(id)).questions[place - 1]).toMatchObject({ value: 'a', seq: 1 });
    await page.getByRole('button', { name: 'Pakai jawaban yang baru' }).click();
    await said(page, /^Tersimpan/);
    expect((await stored(id)).questions[place - 1]).toMatchObject({ value: 'c', seq: 2 });
  });
});

describe('when the time is up', () => {
  it('the page sends what was typed and shows the result', async () => {
    const page = await browser.visit({ as: await newLearner() });
    const id = await begin(page);
    const place = placeOf((await stored(id)).questions, 'short');
    app.clock.advance(15 * 60_000 - 3000);
    await page.goto(`/attempts/${id}?question=${place}`);
    await answer(page);
    await said(page, /^Tersimpan/);
    app.clock.advance(4000);
    await page.getByText('Waktu habis').waitFor();
    await page.getByRole('heading', { name: 'Hasil Kuis P1' }).waitFor();
    await picture(page, 'time-up');
    const { attempt, questions } = await stored(id);
    expect(attempt.submittedAt).toEqual(new Date(testNow.getTime() + 15 * 60_000));
    expect(questions[place - 1]?.value).toBe('musyawarah');
  });
});
