import type { Activity } from '../../src/courses/activity.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createQuestion, createQuiz, enrol } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';
import { answerJson, placeOf, startAttempt, storedAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let exam: Activity;
let instructor: Client;
let learners = 0;

const MINUTE = 60_000;
/** Worth as much as each of the two others. */
const essay = 'Warung itu menjual keripik haruan.';

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  instructor = await app.as(cast.instructor);
  exam = await app.units.inTransaction(async (manager) => {
    const truth = { correct: true, explanation: '' };
    await createQuestion(manager, room, { key: 'satu', type: 'truefalse', body: truth });
    await createQuestion(manager, room, {
      key: 'angka',
      type: 'numeric',
      body: { correct: 7, tolerance: 0 },
    });
    const guidance = { guidance: 'Perhatikan kata jual.' };
    await createQuestion(manager, room, { key: 'uraian', type: 'essay', body: guidance });
    return await createQuiz(
      manager,
      room,
      { purpose: 'midterm', questions: 3, from: [1], review: 'afterDue', attempts: 1 },
      { key: 'utp', title: 'Ujian tengah' },
    );
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

interface Sitting {
  client: Client;
  enrolmentId: number;
  id: number;
  at: (type: string) => number;
  desk: string;
}

/** Somebody begins the exam, and answers as told. */
async function sit(answers: Record<string, unknown>): Promise<Sitting> {
  const { person, enrolment } = await app.units.inTransaction(async (manager) => {
    learners += 1;
    const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(learners);
    const person = await createPerson(manager, { name: `Peserta ${letter}`, role: 'student' });
    return { person, enrolment: await enrol(manager, room.cohort, person.id, [room.classGroup]) };
  });
  const client = await app.as(person);
  const id = await startAttempt(client, exam.id);
  const { questions } = await storedAttempt(app.units, id);
  const at = (type: string) => placeOf(questions, type);
  for (const [type, answer] of Object.entries(answers))
    await client.postJson(`/attempts/${id}/answers`, answerJson(at(type), answer)).expect(200);
  return { client, enrolmentId: enrolment.id, id, at, desk: `/grading/attempts/${id}` };
}

async function finish(sitting: Sitting): Promise<Sitting> {
  await sitting.client.post(`/attempts/${sitting.id}/submission`).expect(303);
  return sitting;
}

/** The time ends the attempt; an answer of the phone comes five minutes later. */
async function comesLate(sitting: Sitting, type: string, answer: unknown, seq = 1): Promise<void> {
  app.clock.set(new Date(testNow.getTime() + 20 * MINUTE));
  const written = { seq, at: testNow.getTime() + 14 * MINUTE };
  const reply = await sitting.client
    .postJson(`/attempts/${sitting.id}/answers`, answerJson(sitting.at(type), answer, written))
    .expect(200);
  expect(reply.body.outcome).toBe('late-waits');
  await sitting.client.get(`/attempts/${sitting.id}`).expect(200);
}

const text = async (path: string): Promise<string> => (await instructor.get(path).expect(200)).text;
const seen = (page: string): string => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
const lateId = (page: string): string => /late\/(\d+)/.exec(page)?.[1] ?? '';
const scoreOf = async ({ id }: Sitting) => (await storedAttempt(app.units, id)).attempt;
const progressOf = ({ enrolmentId }: Sitting): Promise<Progress> =>
  app.units.inTransaction((manager) =>
    manager.findOneByOrFail(Progress, { enrolmentId, activityId: exam.id }),
  );
const audited = (id: number): Promise<AuditEntry[]> =>
  app.units.inTransaction((manager) =>
    manager.find(AuditEntry, {
      where: { recordType: 'attempt', recordId: String(id) },
      order: { id: 'ASC' },
    }),
  );
const allRight = { truefalse: 'true', numeric: '7' };

describe('an essay', () => {
  it('waits in the queue, and gives the score once it is judged', async () => {
    const sitting = await finish(await sit({ ...allRight, essay }));
    expect(await scoreOf(sitting)).toMatchObject({ state: 'waiting', score: null });
    expect(await text('/grading')).toContain(`href="${sitting.desk}"`);
    const page = await text(sitting.desk);
    expect(page).toContain(essay);
    expect(page).toContain('Perhatikan kata jual.');
    const judgement = { score: '75', feedback: 'Jelas.', seen: seen(page) };
    await instructor.post(`${sitting.desk}/answers/${sitting.at('essay')}`, judgement).expect(303);
    expect(await scoreOf(sitting)).toMatchObject({ state: 'scored', score: 9167 });
    expect(await progressOf(sitting)).toMatchObject({ state: 'done', score: 9167 });
    expect(await text('/grading')).not.toContain(sitting.desk);
    expect(await text('/grading?state=graded')).toContain(sitting.desk);
    app.clock.set('2027-09-09T00:00:00Z');
    await sitting.client.get(`/attempts/${sitting.id}`).expect(/Jelas\./);
  });

  it('is corrected with a reason only, and the correction is recorded', async () => {
    const sitting = await finish(await sit({ ...allRight, essay }));
    const address = `${sitting.desk}/answers/${sitting.at('essay')}`;
    await instructor.post(address, { score: '50', seen: seen(await text(sitting.desk)) }).expect(303);
    const correction = { score: '100', seen: seen(await text(sitting.desk)) };
    await instructor.post(address, correction, sitting.desk).expect(303).expect('Location', sitting.desk);
    expect((await scoreOf(sitting)).score).toBe(8333);
    await instructor.post(address, { ...correction, reason: 'Salah baca' }).expect(303);
    expect((await scoreOf(sitting)).score).toBe(10_000);
    expect(await audited(sitting.id)).toMatchObject([
      {
        action: 'grading.audit.answerCorrected',
        actorId: cast.instructor.id,
        fields: { score: { from: 8333, to: 10_000 } },
        reason: 'Salah baca',
      },
    ]);
  });

  it('is not judged from a page that has not seen the judgement of another', async () => {
    const sitting = await finish(await sit({ ...allRight, essay }));
    const address = `${sitting.desk}/answers/${sitting.at('essay')}`;
    const old = seen(await text(sitting.desk));
    await instructor.post(address, { score: '50', seen: old }).expect(303);
    const staff = await app.as(cast.staff);
    const answer = await staff.post(address, { score: '90', feedback: 'Punya saya', seen: old }).expect(409);
    expect(answer.text).toContain('sudah berubah sejak halaman dibuka');
    expect(answer.text).toContain('Punya saya');
    expect((await scoreOf(sitting)).score).toBe(8333);
  });

  it.each(['', '101', '-1', 'NaN', '1e9', '5abc', '75,123'])(
    'is not judged with %s; what was typed stays',
    async (score) => {
      const sitting = await finish(await sit({ ...allRight, essay }));
      const form = { score, feedback: 'Umpan balik panjang', seen: seen(await text(sitting.desk)) };
      const answer = await instructor
        .post(`${sitting.desk}/answers/${sitting.at('essay')}`, form)
        .expect(422);
      expect(answer.text).toContain('Umpan balik panjang');
      expect((await scoreOf(sitting)).score).toBeNull();
    },
  );

  it('without an answer is worth nothing and waits for nobody', async () => {
    const sitting = await finish(await sit(allRight));
    expect(await scoreOf(sitting)).toMatchObject({ state: 'scored', score: 6667 });
    await instructor
      .post(`${sitting.desk}/answers/${sitting.at('essay')}`, { score: '9', seen: '0.0' })
      .expect(404);
  });
});

describe('an answer that came late', () => {
  it('waits in the queue, and leaves the score as it was', async () => {
    const sitting = await sit({ truefalse: 'false', numeric: '7' });
    await comesLate(sitting, 'truefalse', 'true');
    expect(await scoreOf(sitting)).toMatchObject({ state: 'waiting', score: 3333 });
    expect(await progressOf(sitting)).toMatchObject({ state: 'done', score: 3333 });
    expect(await text('/grading')).toContain(`href="${sitting.desk}"`);
    expect(await text(sitting.desk)).toContain('Satu jawaban tiba terlambat.');
  });

  it('counts once it is accepted, which is recorded with both scores', async () => {
    const sitting = await sit({ truefalse: 'false', numeric: '7' });
    await comesLate(sitting, 'truefalse', 'true');
    const address = `${sitting.desk}/late/${lateId(await text(sitting.desk))}`;
    for (let again = 0; again < 2; again += 1)
      await instructor.post(address, { decision: 'accept', reason: 'Sinyal hilang' }).expect(303);
    expect(await scoreOf(sitting)).toMatchObject({ state: 'scored', score: 6667 });
    expect(await progressOf(sitting)).toMatchObject({ score: 6667 });
    expect(await audited(sitting.id)).toMatchObject([
      {
        action: 'grading.audit.lateAccepted',
        fields: { score: { from: 3333, to: 6667 } },
        reason: 'Sinyal hilang',
      },
    ]);
    expect(await text(sitting.desk)).toContain('jawaban terlambat diterima');
  });

  it('changes nothing once it is refused, for which a reason is needed', async () => {
    const sitting = await sit({ truefalse: 'false', numeric: '7' });
    await comesLate(sitting, 'truefalse', 'true');
    const address = `${sitting.desk}/late/${lateId(await text(sitting.desk))}`;
    await instructor.post(address, { decision: 'refuse' }, sitting.desk).expect(303);
    expect((await scoreOf(sitting)).state).toBe('waiting');
    await instructor.post(address, { decision: 'refuse', reason: 'Jam ponsel salah' }).expect(303);
    expect(await scoreOf(sitting)).toMatchObject({ state: 'scored', score: 3333 });
    expect(await audited(sitting.id)).toMatchObject([{ action: 'grading.audit.lateRefused' }]);
    const { log } = await storedAttempt(app.units, sitting.id);
    expect(log.at(-1)).toMatchObject({ outcome: 'late-waits', value: true });
    await instructor.post(address, { decision: 'accept' }).expect(303);
    expect((await scoreOf(sitting)).score).toBe(3333);
  });

  it('of an essay is judged after it was accepted', async () => {
    const sitting = await sit({ ...allRight, essay: 'Belum selesai' });
    await comesLate(sitting, 'essay', essay);
    const page = await text(sitting.desk);
    expect(page).not.toContain(`/answers/${sitting.at('essay')}`);
    await instructor.post(`${sitting.desk}/late/${lateId(page)}`, { decision: 'accept' }).expect(303);
    expect(await scoreOf(sitting)).toMatchObject({ state: 'waiting', score: null });
    const judgement = { score: '100', seen: seen(await text(sitting.desk)) };
    await instructor.post(`${sitting.desk}/answers/${sitting.at('essay')}`, judgement).expect(303);
    expect((await scoreOf(sitting)).score).toBe(10_000);
  });
});

describe('the desk of attempts', () => {
  let sitting: Sitting;
  let address: string;
  beforeAll(async () => {
    app.clock.set(testNow);
    sitting = await finish(await sit({ ...allRight, essay }));
    address = `${sitting.desk}/answers/${sitting.at('essay')}`;
  });

  it('is there for nobody who does not teach the class', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Bagus Setiawan', role: 'instructor' }),
    );
    const stranger = await app.as(other);
    await stranger.get(sitting.desk).expect(404);
    await stranger.post(address, { score: '100', seen: '1.0' }).expect(404);
    await stranger.post(`${sitting.desk}/late/1`, { decision: 'accept' }).expect(404);
    expect((await stranger.get('/grading').expect(200)).text).not.toContain('Peserta');
    await sitting.client.get(sitting.desk).expect(403);
    await sitting.client.post(address, { score: '100', seen: '1.0' }).expect(403);
    await app.guest().get(sitting.desk).expect(303);
    expect((await scoreOf(sitting)).score).toBeNull();
  });

  it('shows no attempt that runs, none that is not there, and takes no late answer of another attempt', async () => {
    const running = await sit({ truefalse: 'true' });
    await instructor.get(running.desk).expect(404);
    await instructor.get('/grading/attempts/999999').expect(404);
    const late = await sit({ truefalse: 'false' });
    await comesLate(late, 'truefalse', 'true');
    const entry = lateId(await text(late.desk));
    await instructor.post(`${sitting.desk}/late/${entry}`, { decision: 'accept' }).expect(404);
    expect((await scoreOf(late)).state).toBe('waiting');
  });

  it('shows what was written as text', async () => {
    const hostile = await finish(await sit({ essay: '<script>alert(1)</script>' }));
    expect(await text(hostile.desk)).toContain('&lt;script&gt;alert(1)');
  });

  it('leads from one to the next', async () => {
    expect(await text(sitting.desk)).toMatch(/rel="next" id="next" href="\/grading\/attempts\/\d+"/);
  });

  it('and the queue ask the database no more where more wait', async () => {
    const asked = async (path: string) => await countQueries(app, () => instructor.get(path).expect(200));
    const few = [await asked('/grading'), await asked(sitting.desk)];
    for (let more = 0; more < 3; more += 1) await finish(await sit({ ...allRight, essay }));
    expect([await asked('/grading'), await asked(sitting.desk)]).toEqual(few);
    expect(Math.min(...few)).toBeGreaterThan(0);
  });
});
