import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import type { CohortRules } from '../../src/cohorts/cohort-rules.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { EnteredScore } from '../../src/results/entered-score.entity.js';
import { ProgressService } from '../../src/progress/progress.service.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createQuiz, enrol } from '../support/classroom.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let scores: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  scores = `/cohorts/${room.cohort.id}/scores`;
  const rules = {
    ...room.cohort.rules,
    components: [
      { key: 'kuis', name: 'Kuis', weight: 4000 },
      { key: 'akhir', name: 'Ujian akhir', weight: 6000 },
    ],
    requirements: [
      { kind: 'attendance', minPercent: 80 },
      { kind: 'finalScore', min: 7000 },
      { kind: 'requiredActivities' },
    ],
  };
  await app.units.inTransaction(async (manager) => {
    await manager.update(Cohort, { id: room.cohort.id }, { rules });
    const quiz = await createQuiz(manager, room, {}, { key: 'kuis-p1', title: 'Kuis P1' });
    await createQuiz(manager, room, {}, { key: 'kuis-p1b', title: 'Kuis P1 kedua' });
    await app.app.get(ProgressService).record(manager, {
      enrolmentId: room.enrolment.id,
      activityId: quiz.id,
      state: 'done',
      score: 8000,
      criticalScore: 8000,
      mustPassMet: true,
      at: app.clock.now(),
    });
    await manager.insert(AttendanceMark, {
      meetingId: room.meeting.id,
      enrolmentId: room.enrolment.id,
      status: 'H',
      isRepaired: false,
      method: 'register',
      at: app.clock.now(),
      markedById: cast.instructor.id,
    });
  });
});
afterAll(() => app.close());

const sheet = { component: 'akhir', source: 'Lembar ujian 30 Agustus 2027', sheet: '2411160087;65,5' };
const stored = () => app.units.inTransaction((manager) => manager.find(EnteredScore));

