import type { Activity } from '../../src/courses/activity.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createClassroom,
  createGroup,
  createMeeting,
  createSession,
  enrol,
} from '../support/classroom.js';
import type { Client } from '../support/client.js';
import {
  answerAll,
  answerJson,
  answerTo,
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
/** An exit quiz whose single question must be passed, on a critical aspect. */
let exit: Activity;
/** A midterm of another session, closed to review until everybody is done. */
let midterm: Activity;
let learners = 0;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function newLearner(): Promise<{ client: Client; enrolment: Enrolment }> {
  const { person, enrolment } = await app.units.inTransaction(async (manager) => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    learners += 1;
    const name = `Peserta ${letters.charAt(Math.floor(learners / 26))}${letters.charAt(learners % 26)}`;
    const person = await createPerson(manager, { name, role: 'student' });
    return { person, enrolment: await enrol(manager, room.cohort, person.id, [room.classGroup]) };
  });
  return { client: await app.as(person), enrolment };
}

interface Running {
  client: Client;
  enrolment: Enrolment;
  id: number;
  questions: StoredQuestion[];
  /** Place of the question of a type. */
  at: (type: string) => number;
}

async function begin(quiz = exit): Promise<Running> {
  const { client, enrolment } = await newLearner();
  const id = await startAttempt(client, quiz.id);
  const { questions } = await storedAttempt(app.units, id);
  return { client, enrolment, id, questions, at: (type) => placeOf(questions, type) };
}

const stored = (id: number) => storedAttempt(app.units, id);
const questionAt = async (id: number, position: number): Promise<StoredQuestion> =>
  (await stored(id)).questions[position - 1] as StoredQuestion;
const answersOf = (id: number): string => `/attempts/${id}/answers`;
const submit = (client: Client, id: number) => client.post(`/attempts/${id}/submission`);
const progressOf = (enrolment: Enrolment, quiz = exit): Promise<Progress> =>
  app.units.inTransaction((manager) =>
    manager.findOneByOrFail(Progress, { enrolmentId: enrolment.id, activityId: quiz.id }),
  );

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    exit = await createFullQuiz(
      manager,
      room,
      {},
      { key: 'keluar', mustPass: ['single'], critical: 'ethics' },
    );
    const session = await createSession(manager, {
      courseId: room.course.id,
      moduleId: room.module.id,
      number: 2,
    });
    const otherClass = await createGroup(manager, room.cohort, 'class', 'Kelas B');
    const later = await createPerson(manager, { name: 'Yang Kemudian', role: 'student' });
    await enrol(manager, room.cohort, later.id, [otherClass]);
    await createMeeting(manager, room.classGroup, session, new Date('2027-08-31T08:30:00Z'));
    await createMeeting(manager, otherClass, session, new Date('2027-09-02T08:30:00Z'));
    midterm = await createFullQuiz(
      manager,
      { ...room, session },
      { purpose: 'midterm', from: [2], review: 'afterDue', attempts: 1 },
      { key: 'utp' },
    );
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

describe('the page of a question', () => {
  it.each(['single', 'multiple', 'truefalse', 'numeric', 'short'])(
    'shows one of the type %s',
    async (type) => {
      const { client, id, at } = await begin();
      const { text } = await client.get(`/attempts/${id}?question=${at(type)}`).expect(200);
      expect(text).toContain(`Soal ${at(type)} dari 5`);
      expect(text).toContain(`Soal keluar-${type}`);
      expect(text).toMatch(/name="answer"/);
      expect(text).toContain('15.00');
    },
  );

  it('opens at the first question without an answer, also for a place that is none', async () => {
    const { client, id, questions } = await begin();
    const [first] = questions;
    await client
      .postJson(answersOf(id), answerJson(1, answerTo(first as StoredQuestion, 'right')))
      .expect(200);
    await client.get(`/attempts/${id}`).expect(/Soal 2 dari 5/);
    await client.get(`/attempts/${id}?question=99`).expect(/Soal 2 dari 5/);
    await client.get(`/attempts/${id}?question=x`).expect(/Soal 2 dari 5/);
  });

  it.each(['', '/questions', '/review'])("is nobody else's: %s", async (page) => {
    const { id } = await begin();
    const { client } = await newLearner();
    await client.get(`/attempts/${id}${page}`).expect(404);
    await (await app.as(cast.stranger)).get(`/attempts/${id}${page}`).expect(404);
  });

  it('keeps the order of its options', async () => {
    const { client, id, at } = await begin();
    const look = async (): Promise<string[]> => {
      const { text } = await client.get(`/attempts/${id}?question=${at('multiple')}`);
      return [...text.matchAll(/value="([a-c])"><span>\s*([^<]*?)\s*</g)].map(
        ([, letter, label]) => `${letter} ${label}`,
      );
    };
    const first = await look();
    expect(first).toHaveLength(3);
    app.clock.advance(MINUTE);
    expect(await look()).toEqual(first);
  });
});

