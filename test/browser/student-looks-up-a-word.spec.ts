import { DataSource } from 'typeorm';
import type { Page } from 'playwright-core';
import { GlossaryTerm } from '../../src/courses/glossary-term.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { createPerson } from '../support/cast.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

let app: TestApp;
let browser: TestBrowser;
let taught: TaughtCourse;
let staff: Person;

beforeAll(async () => {
  app = await startApp();
  taught = await teachCourse(app, 2);
  staff = await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Melki Sangen', role: 'staff' }),
  );
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const meaningOf = async (key: string): Promise<string> => {
  const found = await app.app.get(DataSource).manager.findOneByOrFail(GlossaryTerm, { key });
  return found.meaning;
};
const lessonOfP1 = () =>
  taught.activities.find(({ kind, session }) => kind === 'lesson' && session.number === 1)!;
const open = async (page: Page): Promise<void> => {
  await page.goto(`/lessons/${lessonOfP1().id}`);
};

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (name, size) => {
  it('a student taps a word, reads what it means where it stands, and goes on', async () => {
    const page = await browser.visit({ as: await app.as(taught.student), size });
    await open(page);
    const word = page.locator('a.term[href="#istilah-skkni"]');
    const box = page.locator('#meaning');
    const meaning = await meaningOf('skkni');
    await word.click();
    await box.getByText(meaning).waitFor();
    expect(await word.getAttribute('aria-describedby')).toBe('meaning');
    expect(page.url()).not.toContain('#');
    const { x, width } = (await box.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(size.width);
    await expectSound(page, `looks-up-a-word-${name.replace(' ', '-')}`);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    expect(await word.getAttribute('aria-describedby')).toBeNull();
    await page.keyboard.press('Enter');
    await box.getByText(meaning).waitFor();
  });

  it('without scripts the word leads to its meaning below the text, and back', async () => {
    const page = await browser.visit({ as: await app.as(taught.student), size, javaScript: false });
    await open(page);
    await page.locator('a.term[href="#istilah-skkni"]').click();
    await page.waitForURL('**#istilah-skkni');
    const entry = page.locator('#istilah-skkni');
    expect(await entry.textContent()).toContain(await meaningOf('skkni'));
    await entry.getByRole('link', { name: 'Kembali ke SKKNI di materi' }).click();
    await page.waitForURL('**#baca-skkni');
  });

  it('what the office makes of a meaning is what a student reads next', async () => {
    const office = await browser.visit({ as: await app.as(staff), size });
    await office.goto('/course');
    await office.getByRole('main').getByRole('link', { name: 'Istilah', exact: true }).click();
    await office.getByRole('searchbox', { name: 'Cari istilah' }).fill('SKKNI');
    await office.getByRole('button', { name: 'Cari' }).click();
    await office.waitForURL('**q=SKKNI');
    await expectSound(office, 'glossary');
    await office.getByRole('main').locator('#istilah-skkni').getByRole('link', { name: 'Ubah' }).click();
    await expectSound(office, 'glossary-edit');
    await office.getByLabel('Arti').fill(`Arti yang baru, ditulis dari ${name}.`);
    await office.getByRole('button', { name: 'Simpan istilah' }).click();
    await office.getByText('Istilah tersimpan.').waitFor();

    const page = await browser.visit({ as: await app.as(taught.student), size });
    await open(page);
    await page.locator('a.term[href="#istilah-skkni"]').click();
    await page.locator('#meaning').getByText(`Arti yang baru, ditulis dari ${name}.`).waitFor();
    await page.goto('/glossary');
    await page.getByText(`Arti yang baru, ditulis dari ${name}.`).waitFor();
    await expectSound(page, 'glossary-student');
  });
});
