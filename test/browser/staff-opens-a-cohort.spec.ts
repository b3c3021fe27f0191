import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { GroupMember } from '../../src/cohorts/group.entity.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { Person } from '../../src/people/person.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let browser: TestBrowser;
const find = () => app.app.get(DataSource).manager;

/** An installation with a course and people, and no cohort yet. */
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  await app.app.get(PackImportService).import(await readPackOf('content/kader-pendamping'), null);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const head = 'nim;nama;kampus;prodi;kelas;kelompok;duet';
/** Two good rows and one whose class the cohort does not have; `from` tells the lists of two cohorts apart. */
const listOf = (from: number, lastClass: string): string =>
  [
    head,
    `24111${from}1;Dwi Rahayu;UIN;Ekonomi Syariah;Kelas A;Kelompok 1;Duet 1`,
    `24111${from}2;Rendi Undop;UIN;Ekonomi Syariah;Kelas A;Kelompok 1;Duet 1`,
    `24111${from}3;Tri Lestari;UIN;Ekonomi Syariah;${lastClass};Kelompok 1;Duet 2`,
  ].join('\n');

/** Fills in the form of a cohort of one class on Tuesdays and Thursdays; `label` may be left out, to be told so. */
async function fillIn(page: Page, ordinal: number, label: string): Promise<void> {
  await page.getByLabel('Angkatan ke').fill(String(ordinal));
  await page.getByLabel('Sebutan').fill(label);
  await page.getByLabel('Tanggal mulai').fill('2027-09-06');
  const first = page.getByRole('group', { name: 'Kelas ke-1' });
  await first.getByLabel('Nama kelas').fill('Kelas A');
  await first.getByLabel('Hari pertama').selectOption('Selasa');
  await first.getByLabel('Hari kedua').selectOption('Kamis');
  await first.getByLabel('Jam mulai').fill('15:30');
  await first.getByLabel('Tempat').fill('Aula PLUT');
  await first.getByLabel('Instruktur').selectOption('Elsi Bahen');
}

const openIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Buka angkatan' }).click();
const state = async () => ({
  people: await find().countBy(Person, {}),
  enrolments: await find().countBy(Enrolment, {}),
  members: await find().countBy(GroupMember, {}),
});

async function openCohort(
  page: Page,
  ordinal: number,
  sound: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto('/cohorts');
  await sound('cohorts');
  await page.getByRole('link', { name: 'Buka angkatan' }).first().click();
  await sound('cohort-new');
  await fillIn(page, ordinal, '2027-C');
  await page.getByRole('group', { name: 'Kelas ke-1' }).getByLabel('Lama (menit)').fill('7');
  await openIt(page);
  await page.getByText('dari 15 sampai 480').first().waitFor();
  expect(await page.getByLabel('Sebutan').inputValue()).toBe('2027-C');
  expect(await page.getByLabel('Tempat').first().inputValue()).toBe('Aula PLUT');
  expect(await find().countBy(Cohort, { ordinal })).toBe(0);
  await sound('cohort-new-rejected');
  await page.getByRole('group', { name: 'Kelas ke-1' }).getByLabel('Lama (menit)').fill('120');
  await openIt(page);
  await page.getByText('Angkatan sudah dibuka').waitFor();
  await sound('cohort-opened');
}

async function bringList(page: Page, ordinal: number, sound: (name: string) => Promise<void>): Promise<void> {
  const before = await state();
  await page.getByRole('link', { name: 'Daftarkan peserta' }).first().click();
  await sound('enrolments-import');
  const wrong = listOf(ordinal, 'Kelas Z');
  await page
    .getByLabel('Berkas CSV')
    .setInputFiles({ name: 'peserta.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) });
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await page.getByText('Belum ada yang disimpan').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Baris 4' });
  await row.getByText('Angkatan ini tidak punya kelas “Kelas Z”.').waitFor();
  await sound('enrolments-import-wrong');
  expect(await page.getByRole('textbox').last().inputValue()).toBe(wrong);
  expect(await state()).toEqual(before);

  await page.getByRole('textbox').last().fill(listOf(ordinal, 'Kelas A'));
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await page.getByRole('button', { name: 'Simpan 3 baris' }).waitFor();
  expect(await state()).toEqual(before);
  await sound('enrolments-import-preview');
  await page.getByRole('button', { name: 'Simpan 3 baris' }).click();
  await page.getByText('Daftar tersimpan: 3 baris.').waitFor();
  await page.getByText('Tri Lestari').first().waitFor();
  await sound('cohort-enrolled');
  expect(await state()).toEqual({
    people: before.people + 3,
    enrolments: before.enrolments + 3,
    members: before.members + 9,
  });
}

async function lookRound(page: Page, sound: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Jadwal' }).click();
  await page.getByText('Aula PLUT').first().waitFor();
  expect(await page.getByText('Cadangan').count()).toBe(2);
  await sound('timetable');
  await page.getByRole('link', { name: 'Kelompok', exact: true }).first().click();
  await page.getByRole('link', { name: 'Duet' }).click();
  await page.getByText('Duet 2').waitFor();
  await page.getByText('Dwi Rahayu').waitFor();
  await sound('groups');
  await page.getByRole('link', { name: 'Ringkasan' }).click();
  await page.getByRole('button', { name: 'Mulai angkatan' }).click();
  await page.getByText('Angkatan sekarang berjalan.').waitFor();
}

describe.each([
  ['a phone', phone, 1],
  ['a desk', desk, 2],
] as const)('on %s', (_where, size, ordinal) => {
  it('staff open a cohort, bring its students from a list, and begin it', async () => {
    const page = await browser.visit({ as: await app.as(cast.staff), size });
    const sound = (name: string) => expectSound(page, name);
    await openCohort(page, ordinal, sound);
    await bringList(page, ordinal, sound);
    await lookRound(page, sound);
  });
});

describe('without JavaScript', () => {
  it('it goes all the same', async () => {
    const page = await browser.visit({ as: await app.as(cast.staff), javaScript: false });
    const nothing = async (): Promise<void> => {};
    await openCohort(page, 3, nothing);
    await bringList(page, 3, nothing);
    await lookRound(page, nothing);
  });
});