describe('the key', () => {
  const pagesOf = (id: number): string[] => [
    ...[1, 2, 3, 4, 5].map((number) => `/attempts/${id}?question=${number}`),
    `/attempts/${id}/questions`,
    `/attempts/${id}/review`,
    `/attempts/${id}`,
  ];
  const tells = (text: string): boolean =>
    text.includes(secret) || /correct|optionOrder|isRight|must_?pass/i.test(text);

  it('leaves the server on no page and in no reply while an attempt runs', async () => {
    const { client, id, questions } = await begin();
    for (const question of questions) {
      const { text } = await client
        .postJson(answersOf(id), answerJson(question.position, answerTo(question, 'wrong')))
        .expect(200);
      expect(tells(text)).toBe(false);
      expect(text).not.toMatch(/score|points/);
    }
    for (const page of [...pagesOf(id), `/quizzes/${exit.id}`]) {
      const { text } = await client.get(page).expect(200);
      expect(tells(text)).toBe(false);
    }
  });

  it('is shown after an exit quiz was handed in, with the explanation of each option', async () => {
    const { client, id } = await begin();
    await answerAll(app.units, client, id, ['single', 'short']);
    await submit(client, id).expect(303);
    const { text } = await client.get(`/attempts/${id}`).expect(200);
    for (const option of [
      'Menolak dengan sopan',
      'Mengirim foto KTP',
      'Diam saja',
      'NIB',
      'Izin edar',
      'Paspor',
    ])
      expect(text).toContain(`Pembahasan ${secret} ${option}`);
    for (const explanation of [`Hitung ${secret}.`, `Kata itu ${secret}.`, `Pernyataan itu ${secret}.`])
      expect(text).toContain(explanation);
    expect(text).toContain('14.171 rupiah');
  });

  it('waits ten minutes where the time ended the attempt, as answers may still arrive', async () => {
    const { client, id, questions, at } = await begin();
    app.clock.advance(16 * MINUTE);
    const early = await client.get(`/attempts/${id}`).expect(200);
    expect(tells(early.text)).toBe(false);
    expect(early.text).toContain('Nilai dibuka Selasa, 31 Agustus 2027, 10.25 WIB');
    const numeric = answerTo(questions[at('numeric') - 1] as StoredQuestion, 'wrong');
    const late = await client.postJson(
      answersOf(id),
      answerJson(at('numeric'), numeric, { at: testNow.getTime() + 15 * MINUTE }),
    );
    expect(late.body).toMatchObject({ outcome: 'late-counts' });
    app.clock.advance(10 * MINUTE);
    expect(tells((await client.get(`/attempts/${id}`)).text)).toBe(true);
  });

  it('of a midterm waits until nobody can sit it any more', async () => {
    const { client, id, questions } = await begin(midterm);
    for (const question of questions)
      await client
        .postJson(answersOf(id), answerJson(question.position, answerTo(question, 'wrong')))
        .expect(200);
    await submit(client, id).expect(303);
    const look = async (): Promise<string> => (await client.get(`/attempts/${id}`).expect(200)).text;
    for (const when of ['2027-08-31T04:00:00Z', '2027-09-07T17:30:00Z', '2027-09-09T17:00:00Z']) {
      app.clock.set(when);
      const text = await look();
      expect(tells(text)).toBe(false);
      expect(text).toContain('Nilai dibuka Jumat, 10 September 2027, 00.09 WIB');
    }
    app.clock.set('2027-09-09T17:10:00Z');
    expect(tells(await look())).toBe(true);
  });
});