describe('what stands between a learner and the certificate', () => {
  it('is told requirement by requirement, with the sum in words', async () => {
    const answer = await (await app.as(cast.student)).get('/progress').expect(200);
    expect(answer.text).toContain('Kegiatan wajib belum selesai: Kuis P1 kedua.');
    expect(answer.text).toContain('Mengapa nilai sementara saya 80,00?');
    expect(answer.text).toContain('1 dari 2 sudah ada');
    expect(answer.text).toMatch(/32,00 ÷ 40.% &#x3D; 80,00/);
  });

  it('counts what is missing as zero only once it is due', async () => {
    app.clock.set('2027-09-08T00:00:00Z');
    const answer = await (await app.as(cast.student)).get('/progress').expect(200);
    expect(answer.text).toContain('1 lewat batas waktu, dihitung nol');
    expect(answer.text).toContain('saya 40,00?');
  });

  it('says so where the cohort asks for nothing yet, and promises no certificate', async () => {
    const cohort = () =>
      app.units.inTransaction((manager) => manager.findOneByOrFail(Cohort, { id: room.cohort.id }));
    const give = async (rules: CohortRules) => {
      const changed = Object.assign(await cohort(), { rules });
      await app.units.inTransaction((manager) => manager.save(changed));
    };
    const before = await cohort();
    await give({ ...before.rules, requirements: [] });
    const { text } = await (await app.as(cast.student)).get('/progress').expect(200);
    expect(text).toContain('belum ditetapkan');
    expect(text).not.toContain('Semua syarat terpenuhi');
    await give(before.rules);
  });

  it('is nothing yet for whoever is not enrolled', async () => {
    await (
      await app.as(cast.stranger)
    )
      .get('/progress')
      .expect(200)
      .expect(/belum terdaftar/);
  });
});

describe('scores from paper', () => {
  it('are kept with their source and enter the result', async () => {
    const staff = await app.as(cast.staff);
    await staff
      .get(scores)
      .expect(200)
      .expect(/Norlaila/);
    const answer = await staff.post(scores, sheet).expect(303);
    expect(answer.headers['location']).toBe(`${scores}?component=akhir`);
    await staff
      .get(`${scores}?component=akhir`)
      .expect(/65,50/)
      .expect(/Lembar ujian 30 Agustus 2027/);
    expect(await stored()).toMatchObject([{ score: 6550, component: 'akhir', enteredById: cast.staff.id }]);
  });

  it('change nothing when they are sent again, and are replaced by new ones', async () => {
    const staff = await app.as(cast.staff);
    await staff.post(scores, sheet).expect(303);
    await staff.post(scores, { ...sheet, sheet: '2411160087;70' }).expect(303);
    expect(await stored()).toMatchObject([{ score: 7000 }]);
  });

  it('are refused as a whole where one line is wrong', async () => {
    await app.units.inTransaction(async (manager) => {
      const other = await createPerson(manager, { name: 'Deri Kasan', role: 'student' });
      await enrol(manager, room.cohort, other.id, [room.classGroup]);
    });
    const wrong = { ...sheet, sheet: '2411160087;10\n999;80\n2411160087;x' };
    const answer = await (await app.as(cast.staff)).post(scores, wrong).expect(422);
    expect(answer.text).toContain('Baris 2: NIM 999 tidak ada di angkatan ini.');
    expect(answer.text).toContain('Baris 3');
    expect(answer.text).toContain('2411160087;10');
    expect(await stored()).toMatchObject([{ score: 7000 }]);
  });

  it.each([
    ['no source', { ...sheet, source: '' }, 'source-error'],
    ['no sheet', { ...sheet, sheet: ' ' }, 'sheet-error'],
  ])('ask for %s at its field', async (_what, fields, field) => {
    await (
      await app.as(cast.staff)
    )
      .post(scores, fields)
      .expect(422)
      .expect(new RegExp(`id="${field}"`));
  });

  it('stand fifty on a page, for the same number of queries', async () => {
    const staff = await app.as(cast.staff);
    const path = `${scores}?component=akhir`;
    const visit = () => staff.get(path).expect(200);
    const few = await countQueries(app, visit);
    await enrolMany(90);
    expect(await countQueries(app, visit)).toBe(few);
    const first = (await visit()).text;
    expect(rowsIn(first)).toBe(50);
    expect(first).toContain('Simpan dahulu sebelum membuka halaman lain');
    const second = (await staff.get(`${path}&page=2`).expect(200)).text;
    expect(rowsIn(second)).toBe(42);
    expect(`${first}${second}`).toContain('dari 92');
    for (const number of [1, 90]) expect(`${first}${second}`).toContain(`NIM-${number}<`);
  });

  it('are taken for whoever stands on another page', async () => {
    const staff = await app.as(cast.staff);
    await staff.post(scores, { ...sheet, sheet: 'NIM-1;61\nNIM-90;62,5' }).expect(303);
    const { text } = await staff.get(`${scores}?component=akhir&page=2`).expect(200);
    expect(text).toContain('62,50');
    expect(text).toMatch(/3 dari 92/);
  });

  it('belong to a component and a cohort that exist', async () => {
    const staff = await app.as(cast.staff);
    await staff.post(scores, { ...sheet, component: 'tidak-ada' }).expect(404);
    await staff.get(`${scores}?component=tidak-ada`).expect(404);
    await staff.get('/cohorts/999999/scores').expect(404);
  });

  it('are not for students and instructors', async () => {
    await (await app.as(cast.student)).post(scores, sheet).expect(403);
    await (await app.as(cast.instructor)).get(scores).expect(403);
  });
});

const rowsIn = (html: string): number => html.match(/<th scope="row"/g)?.length ?? 0;

async function enrolMany(count: number): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    for (let number = 1; number <= count; number++) {
      const letters = String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
      const { id: personId } = await createPerson(manager, { name: `Mahasiswa ${letters}`, role: 'student' });
      const record = { personId, campusId: cast.campus.id, nim: `NIM-${number}`, studyProgramme: '' };
      await manager.insert(StudentRecord, record);
      await enrol(manager, room.cohort, personId, [room.classGroup]);
    }
  });
}
