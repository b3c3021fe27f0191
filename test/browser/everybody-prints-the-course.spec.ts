import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Group } from '../../src/cohorts/group.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

let app: TestApp;
let browser: TestBrowser;
let taught: TaughtCourse;
let instructor: Client;

beforeAll(async () => {
  app = await startApp();
  taught = await teachCourse(app, 4);
  const teacher = await app.units.inTransaction(async (manager) => {
    const person = await createPerson(manager, { name: 'Elsi Bahen', role: 'instructor' });
    await manager.delete(Progress, { enrolmentId: taught.enrolment.id });
    await manager.update(Group, { kind: 'class' }, { supervisorId: person.id });
    return person;
  });
  instructor = await app.as(teacher);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => app.clock.set('2027-08-03T03:00:00Z')); // the morning of P1: P2 is open too, P3 is not

/** Saves the sheets as Chromium would print them in the folder SCREENSHOTS, where that is set: to be looked at. */
async function sheets(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
}

/** The pictures of the page that have come, of all. */
const pictures = (page: Page): Promise<[number, number]> =>
  page.evaluate(
    '[document.images].map((all) => [[...all].filter((one) => one.naturalWidth > 0).length, all.length])[0]',
  );

describe.each([
  ['a phone', phone, true],
  ['a desk', desk, true],
  ['a phone without JavaScript', phone, false],
])('on %s', (_where, size, javaScript) => {
  it('an instructor prints every lesson of the course', async () => {
    const page = await browser.visit({ as: instructor, size, javaScript });
    const main = page.getByRole('main');
    await page.goto('/course');
    await main.getByRole('link', { name: /^Cetak seluruh materi, \d+(,\d)? [kM]B$/ }).click();
    await main.getByRole('heading', { name: 'Kelas Kader Pendamping', level: 1 }).waitFor();
    const contents = main.getByRole('navigation', { name: 'Daftar isi' });
    expect(await contents.getByRole('link', { name: /^P\d+ / }).count()).toBe(4);
    expect(await main.locator('.chapter').count()).toBe(4);
    if (javaScript) {
      await page.waitForLoadState('networkidle');
      const [loaded, all] = await pictures(page);
      expect(all).toBeGreaterThanOrEqual(4);
      expect(loaded).toBe(all);
      await expectSound(page, 'print-course');
      await sheets(page, `print-course-${size.width}`);
    }
  });

  it('a student prints what is open so far', async () => {
    const page = await browser.visit({ as: await app.as(taught.student), size, javaScript });
    const main = page.getByRole('main');
    await page.goto('/course');
    await main.getByRole('link', { name: /^Cetak materi yang sudah terbuka, / }).click();
    await main.getByText('Berisi materi yang sudah terbuka untuk Anda.').waitFor();
    await main.getByText('Angkatan I (2027-B)').waitFor();
    expect(await main.locator('.chapter').count()).toBe(2);
    if (javaScript) await expectSound(page, 'print-opened');
  });
});