describe('a plain form', () => {
  const form = (question: StoredQuestion, kind: 'right' | 'wrong', more: object = {}) => ({
    question: question.position,
    seq: question.seq,
    answer: answerTo(question, kind),
    ...more,
  });

  it('saves, and goes where its button says', async () => {
    const { client, id, questions } = await begin();
    const [first, , , , last] = questions as [
      StoredQuestion,
      StoredQuestion,
      StoredQuestion,
      StoredQuestion,
      StoredQuestion,
    ];
    for (const [go, place] of [
      ['next', `/attempts/${id}?question=2`],
      ['4', `/attempts/${id}?question=4`],
      ['review', `/attempts/${id}/review`],
    ])
      await client
        .post(answersOf(id), form(first, 'right', { go }))
        .expect(303)
        .expect('Location', String(place));
    await client
      .post(answersOf(id), form(last, 'right', { go: 'next' }))
      .expect(303)
      .expect('Location', `/attempts/${id}/review`);
    const { questions: after, log } = await stored(id);
    expect(after.map(({ value, seq }) => [value !== null, seq])).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
      [false, 0],
      [true, 1],
    ]);
    expect(log.map(({ outcome, clientAt }) => [outcome, clientAt])).toEqual([
      ['write', null],
      ['write', null],
    ]);
  });

  it('shows the answer and when it was saved', async () => {
    const { client, id, questions, at } = await begin();
    const question = questions[at('short') - 1] as StoredQuestion;
    await client.post(answersOf(id), form(question, 'wrong', { flagged: 'on', go: 'next' })).expect(303);
    const { text } = await client.get(`/attempts/${id}?question=${question.position}`);
    expect(text).toContain('value="musyawarah"');
    expect(text).toContain('Tersimpan 10.00.00 WIB');
    expect(text).toContain('1 dari 5 terjawab');
    expect(text).toContain(`Soal ${question.position}: terjawab, ditandai`);
  });

  it('takes an answer back', async () => {
    const { client, id, questions, at } = await begin();
    const question = questions[at('multiple') - 1] as StoredQuestion;
    await client.post(answersOf(id), form(question, 'right')).expect(303);
    await client.post(answersOf(id), { question: question.position, seq: 1, go: 'next' }).expect(303);
    expect((await questionAt(id, question.position)).value).toBeNull();
  });

  it('says what is wrong, with what was typed', async () => {
    const { client, id, at } = await begin();
    const { text } = await client
      .post(answersOf(id), { question: at('numeric'), seq: 0, answer: 'sepuluh', go: 'next' })
      .expect(422);
    expect(text).toContain('Tulis satu angka');
    expect(text).toContain('value="sepuluh"');
    expect((await stored(id)).log).toEqual([]);
  });

  it('shows both answers where another page was faster, and overwrites only when told to', async () => {
    const { client, id, questions, at } = await begin();
    const question = questions[at('single') - 1] as StoredQuestion;
    await client.post(answersOf(id), form(question, 'right', { go: 'next' })).expect(303);
    const { text } = await client.post(answersOf(id), form(question, 'wrong', { go: 'next' })).expect(409);
    expect(text).toContain('Menolak dengan sopan');
    expect(text).toContain('Mengirim foto KTP');
    expect(text).toContain('Pakai jawaban yang baru');
    expect((await questionAt(id, question.position)).value).toBe('a');
    const refused = /name="seq" value="(\d+)">[^]*?name="answer" value="([a-c])"/.exec(text) ?? [];
    await client
      .post(answersOf(id), {
        question: question.position,
        seq: Number(refused[1]),
        answer: String(refused[2]),
      })
      .expect(303);
    expect(await questionAt(id, question.position)).toMatchObject({ value: 'b', seq: 2 });
    expect((await stored(id)).log.map(({ outcome }) => outcome)).toEqual(['write', 'conflict', 'write']);
  });

  it('leads to the result where the time is up', async () => {
    const { client, id, questions } = await begin();
    app.clock.advance(15 * MINUTE + 1);
    await client
      .post(answersOf(id), form(questions[0] as StoredQuestion, 'right'))
      .expect(303)
      .expect('Location', `/attempts/${id}`);
    await client.get(`/attempts/${id}`).expect(/Jawaban terakhir ini disimpan terpisah/);
  });
});

