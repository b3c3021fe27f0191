import { Cohort } from '../../src/cohorts/cohort.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { StandingsService } from '../../src/results/standings.service.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { answerAll, createFullQuiz, startAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let exam: Activity;
let attemptId: number;
let student: Client;

/** Three of five questions right; the number stands on no page for another reason. */
const score = '60,00';
/** The exam is due on 7 September at 23.59 WIB; ten minutes later late answers have arrived. */
const closed = '2027-09-07T17:09:00.001Z';

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  exam = await app.units.inTransaction(async (manager) => {
    await manager.update(
      Cohort,
      { id: room.cohort.id },
      {
        rules: {
          ...room.cohort.rules,
          requirements: [
            { kind: 'criticalAspects', min: 8000, mustPass: true },
            { kind: 'finalScore', min: 7000 },
          ],
          criticalAspects: [{ key: 'ethics', name: 'Etika' }],
        },
      },
    );
    return await createFullQuiz(
      manager,
      room,
      { purpose: 'midterm', from: [1], review: 'afterDue', attempts: 1 },
      { key: 'utp', critical: 'ethics' },
    );
  });
  student = await app.as(cast.student);
  attemptId = await startAttempt(student, exam.id);
  await answerAll(app.units, student, attemptId, ['single', 'short']);
  await student.post(`/attempts/${attemptId}/submission`).expect(303);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

const pages: [string, () => string][] = [
  ['the first page', () => '/home'],
  ['the course', () => '/course'],
  ['its session', () => `/sessions/${room.session.id}`],
  ['the page of the quiz', () => `/quizzes/${exam.id}`],
  ['the end of the attempt', () => `/attempts/${attemptId}`],
  ['the way to the certificate', () => '/progress'],
];

describe('the score of an exam', () => {
  it.each(pages)('stands not on %s before its review opens', async (_name, path) => {
    const before = new Date(new Date(closed).getTime() - 1);
    for (const when of [testNow, before]) {
      app.clock.set(when);
      expect((await student.get(path()).expect(200)).text).not.toContain(score);
    }
  });

  it.each(pages)('stands on %s from the moment on at which it opens', async (_name, path) => {
    app.clock.set(closed);
    expect((await student.get(path()).expect(200)).text).toContain(score);
  });

  it('counts in no sum that the learner sees, and as missing in none', async () => {
    app.clock.set('2027-09-07T17:05:00Z');
    const { text } = await student.get('/progress').expect(200);
    expect(text).toContain('Mengapa nilai sementara saya –?');
    expect(text).not.toContain('dihitung nol');
    expect(text).toContain('Aspek kritis belum terpenuhi: Etika.');
  });

  it('is seen at once by who judges and issues', async () => {
    const [standing] = await app.app.get(StandingsService).ofCohort(room.cohort.id);
    expect(standing?.result.provisional).toBe(6000);
    const staff = await app.as(cast.staff);
    expect((await staff.get(`/cohorts/${room.cohort.id}/certificates`).expect(200)).text).toContain(score);
  });
});

describe('the score of an attempt that its time ended', () => {
  it('waits for the late answers also where the review opens at once', async () => {
    const quiz = await app.units.inTransaction((manager) =>
      createFullQuiz(manager, room, { questions: 5 }, { key: 'keluar', position: 2 }),
    );
    const id = await startAttempt(student, quiz.id);
    await answerAll(app.units, student, id, ['single', 'short']);
    const look = async () => {
      await student.get(`/attempts/${id}`).expect(200);
      return (await student.get(`/sessions/${room.session.id}`).expect(200)).text;
    };
    app.clock.advance(16 * 60_000);
    expect(await look()).not.toMatch(/\d,\d\d[<,]/);
    app.clock.advance(10 * 60_000);
    expect(await look()).toMatch(/\d,\d\d[<,]/);
  });
});
