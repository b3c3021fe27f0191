import { Extension } from '../../src/cohorts/activity-date.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { Attempt } from '../../src/quizzes/attempt.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createClassroom,
  createQuiz,
  createSession,
  enrol,
  publishing,
} from '../support/classroom.js';
import type { Client } from '../support/client.js';
import {
  answerAll,
  createFullQuiz,
  placeOf,
  secret,
  startAttempt,
  storedAttempt,
  type StoredQuestion,
} from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quiz: Activity;
let learners = 0;

/** Somebody new in the class, so that each test starts clean. */
async function newLearner(): Promise<{ client: Client; enrolment: Enrolment }> {
  const { person, enrolment } = await app.units.inTransaction(async (manager) => {
    const name = `Peserta ${'abcdefghijklmnopqrstuvwxyz'.charAt((learners += 1))}`;
    const person = await createPerson(manager, { name, role: 'student' });
    return { person, enrolment: await enrol(manager, room.cohort, person.id, [room.classGroup]) };
  });
  return { client: await app.as(person), enrolment };
}

const attemptsOf = (enrolment: Enrolment): Promise<Attempt[]> =>
  app.units.inTransaction((manager) =>
    manager.find(Attempt, { where: { enrolmentId: enrolment.id }, order: { number: 'ASC' } }),
  );

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  quiz = await app.units.inTransaction((manager) => createFullQuiz(manager, room));
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

describe('the page of a quiz', () => {
  it('says what to expect', async () => {
    const { client } = await newLearner();
    const { text } = await client.get(`/quizzes/${quiz.id}`).expect(200);
    for (const words of [
      '5 soal',
      '15 menit',
      'Paling banyak 3 kali, berjarak 24 jam',
      'Selasa, 7 September 2027',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Mulai percobaan 1');
  });

  it('counts the time that an extension adds', async () => {
    const { client, enrolment } = await newLearner();
    await app.units.inTransaction((manager) =>
      manager.insert(Extension, {
        enrolmentId: enrolment.id,
        activityId: quiz.id,
        dueAt: null,
        extraMinutes: 10,
        reason: 'Sakit',
        grantedById: cast.instructor.id,
      }),
    );
    await client.get(`/quizzes/${quiz.id}`).expect(/25 menit/);
    const id = await startAttempt(client, quiz.id);
    const { attempt } = await storedAttempt(app.units, id);
    expect(attempt.deadlineAt).toEqual(new Date(testNow.getTime() + 25 * 60_000));
  });

  it('does not exist for a stranger, an unknown quiz, another kind of activity', async () => {
    await (await app.as(cast.stranger)).get(`/quizzes/${quiz.id}`).expect(404);
    const { client } = await newLearner();
    await client.get('/quizzes/999999').expect(404);
    await client.get('/quizzes/x').expect(404);
  });

  it('shows who teaches it the questions that it draws from, with the keys and why', async () => {
    const { text } = await (await app.as(cast.instructor)).get(`/quizzes/${quiz.id}`).expect(200);
    for (const words of ['di bank soal', 'Ketentuan', 'pilihan yang benar', 'Jawaban yang benar', secret])
      expect(text).toContain(words);
    expect(text).not.toContain('Mulai percobaan');
    const learner = (await newLearner()).client;
    expect((await learner.get(`/quizzes/${quiz.id}`).expect(200)).text).not.toContain(secret);
  });

  it('shows them one session at a time where it draws from several', async () => {
    const exam = await app.units.inTransaction((manager) =>
      createQuiz(manager, room, { purpose: 'final', from: [1, 2] }, { key: 'final', title: 'Ujian akhir' }),
    );
    const staff = await app.as(cast.staff);
    const first = await staff.get(`/quizzes/${exam.id}`).expect(200);
    expect(first.text).toContain(`href="/quizzes/${exam.id}?session&#x3D;2"`);
    await staff
      .get(`/quizzes/${exam.id}?session=2`)
      .expect(200)
      .expect(/aria-current="page">P2</);
    await staff
      .get(`/quizzes/${exam.id}?session=7`)
      .expect(200)
      .expect(/aria-current="page">P1</);
  });

  it('hides them from an instructor of no class of the course', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rini Hamid', role: 'instructor' }),
    );
    await (await app.as(other)).get(`/quizzes/${quiz.id}`).expect(404);
  });
});

