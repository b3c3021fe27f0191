import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Meeting } from '../../src/cohorts/meeting.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import type { Session } from '../../src/courses/session.entity.js';
import { Progress, type ProgressState } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
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
let bare: Session;

// The first session was last week and is done but for its assignment, the second is today, the third has no content.
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    const { course, module, classGroup, meeting } = room;
    const where = { courseId: course.id, moduleId: module.id };
    await manager.update(
      Meeting,
      { id: meeting.id },
      { startsAt: new Date('2027-08-24T08:30:00Z'), endsAt: new Date('2027-08-24T10:30:00Z') },
    );
    const cost = { minutes: 12, bytes: 9200, pictureBytes: 41_000 };
    lesson = await createLesson(manager, room, cost, { key: 'p1-materi', title: 'Empat kolom' });
    quiz = await createQuiz(manager, room, {}, { key: 'p1-kuis', title: 'Kuis keluar P1', position: 2 });
    task = await createAssignment(manager, room, {}, { key: 'T1', title: 'T1 · Catatan', position: 3 });
    const second = await createSession(manager, { ...where, number: 2 });
    await createMeeting(manager, classGroup, second, new Date('2027-08-31T08:30:00Z'));
    await createLesson(manager, { ...room, session: second }, {}, { key: 'p2-materi', title: 'Dua dompet' });
    bare = await createSession(manager, { ...where, number: 3 });
    await createMeeting(manager, classGroup, bare, new Date('2027-09-07T08:30:00Z'));
  });
});
afterAll(() => app.close());

async function progress(states: [Activity, ProgressState, number | null][]): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    await manager.delete(Progress, { enrolmentId: room.enrolment.id });
    for (const [{ id }, state, score] of states)
      await manager.insert(Progress, {
        enrolmentId: room.enrolment.id,
        activityId: id,
        state,
        score,
        criticalScore: score,
        mustPassMet: false,
        at: testNow,
      });
  });
}

