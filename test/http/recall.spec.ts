import type { Activity } from '../../src/courses/activity.entity.js';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { PublishingService } from '../../src/courses/publishing.service.js';
import { Attempt, AttemptQuestion } from '../../src/quizzes/attempt.entity.js';
import { RecallAnswer, RecallItem } from '../../src/recall/recall.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createClassroom,
  createMeeting,
  createQuestion,
  createSession,
  enrol,
} from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';
import { answerAll, createFullQuiz, recallForm, secret, startAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quiz: Activity;
let exam: Activity;
let learners = 0;

const DAY = 24 * 3_600_000;
const ALL = ['single', 'multiple', 'truefalse', 'numeric', 'short'];

interface Learner {
  /** A sign-in does not last as long as these tests go on. */
  signIn: () => Promise<Client>;
  enrolment: Enrolment;
}

async function newLearner(): Promise<Learner> {
  const made = await app.units.inTransaction(async (manager) => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    learners += 1;
    const name = `Peserta ${letters.charAt(Math.floor(learners / 26))}${letters.charAt(learners % 26)}`;
    const person = await createPerson(manager, { name, role: 'student' });
    return { person, enrolment: await enrol(manager, room.cohort, person.id, [room.classGroup]) };
  });
  return { signIn: () => app.as(made.person), enrolment: made.enrolment };
}

async function take(client: Client, { id: quizId }: Activity, missed: readonly string[]): Promise<void> {
  const id = await startAttempt(client, quizId);
  await answerAll(app.units, client, id, missed);
  await client.post(`/attempts/${id}/submission`).expect(303);
}

/** A learner who missed these types of questions, so many days ago. */
async function learnerWho(missed: readonly string[], days = 3, of: () => Activity = () => quiz) {
  const learner = await newLearner();
  const client = await learner.signIn();
  await take(client, of(), missed);
  app.clock.advance(days * DAY);
  return { ...learner, client: await learner.signIn() };
}

const items = (enrolment: Enrolment): Promise<RecallItem[]> =>
  app.units.inTransaction((manager) => manager.findBy(RecallItem, { enrolmentId: enrolment.id }));
const log = (enrolment: Enrolment): Promise<RecallAnswer[]> =>
  app.units.inTransaction((manager) =>
    manager.find(RecallAnswer, { where: { enrolmentId: enrolment.id }, order: { id: 'ASC' } }),
  );

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    quiz = await createFullQuiz(manager, room, {}, { key: 'kuis' });
    const where = { courseId: room.course.id, moduleId: room.module.id };
    const session = await createSession(manager, { ...where, number: 2 });
    await createMeeting(manager, room.classGroup, session, new Date('2027-08-31T08:30:00Z'));
    exam = await createFullQuiz(
      manager,
      { ...room, session },
      { purpose: 'midterm', from: [2], review: 'afterDue', attempts: 1 },
      { key: 'utp' },
    );
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

describe('the first page', () => {
  it('says that missed questions wait, from two days on', async () => {
    const { client } = await learnerWho(['single', 'short'], 0);
    expect((await client.get('/home').expect(200)).text).not.toContain('href="/recall"');
    app.clock.advance(2 * DAY);
    const { text } = await client.get('/home').expect(200);
    expect(text).toContain('href="/recall"');
    expect(text).toContain('2 soal, 2 menit');
  });

  it('says nothing where nothing was missed', async () => {
    const { client } = await learnerWho([]);
    expect((await client.get('/home').expect(200)).text).not.toContain('href="/recall"');
    await client.get('/recall').expect(200, /Tidak ada soal yang perlu diingat lagi/);
  });
});

