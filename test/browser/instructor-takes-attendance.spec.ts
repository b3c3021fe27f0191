import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { desk, expectSound, openBrowser, phone, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, enrol } from '../support/classroom.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    for (const name of ["Muhammad Rafi'i", 'Ahmad Fauzan', 'Yosevina Tundan']) {
      const person = await createPerson(manager, { name, role: 'student' });
      await enrol(manager, room.cohort, person.id, [room.classGroup]);
    }
  });
  browser = await openBrowser(app);
});
beforeEach(async () => {
  app.clock.set('2027-08-31T08:40:00Z');
  await app.units.inTransaction((manager) => manager.delete(AttendanceMark, { meetingId: room.meeting.id }));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const marks = async (): Promise<string[]> => {
  const rows = await app.units.inTransaction((manager) =>
    manager.find(AttendanceMark, { order: { enrolmentId: 'ASC' } }),
  );
  return rows.map(({ status }) => status);
};

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('on %s', (_where, size) => {
  it('an instructor finds the meeting, marks all present, then the exceptions; a learner sees it', async () => {
    const page = await browser.visit({ as: await app.as(cast.instructor), size });
    await page.goto('/meetings');
    await expectSound(page, 'meetings');
    await page.getByRole('link', { name: 'P1 · Pertemuan 1' }).click();
    await expectSound(page, 'register-empty');
    await page.getByRole('button', { name: 'Semua hadir' }).click();
    await page.getByText('4 perubahan').waitFor();
    await page.getByRole('radiogroup', { name: 'Norlaila' }).getByText('S', { exact: true }).click();
    await page.getByRole('button', { name: 'Simpan presensi' }).click();
    await page.getByText('1 perubahan').waitFor();
    await expectSound(page, 'register');
    expect((await marks()).toSorted()).toEqual(['H', 'H', 'H', 'S']);

    await page.getByRole('checkbox', { name: 'Tugas pengganti diterima Norlaila' }).check();
    expect(await page.getByRole('checkbox').count()).toBe(1);
    await page.getByRole('button', { name: 'Simpan presensi' }).click();
    await page.getByText('1 perubahan').waitFor();
    await expectSound(page, 'register-repaired');

    const learner = await browser.visit({ as: await app.as(cast.student), size });
    await learner.goto('/attendance');
    await learner.getByText('Hadir 1 dari 1 pertemuan').waitFor();
    await expectSound(learner, 'attendance');
  });
});

describe('with the keyboard alone', () => {
  it('letters fill in and go on to the next', async () => {
    const page = await browser.visit({ as: await app.as(cast.instructor), size: desk });
    await page.goto(`/meetings/${room.meeting.id}/attendance`);
    await page.getByRole('radiogroup', { name: 'Ahmad Fauzan' }).getByRole('radio').first().focus();
    for (const letter of ['h', 't', 'a', 'i']) await page.keyboard.press(letter);
    await page.getByRole('button', { name: 'Simpan presensi' }).press('Enter');
    await page.getByText('4 perubahan').waitFor();
    expect((await marks()).toSorted()).toEqual(['A', 'H', 'I', 'T']);
  });
});

describe('without JavaScript', () => {
  it('the register is taken all the same', async () => {
    const page = await browser.visit({ as: await app.as(cast.instructor), javaScript: false });
    await page.goto(`/meetings/${room.meeting.id}/attendance`);
    await page.getByRole('radiogroup', { name: 'Norlaila' }).getByText('T', { exact: true }).click();
    await page.getByRole('button', { name: 'Simpan presensi' }).click();
    await page.getByText('1 perubahan').waitFor();
    expect(await marks()).toEqual(['T']);
  });
});