describe('an answer of the script', () => {
  it('is acknowledged with the time and the next counter', async () => {
    const { client, id, at } = await begin();
    const reply = await client
      .postJson(answersOf(id), answerJson(at('numeric'), ' 14.171 rupiah '))
      .expect(200);
    expect(reply.body).toEqual({
      outcome: 'saved',
      question: at('numeric'),
      seq: 1,
      savedAt: '10.00.00 WIB',
      remainingMs: 15 * MINUTE,
      reading: 'Dibaca sebagai 14.171',
    });
    expect(await questionAt(id, at('numeric'))).toMatchObject({ value: '14.171 rupiah', seq: 1 });
  });

  it('sent again gets the same reply and is written once, also after others came', async () => {
    const { client, id, at } = await begin();
    const first = answerJson(at('short'), 'satu');
    const reply = await client.postJson(answersOf(id), first).expect(200);
    await client.postJson(answersOf(id), answerJson(at('short'), 'dua', { seq: 1 })).expect(200);
    app.clock.advance(MINUTE);
    const again = await client.postJson(answersOf(id), first).expect(200);
    expect(again.body).toEqual({ ...reply.body, remainingMs: 14 * MINUTE });
    expect(await questionAt(id, at('short'))).toMatchObject({ value: 'dua', seq: 2 });
    expect((await stored(id)).log).toHaveLength(2);
  });

  it('from a stale page is a conflict: kept in the log, nothing overwritten', async () => {
    const { client, id, at, questions } = await begin();
    const [right, wrong] = (['right', 'wrong'] as const).map((kind) =>
      answerTo(questions[at('multiple') - 1] as StoredQuestion, kind),
    );
    await client.postJson(answersOf(id), answerJson(at('multiple'), right)).expect(200);
    const stale = answerJson(at('multiple'), wrong);
    const reply = await client.postJson(answersOf(id), stale).expect(409);
    expect(reply.body.current).toMatchObject({
      outcome: 'conflict',
      question: at('multiple'),
      seq: 1,
      flagged: false,
    });
    expect(reply.body.current.answer.toSorted()).toEqual([right].flat().toSorted());
    expect((await client.postJson(answersOf(id), stale).expect(409)).body.current).toEqual(
      reply.body.current,
    );
    expect((await stored(id)).log.map(({ outcome }) => outcome)).toEqual(['write', 'conflict']);
  });

  it('that says what stands already is no conflict', async () => {
    const { client, id, at } = await begin();
    await client.postJson(answersOf(id), answerJson(at('short'), 'satu')).expect(200);
    const reply = await client.postJson(answersOf(id), answerJson(at('short'), ' satu')).expect(200);
    expect(reply.body).toMatchObject({ outcome: 'unchanged', seq: 1 });
  });

  it('of twenty at once from one page exactly one is written', async () => {
    const { client, id, at } = await begin();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        client.postJson(answersOf(id), answerJson(at('short'), `jawaban ${number}`)),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
    const { questions, log } = await stored(id);
    expect(questions[at('short') - 1]?.seq).toBe(1);
    expect(log).toHaveLength(20);
  });

  it.each<[string, (run: Running) => [number, unknown], string]>([
    ['an option that the question has not', ({ at }) => [at('single'), 'd'], 'unknown-option'],
    [
      'an option of another question among its own',
      ({ at }) => [at('multiple'), ['a', 'j']],
      'unknown-option',
    ],
    ['a truth for a choice', ({ at }) => [at('single'), true], 'malformed'],
    ['an object', ({ at }) => [at('short'), { $ne: '' }], 'malformed'],
    ['several for a single choice', ({ at }) => [at('single'), ['a', 'b']], 'malformed'],
    ['a choice for a truth', ({ at }) => [at('truefalse'), 'a'], 'unknown-option'],
    ['words for a number', ({ at }) => [at('numeric'), 'sepuluh'], 'not-a-number'],
    ['a megabyte-long word', ({ at }) => [at('short'), 'x'.repeat(20_000)], 'too-long'],
    ['a NUL', ({ at }) => [at('short'), 'a\u0000b'], 'strange-characters'],
  ])('is refused for %s', async (_what, of) => {
    const run = await begin();
    const [question, answer] = of(run);
    const { body } = await run.client.postJson(answersOf(run.id), answerJson(question, answer)).expect(422);
    expect(body.outcome).toBe('rejected');
    const { questions, log } = await stored(run.id);
    expect(log).toEqual([]);
    expect(questions.every(({ value, seq }) => value === null && seq === 0)).toBe(true);
  });

  it.each<[string, object]>([
    ['no question', { question: null }],
    ['a question below one', { question: 0 }],
    ['a negative counter', { seq: -1 }],
    ['an infinite counter', { seq: '1e309' }],
    ['a key too short', { key: 'x' }],
    ['a key with a quote', { key: `${'a'.repeat(20)}'` }],
    ['a time that is none', { at: 'kemarin' }],
  ])('is refused with %s', async (_what, change) => {
    const { client, id } = await begin();
    await client.postJson(answersOf(id), { ...answerJson(1, 'a'), ...change }).expect(400);
    expect((await stored(id)).log).toEqual([]);
  });

  it('ignores what it may not say: score, state, times, number', async () => {
    const { client, id, at } = await begin();
    const more = {
      score: 100,
      points: 9999,
      submittedAt: 0,
      deadlineAt: 4_000_000_000_000,
      number: 1,
      enrolmentId: 1,
    };
    await client.postJson(answersOf(id), { ...answerJson(at('short'), 'satu'), ...more }).expect(200);
    const { attempt, questions } = await stored(id);
    expect(attempt).toMatchObject({ score: null, submittedAt: null, number: 1 });
    expect(attempt.deadlineAt).toEqual(new Date(testNow.getTime() + 15 * MINUTE));
    expect(questions[at('short') - 1]).toMatchObject({ score: null, points: 100 });
  });

  it('to a question that the attempt has not is refused', async () => {
    const { client, id } = await begin();
    await client.postJson(answersOf(id), answerJson(6, 'a')).expect(404);
  });

  it("to somebody else's attempt is refused and changes nothing", async () => {
    const { id } = await begin();
    const { client } = await newLearner();
    await client.postJson(answersOf(id), answerJson(1, 'a')).expect(404);
    await client.postJson('/attempts/999999/answers', answerJson(1, 'a')).expect(404);
    const { attempt, log } = await stored(id);
    expect([attempt.revision, log]).toEqual([0, []]);
  });

  it('needs the token, and whoever is signed out is told so', async () => {
    const { client, id } = await begin();
    await client.forge(answersOf(id), { question: 1, seq: 0, answer: 'a' }).expect(403);
    await app.guest().postJson(answersOf(id), answerJson(1, 'a')).expect(401);
  });
});