describe('questions asked again', () => {
  it('come one after another, are checked at once, and end in a summary', async () => {
    const { client, enrolment } = await learnerWho(ALL);
    for (const number of [1, 2, 3, 4, 5]) {
      const { text } = await client.get('/recall').expect(200);
      expect(text).toContain(`Soal ${number} dari 5`);
      expect(text).not.toContain(secret);
      const form = await recallForm(app.units, text, number % 2 === 1 ? 'right' : 'wrong');
      const { headers } = await client.post('/recall/answers', form).expect(303);
      const answer = await client.get(String(headers['location'])).expect(200);
      expect(answer.text).toContain(secret);
      expect(answer.text).toContain(number % 2 === 1 ? 'Benar</h1>' : 'Belum benar</h1>');
    }
    const summary = await client.get('/recall').expect(200);
    expect(summary.text).toContain('3 dari 5 benar');
    const states = await items(enrolment);
    expect(states.map(({ step }) => step).toSorted()).toEqual([0, 0, 1, 1, 1]);
    expect(states.every(({ times, lastRight, step }) => times === 1 && lastRight === (step === 1))).toBe(
      true,
    );
  });

  it('come again after 7 and 21 days where they are right, and then no more', async () => {
    const learner = await learnerWho(['numeric'], 2);
    const { enrolment } = learner;
    for (const days of [7, 21, null]) {
      const client = await learner.signIn();
      const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
      await client.post('/recall/answers', form).expect(303);
      const [item] = await items(enrolment);
      const now = app.clock.now().getTime();
      expect(item?.dueAt?.getTime() ?? null).toBe(days === null ? null : now + days * DAY);
      if (days === null) break;
      app.clock.advance(days * DAY - 1);
      const early = await (await learner.signIn()).get('/recall').expect(200);
      expect(early.text).not.toContain('name="answer"');
      app.clock.advance(1);
    }
    await (await learner.signIn()).get('/recall').expect(200, /Tidak ada soal yang perlu diingat lagi/);
    expect(await log(enrolment)).toHaveLength(3);
  });

  it('are at most five a week, the rest from Monday', async () => {
    const learner = await learnerWho(ALL, 1);
    await take(learner.client, exam, ALL);
    app.clock.advance(20 * DAY);
    const client = await learner.signIn();
    for (let number = 1; number <= 5; number += 1)
      await client
        .post('/recall/answers', await recallForm(app.units, (await client.get('/recall')).text, 'right'))
        .expect(303);
    await client.get('/recall').expect(200, /Berikutnya mulai Senin/);
    expect((await client.get('/home')).text).not.toContain('href="/recall"');
    app.clock.advance(7 * DAY);
    await (await learner.signIn()).get('/recall').expect(200, /Soal 1 dari 5/);
    expect(await log(learner.enrolment)).toHaveLength(5);
  });
});