describe('starting an attempt', () => {
  it('leads to its first question and says so in the progress', async () => {
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    await client
      .get(`/attempts/${id}`)
      .expect(200)
      .expect(/Soal 1 dari 5/);
    const progress = await app.units.inTransaction((manager) =>
      manager.findOneByOrFail(Progress, { enrolmentId: enrolment.id, activityId: quiz.id }),
    );
    expect(progress).toMatchObject({ state: 'started', score: null, criticalScore: null });
  });

  it('again leads to the same attempt', async () => {
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    app.clock.advance(60_000);
    expect(await startAttempt(client, quiz.id)).toBe(id);
    expect(await attemptsOf(enrolment)).toHaveLength(1);
  });

  it('twenty times at once with one attempt left begins exactly one', async () => {
    const { client, enrolment } = await newLearner();
    for (let number = 1; number < 3; number += 1) {
      const id = await startAttempt(client, quiz.id);
      await client.post(`/attempts/${id}/submission`).expect(303);
      app.clock.advance(24 * 3_600_000);
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post(`/quizzes/${quiz.id}/attempts`)),
    );
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`)).size).toBe(1);
    const attempts = await attemptsOf(enrolment);
    expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(answers[0]?.headers['location']).toBe(`/attempts/${attempts[2]?.id}`);
  });

  it('waits a day, then draws again, and ends with the third', async () => {
    const { client } = await newLearner();
    for (let number = 1; number <= 3; number += 1) {
      const id = await startAttempt(client, quiz.id);
      await client.post(`/attempts/${id}/submission`).expect(303);
      const refused = await client.post(`/quizzes/${quiz.id}/attempts`).expect(303);
      expect(refused.headers['location']).toBe(`/quizzes/${quiz.id}`);
      const { text } = await client.get(`/quizzes/${quiz.id}`).expect(200);
      const sentence = number < 3 ? 'Percobaan berikutnya dapat dimulai' : 'Semua 3 percobaan sudah dipakai';
      expect(text.split(sentence).length).toBeGreaterThan(2);
      app.clock.advance(24 * 3_600_000);
    }
  });

  it('is refused before it opens and after it is due, with the time', async () => {
    const { client, enrolment } = await newLearner();
    app.clock.set('2027-08-28T08:29:00Z');
    await client.post(`/quizzes/${quiz.id}/attempts`).expect(303);
    await client.get(`/quizzes/${quiz.id}`).expect(/Kuis ini dibuka Sabtu, 28 Agustus 2027, 15.30 WIB/);
    app.clock.set('2027-09-07T17:00:00Z');
    await client.post(`/quizzes/${quiz.id}/attempts`).expect(303);
    await client.get(`/quizzes/${quiz.id}`).expect(/Kuis ini sudah ditutup Selasa, 7 September 2027/);
    expect(await attemptsOf(enrolment)).toEqual([]);
  });

  it('is refused while the meeting has no date, and where there are no questions', async () => {
    const { client } = await newLearner();
    const [unplanned, empty] = await app.units.inTransaction(async (manager) => {
      const later = { courseId: room.course.id, moduleId: room.module.id };
      const session = await createSession(manager, { ...later, number: 9 });
      const other = await createSession(manager, { ...later, number: 10 });
      return [
        await createQuiz(manager, { ...room, session }, {}, { key: 'tanpa-jadwal' }),
        await createQuiz(
          manager,
          { ...room, session: other },
          { purpose: 'midterm', from: [10] },
          { key: 'kosong', opensRule: null, dueRule: null },
        ),
      ];
    });
    await client.get(`/quizzes/${unplanned?.id}`).expect(/belum ditetapkan/);
    await client.post(`/quizzes/${empty?.id}/attempts`).expect(303);
    await client.get(`/quizzes/${empty?.id}`).expect(/belum punya soal/);
  });

  it('is not for strangers, nor for who has left', async () => {
    await (await app.as(cast.stranger)).post(`/quizzes/${quiz.id}/attempts`).expect(404);
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    await app.units.inTransaction((manager) =>
      manager.update(Enrolment, { id: enrolment.id }, { status: 'withdrawn' }),
    );
    await client.post(`/quizzes/${quiz.id}/attempts`).expect(404);
    await client.get(`/attempts/${id}`).expect(404);
  });

  it('needs the token of the page', async () => {
    const { client } = await newLearner();
    await client.forge(`/quizzes/${quiz.id}/attempts`).expect(403);
  });

  it('keeps what the attempt began with when a question is published anew', async () => {
    const { client } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    const { questions } = await storedAttempt(app.units, id);
    const place = placeOf(questions, 'truefalse');
    const { questionVersion } = questions[place - 1] as StoredQuestion;
    await app.units.inTransaction((manager) =>
      publishing.publishQuestion(
        manager,
        questionVersion.questionId,
        { ...questionVersion, stem: 'Pernyataan baru' },
        { now: testNow },
      ),
    );
    await client.get(`/attempts/${id}?question=${place}`).expect(/Soal kuis-p1-truefalse/);
    const other = await newLearner();
    const later = await startAttempt(other.client, quiz.id);
    await other.client.get(`/attempts/${later}/questions`).expect(/Pernyataan baru/);
  });
});

describe('time granted while an attempt runs', () => {
  it('reaches it at the button, and is never taken back', async () => {
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    const extension = { enrolmentId: enrolment.id, activityId: quiz.id };
    await app.units.inTransaction((manager) =>
      manager.insert(Extension, {
        ...extension,
        dueAt: null,
        extraMinutes: 5,
        reason: 'Listrik padam',
        grantedById: cast.instructor.id,
      }),
    );
    await startAttempt(client, quiz.id);
    const granted = new Date(testNow.getTime() + 20 * 60_000);
    expect((await storedAttempt(app.units, id)).attempt.deadlineAt).toEqual(granted);
    await app.units.inTransaction((manager) => manager.delete(Extension, extension));
    await startAttempt(client, quiz.id);
    expect((await storedAttempt(app.units, id)).attempt.deadlineAt).toEqual(granted);
  });
});

describe('the earlier attempts', () => {
  it('are listed with their scores', async () => {
    const { client } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    await answerAll(app.units, client, id, ['single']);
    await client.post(`/attempts/${id}/submission`).expect(303);
    const { text } = await client.get(`/quizzes/${quiz.id}`).expect(200);
    expect(text).toContain(`href="/attempts/${id}"`);
    expect(text).toContain('80,00');
  });

  it('whose time ran out are ended when the page is looked at', async () => {
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    await answerAll(app.units, client, id);
    app.clock.advance(16 * 60_000);
    const { text } = await client.get(`/quizzes/${quiz.id}`).expect(200);
    expect(text).toContain('Nilai belum dibuka');
    const [attempt] = await attemptsOf(enrolment);
    expect(attempt).toMatchObject({ state: 'scored', score: 10_000 });
    expect(attempt?.submittedAt).toEqual(new Date(testNow.getTime() + 15 * 60_000));
    app.clock.advance(10 * 60_000);
    await client.get(`/quizzes/${quiz.id}`).expect(/100,00/);
  });

  it('whose time ran out are ended by a job where nobody looks', async () => {
    const { client, enrolment } = await newLearner();
    const id = await startAttempt(client, quiz.id);
    await answerAll(app.units, client, id);
    app.clock.advance(16 * 60_000);
    await app.app.get(Worker).workOff();
    const progress = await app.units.inTransaction((manager) =>
      manager.findOneByOrFail(Progress, { enrolmentId: enrolment.id, activityId: quiz.id }),
    );
    expect(progress).toMatchObject({ state: 'done', score: 10_000 });
  });
});
