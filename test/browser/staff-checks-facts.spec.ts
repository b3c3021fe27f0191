import { DataSource } from 'typeorm';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { Fact } from '../../src/courses/fact.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  barriers,
  desk,
  openBrowser,
  overflows,
  phone,
  picture,
  type TestBrowser,
} from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let browser: TestBrowser;
let reader: DataSource;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  await app.app.get(PackImportService).import(await readPackOf('content/kader-pendamping'), null);
  browser = await openBrowser(app);
  reader = app.app.get(DataSource);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const due = async (page: Awaited<ReturnType<TestBrowser['visit']>>): Promise<number> =>
  Number(/\d+/.exec((await page.getByRole('link', { name: /Perlu dicek/ }).textContent()) ?? '')?.[0]);

describe.each([
  ['on a phone', phone, true],
  ['at the office', desk, true],
  ['without scripts', phone, false],
])('staff who check the facts before a cohort, %s', (_where, size, javaScript) => {
  it('see what is due, confirm one, change another, and the lesson shows it', async () => {
    const page = await browser.visit({ as: await app.as(cast.staff), size, javaScript });
    await page.goto('/home');
    await page.getByRole('link', { name: 'Cek data' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Data yang perlu dicek' }).waitFor();
    const before = await due(page);
    expect(before).toBeGreaterThan(3);
    expect(await overflows(page)).toBe(false);
    if (javaScript) expect(await barriers(page)).toEqual([]);
    await picture(page, `facts-${size.width}${javaScript ? '' : '-plain'}`);

    await page.getByRole('button', { name: 'Sudah diperiksa, masih berlaku' }).first().click();
    await page.getByText('Tercatat.').waitFor();
    expect(await due(page)).toBe(before - 1);

    const article = page
      .getByRole('article')
      .filter({ has: page.getByRole('link', { name: /^P\d/ }) })
      .first();
    const lesson = (await article.getByRole('link', { name: /^P\d/ }).first().getAttribute('href')) ?? '';
    await article.getByRole('link', { name: 'Ubah' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (javaScript) expect(await barriers(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await picture(page, `fact-${size.width}${javaScript ? '' : '-plain'}`);
    await page.getByLabel('Nilai').fill(`nilai baru ${size.width}`);
    await page.getByRole('button', { name: 'Simpan hasil cek' }).click();
    await page.getByText('Tersimpan.').waitFor();
    await app.work();
    await page.goto(lesson);
    await page.getByText(`nilai baru ${size.width}`).first().waitFor();
    if (lesson.startsWith('/lessons/')) await page.getByText('diperiksa 31 Agustus 2027').first().waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, `fact-in-lesson-${size.width}${javaScript ? '' : '-plain'}`);
    expect(await reader.manager.countBy(Fact, { checkedById: cast.staff.id })).toBeGreaterThan(1);
  }, 90_000);
});