describe('an answer', () => {
  it('sent again leads to the same result and is kept once', async () => {
    const { client, enrolment } = await learnerWho(['single', 'short']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    const first = await client.post('/recall/answers', form).expect(303);
    const again = await client.post('/recall/answers', form).expect(303);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await log(enrolment)).toHaveLength(1);
  });

  it('sent twice at once is kept once', async () => {
    const { client, enrolment } = await learnerWho(['single', 'short']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    const answers = await Promise.all([1, 2, 3].map(() => client.post('/recall/answers', form)));
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await log(enrolment)).toHaveLength(1);
  });

  it('from a page that was overtaken is refused with a sentence', async () => {
    const { client, enrolment } = await learnerWho(['single', 'short']);
    const page = (await client.get('/recall')).text;
    await client.post('/recall/answers', await recallForm(app.units, page, 'right')).expect(303);
    const late = { ...(await recallForm(app.units, page, 'wrong')), key: 'another-page-0000001' };
    const { headers } = await client.post('/recall/answers', late).expect(303);
    expect(headers['location']).toBe('/recall');
    await client.get('/recall').expect(200, /sudah dijawab atau baru diperbarui/);
    expect(await log(enrolment)).toHaveLength(1);
  });

  it('to a text that was revised meanwhile is refused', async () => {
    const { client, enrolment } = await learnerWho(['short']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    await app.units.inTransaction((manager) =>
      app.app.get(PublishingService).publishQuestion(
        manager,
        form.question,
        {
          type: 'short',
          stem: 'Soal yang diperbarui',
          body: { accepted: ['baru'], explanation: 'Baru.' },
          tags: {},
        },
        { now: testNow },
      ),
    );
    await client.post('/recall/answers', form).expect(303);
    await client.get('/recall').expect(200, /Soal yang diperbarui/);
    expect(await log(enrolment)).toEqual([]);
  });

  it.each([
    ['nothing', { answer: '' }, 'Pilih atau tulis jawaban dulu'],
    ['what is no number', { answer: 'banyak' }, 'Tulis satu angka'],
  ])('that says %s is shown again with what was typed', async (_what, wrong, sentence) => {
    const { client, enrolment } = await learnerWho(['numeric']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    const { text } = await client.post('/recall/answers', { ...form, ...wrong }).expect(422);
    expect(text).toContain(sentence);
    expect(text).toContain(`value="${wrong.answer}"`);
    expect(text).toContain(`value="${form.key}"`);
    expect(await log(enrolment)).toEqual([]);
  });

  it.each([
    ['without a key', { key: '' }],
    ['with a strange key', { key: 'a b' }],
    ['without a question', { question: 'x' }],
  ])('that is no form of ours is not read: %s', async (_what, wrong) => {
    const { client } = await learnerWho(['single']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    await client.post('/recall/answers', { ...form, ...wrong }).expect(400);
  });
});

describe('who may see what', () => {
  it('a question that was not missed is not asked, whatever a form says', async () => {
    const { client, enrolment } = await learnerWho(['single']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    const other = await learnerWho(['short'], 0);
    app.clock.advance(3 * DAY);
    await other.client.post('/recall/answers', form).expect(303);
    expect(await log(other.enrolment)).toEqual([]);
    expect(await log(enrolment)).toEqual([]);
  });

  it("another's answer is not there", async () => {
    const { client } = await learnerWho(['single']);
    const form = await recallForm(app.units, (await client.get('/recall')).text, 'right');
    const { headers } = await client.post('/recall/answers', form).expect(303);
    const other = await (await newLearner()).signIn();
    await other.get(String(headers['location'])).expect(404);
    await other.get('/recall/answers/x').expect(404);
  });

  it('enrolled nowhere there is nothing', async () => {
    const stranger = await app.as(cast.stranger);
    await stranger.get('/recall').expect(404);
    const form = { question: 1, version: 1, times: 0, answer: 'a', key: 'no-such-place-000001' };
    await stranger.post('/recall/answers', form).expect(404);
  });

  it.each(['instructor', 'staff', 'coordinator', 'admin'] as const)('it is not for %s', async (role) => {
    const client = await app.as(cast[role]);
    await client.get('/recall').expect(403);
    await client.post('/recall/answers', {}).expect(403);
    await client.get('/recall/answers/1').expect(403);
  });

  it('an exam is asked again only after its review opens', async () => {
    const { client } = await learnerWho(ALL, 4, () => exam);
    expect((await client.get('/recall').expect(200)).text).not.toContain('name="answer"');
    app.clock.advance(10 * DAY);
    expect((await client.get('/recall').expect(200)).text).toContain('name="answer"');
  });

  it('nothing of an attempt that runs is asked', async () => {
    const { client } = await learnerWho(ALL, 2);
    expect((await client.get('/recall')).text).toContain('name="answer"');
    await startAttempt(client, quiz.id);
    expect((await client.get('/recall')).text).not.toContain('name="answer"');
  });
});

describe('the number of queries', () => {
  it.each(['/recall', '/home'])('of %s depends on no number of missed questions', async (path) => {
    const queriesOf = async (missed: number): Promise<number> => {
      const { signIn, enrolment } = await newLearner();
      await missMany(enrolment, missed);
      const client = await signIn();
      return await countQueries(app, () => client.get(path).expect(200, /dari 5|5 soal/));
    };
    const few = await queriesOf(12);
    expect(await queriesOf(120)).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
  });
});

/** An attempt of long ago with so many missed questions; every second one was asked again since. */
async function missMany(enrolment: Enrolment, count: number): Promise<void> {
  const at = new Date(testNow.getTime() - 30 * DAY);
  await app.units.inTransaction(async (manager) => {
    const attempt = await manager.save(
      manager.create(Attempt, {
        enrolmentId: enrolment.id,
        activityId: quiz.id,
        number: 1,
        activityVersionId: quiz.currentVersionId ?? 0,
        seed: 'lama',
        startedAt: at,
        deadlineAt: null,
        submittedAt: at,
        state: 'scored',
        score: 0,
        mustPassMet: false,
        revision: 1,
      }),
    );
    for (let position = 1; position <= count; position += 1) {
      const question = await createQuestion(manager, room, {
        key: `lama-${enrolment.id}-${position}`,
        type: 'truefalse',
        body: { correct: true },
      });
      await manager.insert(AttemptQuestion, {
        attemptId: attempt.id,
        position,
        questionVersionId: question.currentVersionId ?? 0,
        drawn: { optionOrder: [], variant: 0 },
        points: 100,
        mustPass: false,
        seq: 0,
        flagged: false,
        answeredAt: null,
        score: 0,
      });
      if (position % 2 === 0)
        await manager.insert(RecallItem, {
          enrolmentId: enrolment.id,
          questionId: question.id,
          step: 0,
          dueAt: at,
          lastRight: false,
          answeredAt: at,
          times: 1,
        });
    }
  });
}