describe('an answer after the end', () => {
  const sendAt = (run: Running, arrives: number, written: number | null, answer = 'satu') => {
    app.clock.set(new Date(testNow.getTime() + arrives * MINUTE));
    const at = written === null ? null : testNow.getTime() + written * MINUTE;
    return run.client.postJson(answersOf(run.id), answerJson(run.at('short'), answer, { at }));
  };

  it('handed in is too late: the score stays, the answer is kept apart', async () => {
    const run = await begin();
    await answerAll(app.units, run.client, run.id, ['short']);
    await submit(run.client, run.id).expect(303);
    const before = await stored(run.id);
    const right = answerTo(before.questions[run.at('short') - 1] as StoredQuestion, 'right');
    const json = answerJson(run.at('short'), right, { seq: 1, at: testNow.getTime() });
    const reply = await run.client.postJson(answersOf(run.id), json).expect(409);
    expect(reply.body.current).toMatchObject({ outcome: 'too-late', seq: 1, answer: 'musyawarah' });
    const after = await stored(run.id);
    expect(after.attempt.score).toBe(before.attempt.score);
    expect(after.questions).toEqual(before.questions);
    expect(after.log.at(-1)).toMatchObject({ outcome: 'too-late', value: right });
  });

  it('of the time counts in an exit quiz where the phone wrote it in time, also once it is scored', async () => {
    const run = await begin();
    await answerAll(app.units, run.client, run.id, ['short']);
    app.clock.advance(16 * MINUTE);
    await run.client.get(`/attempts/${run.id}`).expect(200);
    expect((await stored(run.id)).attempt.score).toBe(8000);
    const right = answerTo(run.questions[run.at('short') - 1] as StoredQuestion, 'right');
    app.clock.set(new Date(testNow.getTime() + 25 * MINUTE));
    const reply = await run.client
      .postJson(
        answersOf(run.id),
        answerJson(run.at('short'), right, { seq: 1, at: testNow.getTime() + 15 * MINUTE }),
      )
      .expect(200);
    expect(reply.body).toMatchObject({ outcome: 'late-counts', seq: 2 });
    const { attempt, log } = await stored(run.id);
    expect(attempt.score).toBe(10_000);
    expect(attempt.submittedAt).toEqual(new Date(testNow.getTime() + 15 * MINUTE));
    expect(log.at(-1)).toMatchObject({ outcome: 'late-counts' });
    expect((await progressOf(run.enrolment)).score).toBe(10_000);
  });

  it('in a midterm waits for the instructor', async () => {
    const run = await begin(midterm);
    expect((await sendAt(run, 20, 14).expect(200)).body).toMatchObject({ outcome: 'late-waits', seq: 0 });
    const { questions, log } = await stored(run.id);
    expect(questions.every(({ value }) => value === null)).toBe(true);
    expect(log).toMatchObject([{ outcome: 'late-waits', value: 'satu' }]);
  });

  it.each<[string, number, number | null]>([
    ['written after the end', 16, 16],
    ['more than ten minutes late', 26, 14],
    ['without a clock', 16, null],
    ['a day late with a forged clock', 24 * 60, 1],
  ])('%s is kept apart', async (_what, arrives, written) => {
    const run = await begin();
    await sendAt(run, arrives, written).expect(409);
    const { questions, log } = await stored(run.id);
    expect(questions.every(({ value, seq }) => value === null && seq === 0)).toBe(true);
    expect(log).toMatchObject([{ outcome: 'too-late', value: 'satu' }]);
  });

  it('with a clock that stands before the start waits for a person', async () => {
    const run = await begin();
    expect((await sendAt(run, 16, -60).expect(200)).body).toMatchObject({ outcome: 'late-waits' });
  });

  it('is not brought nearer by the clock of the phone: the deadline stays', async () => {
    const run = await begin();
    await sendAt(run, 5, 9999).expect(200);
    await sendAt(run, 6, -9999, 'dua').expect(409);
    const { attempt } = await stored(run.id);
    expect(attempt.deadlineAt).toEqual(new Date(testNow.getTime() + 15 * MINUTE));
  });
});

