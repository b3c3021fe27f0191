import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Slot } from '../../src/cohorts/meeting.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { Progress, type ProgressState } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import {
  type Classroom,
  createAssignment,
  createClassroom,
  createLesson,
  createMeeting,
  createQuiz,
  createSession,
} from '../support/classroom.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let lesson: Activity;
let quiz: Activity;
let task: Activity;

// The session of today, and one in nine days; the quiz is due in four days, the assignment in seven.
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    lesson = await createLesson(
      manager,
      room,
      { minutes: 12, bytes: 9200 },
      { key: 'p1-materi', title: 'Empat kolom' },
    );
    quiz = await createQuiz(
      manager,
      room,
      {},
      { key: 'p1-kuis', title: 'Kuis keluar P1', position: 2, dueRule: '+4d 23:59' },
    );
    task = await createAssignment(
      manager,
      room,
      {},
      { key: 'T1', title: 'T1 · Catatan', position: 3, dueRule: '+7d' },
    );
    const { course, module, classGroup } = room;
    const session = await createSession(manager, { courseId: course.id, moduleId: module.id, number: 2 });
    await createMeeting(manager, classGroup, session, new Date('2027-09-09T08:30:00Z'));
    await createLesson(manager, { ...room, session }, {}, { key: 'p2-materi', title: 'Dua dompet' });
    await createMeeting(manager, classGroup, null, new Date('2027-09-14T08:30:00Z'));
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

async function progress(states: [Activity, ProgressState, number | null][]): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    await manager.delete(Progress, { enrolmentId: room.enrolment.id });
    for (const [{ id: activityId }, state, score] of states) {
      const judged = { score, criticalScore: score, mustPassMet: false };
      await manager.insert(Progress, {
        enrolmentId: room.enrolment.id,
        activityId,
        state,
        ...judged,
        at: testNow,
      });
    }
  });
}

const home = async (): Promise<string> => (await (await app.as(cast.student)).get('/home').expect(200)).text;

/** The text of the panel under a heading, without its markup. */
function panel(html: string, heading: string): string {
  const [, rest = ''] = html.split(`<h2>${heading}</h2>`);
  return rest
    .split('</section>')[0]!
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the first page of a learner', () => {
  it('greets by the time of day and names the week', async () => {
    await progress([]);
    const html = await home();
    expect(html).toContain('<h1>Selamat pagi, Norlaila</h1>');
    expect(html).toContain('Selasa, 31 Agustus 2027 · pekan 1 dari 3');
    expect(html).toContain('<small>Angkatan I</small>');
  });

  it('says what is next, with a button that names what it does', async () => {
    await progress([]);
    const html = await home();
    expect(html).toContain('<h2>Materi P1: Empat kolom</h2><p>12 menit · 9 kB</p>');
    expect(html).toContain(`<a class="button" href="/lessons/${lesson.id}">Baca materi</a>`);
  });

  it('puts returned work first', async () => {
    await progress([[task, 'returned', null]]);
    const html = await home();
    expect(html).toContain('<h2>T1 · Catatan</h2><p>Perorangan. Dikembalikan Selasa, 31 Agustus</p>');
    expect(html).toContain(`<a class="button" href="/assignments/${task.id}">Perbaiki</a>`);
    expect(panel(html, 'Baru dinilai')).toBe('T1 · Catatan dikembalikan Selasa, 31 Agustus');
  });

  it('shows the meeting of today, else the next one', async () => {
    expect(panel(await home(), 'Pertemuan hari ini')).toBe(
      'P1 · Pertemuan 1 15.30–17.30 WIB · Aula PLUT · Elsi Bahen',
    );
    app.clock.set('2027-09-01T00:00:00Z');
    expect(panel(await home(), 'Pertemuan berikutnya')).toBe(
      'P2 · Pertemuan 2 Kamis, 9 September, 15.30–17.30 WIB · Aula PLUT · Elsi Bahen',
    );
    app.clock.set('2027-09-14T00:00:00Z');
    expect(panel(await home(), 'Pertemuan hari ini')).toContain('Pertemuan cadangan');
  });

  it('lists what is due within seven days, but not what is on top already', async () => {
    await progress([]);
    const due = panel(await home(), 'Batas waktu tujuh hari ini');
    expect(due).toMatch(/^Kuis keluar P1: Pertemuan 1 4 hari lagi .*Sabtu, 4 September, 23\.59 WIB/);
    expect(due).not.toContain('Empat kolom');
    expect(due).not.toContain('T1');
    app.clock.set('2027-09-06T09:00:00Z');
    const later = panel(await home(), 'Batas waktu tujuh hari ini');
    expect(later).toContain('Materi P2: Dua dompet terbuka Baca sebelum Kamis, 9 September');
  });

  it('shows scores as they come, and how far it is', async () => {
    await progress([
      [lesson, 'done', null],
      [quiz, 'done', 8750],
      [task, 'done', 9000],
    ]);
    const html = await home();
    expect(panel(html, 'Baru dinilai')).toContain('Kuis keluar P1: Pertemuan 1 87,50');
    expect(panel(html, 'Menuju sertifikat')).toBe(
      '1 dari 2 pertemuan selesai Kegiatan wajib 3 dari 4 Apa yang masih kurang?',
    );
    expect(html).toContain('Semua yang terbuka sudah selesai');
  });

  it('gives no tick to a score below what is asked for', async () => {
    await progress([[quiz, 'done', 3125]]);
    expect(panel(await home(), 'Baru dinilai')).toContain('Kuis keluar P1: Pertemuan 1 31,25, di bawah 70');
  });

  it('shows the attendance so far', async () => {
    await app.units.inTransaction((manager) =>
      manager.insert(AttendanceMark, {
        meetingId: room.meeting.id,
        enrolmentId: room.enrolment.id,
        status: 'T',
        isRepaired: false,
        method: 'register',
        at: testNow,
        markedById: cast.instructor.id,
      }),
    );
    const html = await home();
    expect(html).toContain('<li class="t"><span aria-hidden="true">T</span>');
    expect(panel(html, 'Presensi')).toContain('Hadir 1 dari 1 pertemuan');
  });

  it('leads to the certificate once the cohort is over, and to no work any more', async () => {
    await app.units.inTransaction((manager) =>
      manager.update(Cohort, { id: room.cohort.id }, { status: 'finished' }),
    );
    const html = await home();
    await app.units.inTransaction((manager) =>
      manager.update(Cohort, { id: room.cohort.id }, { status: 'running' }),
    );
    expect(html).toContain('Angkatan Anda sudah selesai');
    expect(html).toContain('class="button" href="/certificate"');
    expect(html).not.toContain('id="next"');
  });

  it('is honest with who is in no cohort', async () => {
    await (
      await app.as(cast.stranger)
    )
      .get('/home')
      .expect(200)
      .expect(/belum terdaftar di angkatan/);
  });
});

