import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/people/person.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { createPerson } from '../support/cast.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

let app: TestApp;
let browser: TestBrowser;
let taught: TaughtCourse;
/** Somebody else at the same device. */
let sharer: Person;

beforeAll(async () => {
  app = await startApp();
  taught = await teachCourse(app, 2);
  sharer = await app.units.inTransaction(async (manager) => {
    await manager.delete(Progress, { enrolmentId: taught.enrolment.id });
    return await createPerson(manager, { name: 'Melki Sangen', role: 'staff' });
  });
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.clock.set('2027-08-03T03:00:00Z')); // the morning of P1

const lessonOfP1 = () =>
  taught.activities.find(({ kind, session }) => kind === 'lesson' && session.number === 1)!;

/** Opens the lesson from the path of the course, by way of its session. */
async function openLesson(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await page.goto('/course');
  await main
    .getByRole('listitem')
    .filter({ hasText: /P1\D.*bacaan 12 menit, \d+ kB/ })
    .waitFor();
  await main.getByRole('link', { name: lessonOfP1().session.title }).click();
  await main.getByText(/^12 menit · \d+ kB$/).waitFor();
  await main.locator(`a[href="/lessons/${lessonOfP1().id}"]`).click();
  await page.waitForURL(`**/lessons/${lessonOfP1().id}`);
}

const readTo = (page: Page, section: string) =>
  page.evaluate(
    `[...document.querySelectorAll('h2')].find(({ textContent }) => textContent === '${section}').scrollIntoView()`,
  );

/** What the device keeps of reading. */
const kept = (page: Page): Promise<string> => page.evaluate('Object.values(localStorage).join()');

/** Waits until the device has noted where the reader is, or that there is nothing left to read. */
async function noted(page: Page, isPlaceKept: boolean): Promise<void> {
  while ((await kept(page)).includes('bagian-') !== isPlaceKept) await pause(50);
}

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('a student sees what a lesson costs, reads, leaves, and comes back to where she was', async () => {
    const page = await browser.visit({ as: await app.as(taught.student), size });
    const main = page.getByRole('main');
    const offer = main.getByRole('link', { name: /^Lanjutkan dari bagian/ });
    await openLesson(page);
    expect(await offer.isVisible()).toBe(false);
    const section = main.getByRole('heading', { name: 'Mikro, kecil, atau menengah?' });
    await readTo(page, 'Mikro, kecil, atau menengah?');
    await noted(page, true);

    await openLesson(page);
    await offer.waitFor();
    expect(await offer.textContent()).toBe('Lanjutkan dari bagian “Mikro, kecil, atau menengah?”');
    await expectSound(page, 'read-on');
    await offer.click();
    await section.waitFor();
    const { y = -1 } = (await section.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(size.height / 2);
  });

  it('whoever read to the end, and whoever shares the device, is offered nothing', async () => {
    const page = await browser.visit({ as: await app.as(taught.student), size });
    const main = page.getByRole('main');
    const offer = main.getByRole('link', { name: /^Lanjutkan dari bagian/ });
    await openLesson(page);
    await readTo(page, 'Tiga fungsi, tiga batas');
    await noted(page, true);
    const own = await kept(page);

    await browser.enter(page, await app.as(sharer));
    await page.goto(`/lessons/${lessonOfP1().id}`);
    await main.getByRole('button', { name: 'Cetak' }).waitFor();
    expect(await offer.isVisible()).toBe(false);
    expect(await kept(page)).toBe(own);

    await browser.enter(page, await app.as(taught.student));
    await page.goto(`/lessons/${lessonOfP1().id}`);
    await offer.waitFor();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await noted(page, false);
    await page.goto(`/lessons/${lessonOfP1().id}`);
    await main.getByRole('button', { name: 'Cetak' }).waitFor();
    expect(await offer.isVisible()).toBe(false);
  });
});

it('without JavaScript a student reads and misses nothing', async () => {
  const page = await browser.visit({ as: await app.as(taught.student), javaScript: false });
  await openLesson(page);
  expect(await page.locator('[data-resume]').isVisible()).toBe(false);
  expect(await page.locator('[data-print]').isVisible()).toBe(false);
  await page.getByRole('heading', { name: 'Mikro, kecil, atau menengah?' }).waitFor();
});