describe('handing in', () => {
  it('shows first what is not answered', async () => {
    const { client, id, questions } = await begin();
    const [first] = questions as [StoredQuestion];
    const json = { ...answerJson(1, answerTo(first, 'right')), flagged: true };
    await client.postJson(answersOf(id), json).expect(200);
    const { text } = await client.get(`/attempts/${id}/review`).expect(200);
    expect(text).toContain('4 soal belum dijawab');
    expect(text).toContain('1 soal Anda tandai');
    expect(text).toContain('Setelah dikumpulkan, jawaban tidak dapat diubah.');
  });

  it('gives the result, and the progress in the same moment', async () => {
    const { client, id, enrolment } = await begin();
    await answerAll(app.units, client, id, ['truefalse']);
    await submit(client, id).expect(303).expect('Location', `/attempts/${id}`);
    const { text } = await client.get(`/attempts/${id}`).expect(200);
    expect(text).toContain('80,00');
    expect(text).toContain('percobaan 1 dengan 80,00');
    expect(text).toContain('Aspek kritis terpenuhi');
    expect(text).toContain('Percobaan berikutnya dapat dimulai Rabu, 1 September 2027, 10.00 WIB');
    expect(text.match(/Benar<\/span>/g)).toHaveLength(4);
    expect(await progressOf(enrolment)).toMatchObject({
      state: 'done',
      score: 8000,
      criticalScore: 8000,
      mustPassMet: true,
      at: testNow,
    });
  });

  it('with a must-pass question wrong leaves the critical aspect open', async () => {
    const { client, id, enrolment } = await begin();
    await answerAll(app.units, client, id, ['single']);
    await submit(client, id).expect(303);
    await client.get(`/attempts/${id}`).expect(/Aspek kritis belum terpenuhi/);
    expect(await progressOf(enrolment)).toMatchObject({
      score: 8000,
      criticalScore: 8000,
      mustPassMet: false,
    });
  });

  it('records a repeat with 70 at most, and judges the critical aspect without the cap', async () => {
    const { client, id, enrolment } = await begin();
    await submit(client, id).expect(303);
    app.clock.advance(DAY);
    const second = await startAttempt(client, exit.id);
    await answerAll(app.units, client, second);
    await submit(client, second).expect(303);
    const { text } = await client.get(`/attempts/${second}`).expect(200);
    expect(text).toContain('Percobaan 2 bernilai 100,00. Percobaan ulang dicatat paling tinggi 70,00.');
    expect(text).toContain('Aspek kritis terpenuhi');
    expect(await progressOf(enrolment)).toMatchObject({
      score: 7000,
      criticalScore: 10_000,
      mustPassMet: true,
    });
  });

  it('again, or fifty times at once, is one grading and the same result', async () => {
    const { client, id } = await begin();
    await answerAll(app.units, client, id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(client, id)));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`))).toEqual(
      new Set([`303 /attempts/${id}`]),
    );
    const before = await stored(id);
    app.clock.advance(MINUTE);
    await submit(client, id).expect(303);
    const { attempt } = await stored(id);
    expect(attempt).toMatchObject({ state: 'scored', score: 10_000, submittedAt: testNow });
    expect({ ...attempt, revision: 0 }).toEqual({ ...before.attempt, revision: 0 });
  });

  it('while answers arrive loses none that was acknowledged before it, and scores none that came after', async () => {
    const { client, id, questions } = await begin();
    const sending = questions.map((question) =>
      client.postJson(answersOf(id), answerJson(question.position, answerTo(question, 'right'))),
    );
    const [replies] = await Promise.all([Promise.all(sending), submit(client, id).expect(303)]);
    const { attempt } = await stored(id);
    const taken = replies.filter(({ status }) => status === 200).length;
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(5 - taken);
    expect(attempt.score).toBe(taken * 2000);
  });

  it('after the time was up is recorded at the deadline', async () => {
    const { client, id } = await begin();
    app.clock.advance(20 * MINUTE);
    await submit(client, id).expect(303);
    expect((await stored(id)).attempt.submittedAt).toEqual(new Date(testNow.getTime() + 15 * MINUTE));
  });

  it("is nobody else's to do", async () => {
    const { id } = await begin();
    const { client } = await newLearner();
    await submit(client, id).expect(404);
    expect((await stored(id)).attempt.state).toBe('running');
  });

  it('ends the pages of the questions', async () => {
    const { client, id } = await begin();
    await submit(client, id).expect(303);
    await client.get(`/attempts/${id}/review`).expect(303).expect('Location', `/attempts/${id}`);
    await client.get(`/attempts/${id}/questions`).expect(303).expect('Location', `/attempts/${id}`);
    await client.get(`/attempts/${id}?question=2`).expect(/Hasil keluar/);
  });
});
