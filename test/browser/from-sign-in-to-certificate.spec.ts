import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Signatory } from '../../src/certificates/signatory.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { CohortOpeningsService } from '../../src/cohorts/cohort-openings.service.js';
import { EnrolmentImportsService } from '../../src/cohorts/enrolment-imports.service.js';
import { readPackFolder } from '../../src/course-packs/pack-folder.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { readPack } from '../../src/course-packs/pack-reader.js';
import { Course } from '../../src/courses/course.entity.js';
import { hashPassword } from '../../src/people/passwords.js';
import { Person } from '../../src/people/person.entity.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, castPassword, createCast, createPerson } from '../support/cast.js';
import { pdfOf } from '../support/files.js';
import { headOfOffice } from '../support/graduates.js';

let app: TestApp;
let cast: Cast;
let second: Person;
let cohortId: number;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  app.clock.set('2027-08-30T03:00:00Z');
  cohortId = await openCohort();
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** The small course of one session, on Tuesday 31 August 2027, and one new student. */
async function openCohort(): Promise<number> {
  const { pack } = readPack(await readPackFolder(join(projectRoot, 'test', 'packs', 'satu-pertemuan')));
  if (!pack) throw new Error('the small pack cannot be read');
  await app.app.get(PackImportService).import(pack, null);
  const course = await app.units.inTransaction((manager) =>
    manager.findOneByOrFail(Course, { key: pack.key }),
  );
  const office: Actor = {
    personId: cast.staff.id,
    displayName: cast.staff.name,
    mustChangePassword: false,
    language: 'id',
    grants: [{ role: 'staff', scope: 'everything', scopeId: null }],
    signIn: '',
  };
  const slots = [
    { weekday: 2, startsAt: '15:30', minutes: 120, place: 'Aula PLUT' },
    { weekday: 4, startsAt: '15:30', minutes: 120, place: 'Aula PLUT' },
  ];
  const opened = await app.app.get(CohortOpeningsService).open(office, {
    courseId: course.id,
    ordinal: 2,
    label: '2027-B',
    startsOn: '2027-08-30',
    classes: [{ name: 'A', slots, instructorId: cast.instructor.id }],
  });
  if (!('cohortId' in opened)) throw new Error(JSON.stringify(opened));
  const list = `nim,nama,kampus,prodi,surel,hp,kelas\n24.23.0041,Deri Kasan,${cast.campus.key},Teologi,deri@contoh.test,,A\n`;
  const { problems } = await app.app.get(EnrolmentImportsService).import(office, opened.cohortId, list);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const passwordHash = await hashPassword(castPassword);
  await app.units.inTransaction(async (manager) => {
    await manager.update(Person, { emailNorm: 'deri@contoh.test' }, { passwordHash });
    await manager.insert(Signatory, headOfOffice);
    second = await createPerson(manager, { name: 'Rina Wati', role: 'staff' });
  });
  return opened.cohortId;
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Surel, nomor HP, atau NIM').fill('24.23.0041');
  await page.getByLabel('Kata sandi').fill(castPassword);
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL('**/home');
}

const rightAnswers: [question: string, answer: string | string[]][] = [
  ['Kapan penjualan sebaiknya dicatat?', 'Saat uang diterima'],
  ['Mana yang masuk kolom keluar?', ['Membeli tepung', 'Mengambil uang untuk beras di rumah']],
  ['Uang usaha dan uang rumah', 'Salah'],
  ['Berapa sisa uang usaha?', '125.000'],
  ['Pak Melki membeli gas', 'keluar'],
];

async function answer(page: Page): Promise<void> {
  const section = page.locator('section:not([hidden])', { has: page.locator('[name="answer"]') });
  const text = (await section.locator('.stem').innerText()).replaceAll('**', '');
  const [, right] = rightAnswers.find(([question]) => text.includes(question)) ?? [];
  if (!right) throw new Error(`no answer for ${text}`);
  if (Array.isArray(right)) for (const one of right) await section.getByLabel(one, { exact: true }).check();
  else if (await section.locator('input[type=radio]').count())
    await section.getByLabel(right, { exact: true }).check();
  else await section.locator('[name="answer"]').fill(right);
  await section.getByRole('button', { name: 'Simpan dan lanjut' }).click();
}