describe('the first page of a coordinator', () => {
  it('greets', async () => {
    await (
      await app.as(cast.coordinator)
    )
      .get('/home')
      .expect(200)
      .expect(/Selamat pagi, Siti/);
  });
});

describe('the public page', () => {
  const landing = async () => (await app.guest().get('/').expect(200)).text;

  it('tells of the course by figures that come from it', async () => {
    const html = await landing();
    const figures = [...html.matchAll(/<b>(\d+)<\/b><span>(.*?)<\/span>/g)].map(([, count, label]) => [
      count,
      label,
    ]);
    expect(figures).toEqual([
      ['2', 'pertemuan'],
      ['1', 'modul'],
      ['8', 'JP tatap muka'],
    ]);
    expect(html).toContain('<li>Modul satu<span class="state">8 JP</span></li>');
  });

  it('lets anyone check a certificate, also one typed with mistakes of a pen', async () => {
    expect(await landing()).toMatch(/<form method="get" action="\/verify">.*name="code"/s);
    await app.guest().get('/verify?code=7kqf-2m9x-rt4d-8wpa').expect(303);
  });

  it('tells of the cohort with its dates and weekly times', async () => {
    await app.units.inTransaction((manager) =>
      manager.insert(
        Slot,
        [4, 2].map((weekday) => ({
          classGroupId: room.classGroup.id,
          weekday,
          startsAt: '15:30',
          minutes: 120,
          place: 'Aula PLUT',
          instructorId: null,
        })),
      ),
    );
    const html = await landing();
    expect(html).toContain('Angkatan yang berjalan');
    expect(html).toContain('<h2>Angkatan I</h2><p>31 Agustus 2027 – 14 September 2027</p>');
    expect(html).toContain('Kelas A · Selasa dan Kamis, 15.30–17.30 WIB · Aula PLUT');
  });

  it('says only when the next cohort starts while it has no timetable', async () => {
    await app.units.inTransaction(async (manager) => {
      const { courseId, rules } = room.cohort;
      const next = { courseId, ordinal: 2, label: '2028-A', startsOn: '2028-02-28', rules };
      await manager.save(manager.create(Cohort, { ...next, status: 'planned' }));
    });
    expect(await landing()).toMatch(
      /Angkatan berikutnya<\/p><h2>Angkatan II<\/h2><p>Mulai 28 Februari 2028<\/p>/,
    );
  });

  it('stands without any course', async () => {
    const empty = await startApp();
    try {
      await empty
        .guest()
        .get('/')
        .expect(200)
        .expect(/Tiga bulan untuk menjadi pendamping/);
    } finally {
      await empty.close();
    }
  });
});
