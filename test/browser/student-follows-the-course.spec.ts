import type { Page } from 'playwright-core';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { Meeting } from '../../src/cohorts/meeting.entity.js';
import { hashPassword } from '../../src/people/passwords.js';
import { Person } from '../../src/people/person.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, signIn, type TestBrowser } from '../support/browser.js';
import { castPassword } from '../support/cast.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

let app: TestApp;
let browser: TestBrowser;
let taught: TaughtCourse;

beforeAll(async () => {
  app = await startApp();
  taught = await teachCourse(app, 10);
  await attendEight(taught);
  browser = await openBrowser(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const lessonOfP9 = () =>
  taught.activities.find(({ kind, session }) => kind === 'lesson' && session.number === 9)!;

beforeEach(async () => {
  app.clock.set(testNow); // the morning of P9
  await app.units.inTransaction(async (manager) => {
    await manager.delete(Progress, { activityId: lessonOfP9().id });
    await manager.update(Person, { id: taught.student.id }, { locale: 'id' });
  });
});

/** Of the eight meetings before P9 she came late to one, and was ill at another. */
async function attendEight({ student, enrolment }: TaughtCourse): Promise<void> {
  const passwordHash = await hashPassword(castPassword);
  await app.units.inTransaction(async (manager) => {
    await manager.update(Person, { id: student.id }, { passwordHash });
    const meetings = await manager.find(Meeting, { order: { startsAt: 'ASC' }, take: 8 });
    for (const [index, { id: meetingId }] of meetings.entries())
      await manager.insert(AttendanceMark, {
        meetingId,
        enrolmentId: enrolment.id,
        status: index === 2 ? 'T' : index === 5 ? 'S' : 'H',
        isRepaired: false,
        method: 'register',
        at: testNow,
        markedById: null,
      });
  });
}

describe.each([
  ['a phone', phone, true],
  ['a desk', desk, true],
  ['a phone without JavaScript', phone, false],
])('on %s', (_where, size, javaScript) => {
  const sound = async (page: Page, name: string) => {
    if (javaScript) await expectSound(page, name);
  };

  it('a student sees what is next, reads it, and sees how far she is', async () => {
    const page = await browser.visit({ size, javaScript });
    const main = page.getByRole('main');
    const places = page.getByRole('navigation', { name: 'Utama' });
    await signIn(page, taught.student.emailNorm ?? '');

    await page.getByRole('heading', { name: 'Selamat pagi, Noor' }).waitFor();
    await main.getByRole('heading', { name: /^Materi P9/ }).waitFor();
    await main.getByRole('heading', { name: 'Pertemuan hari ini' }).waitFor();
    await main.getByText('8 dari 10 pertemuan selesai').waitFor();
    await sound(page, 'follow-home');

    await places.getByRole('link', { name: 'Materi' }).click();
    await main.getByText('hari ini, 15.30').waitFor();
    await sound(page, 'follow-course');
    await main.getByRole('link', { name: 'Data Awal UMKM' }).click();
    await main.getByRole('heading', { name: 'Capaian pembelajaran' }).waitFor();
    await sound(page, 'follow-session');

    await main.locator(`a[href="/lessons/${lessonOfP9().id}"]`).click();
    await page.waitForURL(`**/lessons/${lessonOfP9().id}`);
    await main.getByText('Sudah, karena ia menyatakan percaya').click();
    await main.getByText('Percaya kepada Anda belum berarti tahu tujuannya').waitFor();
    await main.getByText('Belum. Tujuannya belum dipisahkan').click();
    await main.getByText('Bacakan lapis demi lapis').waitFor();
    await sound(page, 'follow-lesson');
    await main.getByRole('button', { name: 'Tandai selesai' }).click();
    await main.getByText('Materi ditandai selesai.').waitFor();
    await main.getByText('Sudah selesai').waitFor();
    const steps = main.getByRole('navigation', { name: 'Sebelum dan sesudah' });
    await steps.getByText(/Kuis .* · dibuka/).waitFor();

    app.clock.set('2027-08-31T10:45:00Z'); // after the meeting
    await page.reload();
    await steps.getByRole('link', { name: /Kuis .* →/ }).click();
    await main.getByRole('button', { name: 'Mulai percobaan 1' }).waitFor();

    await places.getByRole('link', { name: 'Presensi' }).click();
    await main.getByText('Hadir 7 dari 8 pertemuan yang sudah berjalan; 10 direncanakan.').waitFor();
    await main.getByText('1 kali terlambat').waitFor();
    await sound(page, 'follow-attendance');

    await places.getByRole('link', { name: 'Beranda' }).click();
    await main.getByRole('heading', { name: /^Materi P10/ }).waitFor();
    await main.getByRole('link', { name: 'Apa yang masih kurang?' }).click();
    await main.getByText('syarat belum terpenuhi.').waitFor();
    await main.getByText('Yang belum ada tidak dihitung nol.').waitFor();
    await main.getByText('Untuk lulus (70,00)').waitFor();
    await sound(page, 'follow-progress');

    await page.getByRole('button', { name: 'English' }).click();
    await main.getByText('What is not there yet does not count as zero.').waitFor();
    await sound(page, 'follow-progress-en');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('status').waitFor();
    await page.goto('/progress');
    await page.waitForURL('**/sign-in**');
  });
});