describe('from the first lesson to a verified certificate', () => {
  it('a student learns, is graded, is issued a certificate, and anyone checks it', async () => {
    // The student's phone, on the afternoon of the meeting
    app.clock.set('2027-08-31T08:40:00Z');
    const student = await browser.visit({ size: phone });
    await signIn(student);
    await student.goto('/course');
    await student.getByRole('link', { name: 'Mencatat Penjualan Sehari' }).first().click();
    await student
      .getByRole('main')
      .getByRole('link', { name: /Empat kolom untuk satu hari/ })
      .first()
      .click();
    await student.waitForURL(/\/lessons\/\d+/);
    await expectSound(student, 'way-lesson');
    await student.getByRole('button', { name: 'Tandai selesai' }).click();
    await student.getByText('Materi ditandai selesai.').waitFor();

    await student.goto('/course');
    await student.getByRole('link', { name: 'Mencatat Penjualan Sehari' }).first().click();
    await student
      .getByRole('link', { name: /Kuis keluar/ })
      .first()
      .click();
    await student.getByRole('button', { name: /Mulai percobaan/ }).click();
    for (let number = 1; number <= 5; number += 1) {
      await student.getByRole('heading', { name: `Soal ${number} dari 5` }).waitFor();
      await answer(student);
    }
    await student.getByRole('button', { name: 'Kumpulkan kuis' }).click();
    await student.getByText('100,00').first().waitFor();

    await student.goto('/assignments');
    await student.getByRole('link', { name: /Catatan penjualan sehari/ }).click();
    await student
      .getByLabel('Tulisan untuk penilai')
      .fill('Masuk 310.000, keluar 185.000, sisa 125.000. Uang kecil cepat habis.');
    const file = { name: 'catatan.pdf', mimeType: 'application/pdf', buffer: await pdfOf('Catatan sehari') };
    await student.locator('#add-files').setInputFiles(file);
    await student.getByRole('link', { name: 'catatan.pdf' }).waitFor();
    await student.getByRole('button', { name: 'Kumpulkan tugas' }).click();
    await student.getByText('Tugas terkirim.').waitFor();
    await expectSound(student, 'way-handed-in');

    // The instructor's desk
    const instructor = await browser.visit({ as: await app.as(cast.instructor), size: desk });
    await instructor.goto('/meetings');
    await instructor.getByRole('link', { name: /P1/ }).first().click();
    await instructor.getByRole('button', { name: 'Semua hadir' }).click();
    await instructor.getByText('1 perubahan').waitFor();
    await instructor.goto('/grading');
    await instructor
      .getByRole('link', { name: /Deri Kasan/ })
      .first()
      .click();
    await gradeAll(instructor);

    // The office: one proposes, another confirms
    app.clock.set('2027-09-08T03:00:00Z');
    await app.units.inTransaction((manager) =>
      manager.update(Cohort, { id: cohortId }, { status: 'finished' }),
    );
    const office = await browser.visit({ as: await app.as(cast.staff), size: desk });
    await office.goto(`/cohorts/${cohortId}/certificates`);
    await expectSound(office, 'way-board');
    await office.getByRole('button', { name: 'Periksa usulan 1 sertifikat' }).click();
    await office.getByRole('button', { name: 'Usulkan 1 sertifikat' }).click();
    const colleague = await browser.visit({ as: await app.as(second), size: desk });
    await colleague.goto(new URL(office.url()).pathname);
    await colleague.getByRole('button', { name: 'Setujui 1 sertifikat' }).click();
    await colleague.getByText('1 sertifikat disetujui. Terbit').first().waitFor();
    app.clock.advance(60 * 60_000);
    await app.work();

    // The graduate, and anyone
    await student.goto('/certificate');
    await student.getByText('0001/KKP-II/PLUT-KT/IX/2027').first().waitFor();
    await expectSound(student, 'way-certificate');
    const link =
      (await student
        .getByRole('link', { name: /verify/ })
        .first()
        .getAttribute('href')) ?? '';
    const anyone = await browser.visit({ size: phone });
    await anyone.goto(new URL(link, 'http://127.0.0.1').pathname);
    await anyone.getByRole('heading', { name: 'Deri Kasan' }).waitFor();
    await anyone.getByText('0001/KKP-II/PLUT-KT/IX/2027').first().waitFor();
    await expectSound(anyone, 'way-verified');
  });
});

/** Level 4 for every criterion, a word, and the grade is published. */
async function gradeAll(page: Page): Promise<void> {
  for (const level of await page.locator('input[name^="level["][value="4"]').all())
    await level.check({ force: true });
  await page.locator('#score', { hasText: '100,00' }).waitFor();
  await page.getByLabel('Umpan balik').fill('Rapi dan lengkap.');
  await page.getByRole('button', { name: /Terbitkan nilai/ }).click();
  await page.getByText('Nilai terbit.').waitFor();
}