/** Marker and state of a session, as the page has them. */
function itemOf(html: string, key: string): { mark: string; text: string } {
  const item = html
    .match(/<li[^>]*><span class="marker.*?<\/li>/gs)
    ?.find((found) => found.includes(`>${key}</span>`));
  const [, mark = ''] = /^<li(?: class="(\w+)")?>/.exec(item ?? '') ?? [];
  return {
    mark,
    text: (item ?? '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  };
}

const course = async (): Promise<string> =>
  (await (await app.as(cast.student)).get('/course').expect(200)).text;

describe('the course of a learner', () => {
  it('is the path of the class, week by week', async () => {
    await progress([]);
    const html = await course();
    const weeks = [...html.matchAll(/<h2 class="week">(.*?)<\/h2>/g)].map(([, week]) => week);
    expect(weeks).toEqual(['Pekan 1', 'Pekan 2 · pekan ini', 'Pekan 3']);
    expect(html).toContain('3 pertemuan · 8 JP');
    expect(itemOf(html, 'P2')).toMatchObject({
      mark: 'today',
      text: expect.stringContaining('hari ini, 15.30 WIB · Modul 1'),
    });
    expect(itemOf(html, 'P1').text).toContain('· bacaan 12 menit, 50 kB');
    expect(itemOf(html, 'P3')).toMatchObject({
      mark: 'locked',
      text: expect.stringContaining('isi belum terbit'),
    });
  });

  it.each<[string, [() => Activity, ProgressState, number | null][], string, string]>([
    [
      'a quiz that closes today',
      [
        [() => lesson, 'done', null],
        [() => task, 'submitted', null],
      ],
      'today',
      'kuis tutup 23.59 WIB',
    ],
    [
      'all done',
      [
        [() => lesson, 'done', null],
        [() => quiz, 'done', 8750],
        [() => task, 'done', 9000],
      ],
      'done',
      '87,50',
    ],
    [
      'work that waits',
      [
        [() => lesson, 'done', null],
        [() => quiz, 'done', 8750],
        [() => task, 'submitted', null],
      ],
      'done',
      'menunggu nilai',
    ],
    [
      'returned work',
      [
        [() => lesson, 'done', null],
        [() => quiz, 'done', 8750],
        [() => task, 'returned', null],
      ],
      'today',
      'tugas dikembalikan',
    ],
  ])('tells of %s', async (_what, states, mark, text) => {
    await progress(states.map(([activity, state, score]) => [activity(), state, score]));
    expect(itemOf(await course(), 'P1')).toMatchObject({ mark, text: expect.stringContaining(text) });
  });

  it('says on top what to go on with: the lesson of today before the quiz of tonight', async () => {
    await progress([[lesson, 'done', null]]);
    expect(await course()).toMatch(/<h2 class="flush">Materi P2: Dua dompet<\/h2>.*>Baca materi<\/a>/);
    app.clock.set('2027-08-31T09:00:00Z');
    const html = await course();
    expect(html).toContain('<h2 class="flush">Kuis keluar P1: Pertemuan 1</h2>');
    expect(html).toContain(`<a class="button" href="/quizzes/${quiz.id}">Buka kuis</a>`);
    app.clock.set(testNow);
  });

  it('folds the weeks before the last, and says what is wrong in them', async () => {
    await progress([[task, 'returned', null]]);
    app.clock.set('2027-09-14T03:00:00Z');
    const html = await course();
    expect(html).toMatch(/<summary>Pekan 1–2 · 2 pertemuan.*tugas dikembalikan<\/span><\/summary>/);
    expect(html).toContain('<h2 class="week">Pekan 3</h2>');
    app.clock.set(testNow);
  });

  it('is honest where the class has no meetings', async () => {
    const learner = await app.units.inTransaction(async (manager) => {
      const person = await createPerson(manager, { name: 'Ririn Antang', role: 'student' });
      await manager.insert(Enrolment, {
        cohortId: room.cohort.id,
        personId: person.id,
        studentRecordId: null,
        status: 'active',
        enrolledAt: testNow,
      });
      return person;
    });
    const { text } = await (await app.as(learner)).get('/course').expect(200);
    expect(text).toContain('Jadwal kelas Anda belum disusun');
    expect(itemOf(text, 'P1')).toMatchObject({
      mark: 'locked',
      text: expect.stringContaining('belum dijadwalkan'),
    });
  });

  it('is honest with who is in no cohort', async () => {
    await (
      await app.as(cast.stranger)
    )
      .get('/course')
      .expect(200)
      .expect(/belum terdaftar di angkatan/);
  });
});

describe('the course of who teaches it', () => {
  it.each(['instructor', 'staff', 'admin'] as const)('is a preview without dates for %s', async (who) => {
    const { text } = await (await app.as(cast[who])).get('/course').expect(200);
    expect(text).toContain('Kelas Uji');
    expect(text).toContain('pratinjau');
    expect(itemOf(text, 'P2')).toEqual({
      mark: '',
      text: 'Strategi Pendampingan, P2 Pertemuan 2 Modul 1: Modul satu · bacaan 5 menit, 11 B',
    });
  });

  it('is empty for an instructor without classes', async () => {
    const idle = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
    );
    await (
      await app.as(idle)
    )
      .get('/course')
      .expect(200)
      .expect(/Belum ada kelas/);
  });
});

describe('a session', () => {
  it('shows when and where it is, its outcomes and its activities', async () => {
    await progress([[lesson, 'done', null]]);
    const { text } = await (await app.as(cast.student)).get(`/sessions/${room.session.id}`).expect(200);
    expect(text).toContain('Selasa, 24 Agustus 2027, 15.30–17.30 WIB');
    expect(text).toContain('Aula PLUT · Elsi Bahen');
    expect(text).toContain('Menyebut tiga hal');
    expect(text).toContain(`<a href="/lessons/${lesson.id}">Empat kolom</a>`);
    expect(text).toContain('<span class="meta">12 menit · 50 kB</span>');
    expect(text).toContain('2 soal, 15 menit · Batas waktu Selasa, 31 Agustus, 23.59 WIB · nilai minimal 70');
    expect(text).toContain('P2 · Pertemuan 2 →');
  });

  it('is honest without content', async () => {
    await (
      await app.as(cast.student)
    )
      .get(`/sessions/${bare.id}`)
      .expect(200)
      .expect(/Isi pertemuan ini belum terbit/);
  });

  it('does not link what is closed', async () => {
    await progress([]);
    app.clock.set('2027-08-20T00:00:00Z');
    const { text } = await (await app.as(cast.student)).get(`/sessions/${room.session.id}`).expect(200);
    expect(text).toContain('<span class="muted">Empat kolom</span>');
    expect(text).toContain('dibuka Sab, 21 Agu');
    app.clock.set(testNow);
  });

  it('is a preview for who teaches it', async () => {
    const { text } = await (await app.as(cast.instructor)).get(`/sessions/${room.session.id}`).expect(200);
    expect(text).toContain('pratinjau');
    expect(text).toContain('Empat kolom');
    expect(text).not.toContain('Batas waktu');
  });

  it('is not there for a stranger, nor anywhere else', async () => {
    await (await app.as(cast.stranger)).get(`/sessions/${room.session.id}`).expect(404);
    await (await app.as(cast.student)).get('/sessions/999999').expect(404);
  });
});
