import { Grading, PeerFactor } from '../../src/assignments/grading.entity.js';
import { Submission, SubmissionMember } from '../../src/assignments/submission.entity.js';
import { Group } from '../../src/cohorts/group.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createDuo, type Duo } from '../support/duo.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let duo: Duo;
let other: Person;
let instructor: Client;
let assigned = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  duo = await createDuo(app, room);
  other = await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Bagus Setiawan', role: 'instructor' }),
  );
});
beforeEach(async () => {
  app.clock.set(testNow);
  instructor = await app.as(cast.instructor);
});
afterAll(() => app.close());

/** Work that was handed in; its address on the desk and the activity. */
async function handedIn(
  more: Partial<Activity> = {},
  at?: string,
): Promise<{ desk: string; activityId: number }> {
  const key = `T${(assigned += 1)}`;
  const { id: activityId } = await app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key, title: `Tugas ${key}`, ...more }),
  );
  if (at) app.clock.set(at);
  const student = await app.as(cast.student);
  await student.post(`/assignments/${activityId}/submission`, { text: `Isi ${key}`, seq: 0 }).expect(303);
  const { id } = await app.units.inTransaction((manager) =>
    manager.findOneByOrFail(Submission, { activityId, state: 'submitted' }),
  );
  return { desk: `/submissions/${id}`, activityId };
}

const idOf = (desk: string): number => Number(desk.split('/').at(-1));
const submissionOf = (desk: string): Promise<Submission> =>
  app.units.inTransaction((manager) => manager.findOneByOrFail(Submission, { id: idOf(desk) }));
const gradingsOf = (desk: string): Promise<Grading[]> =>
  app.units.inTransaction((manager) =>
    manager.find(Grading, { where: { submissionId: idOf(desk) }, order: { round: 'ASC' } }),
  );
const progressOf = (activityId: number, enrolmentId: number): Promise<Progress | null> =>
  app.units.inTransaction((manager) => manager.findOneBy(Progress, { activityId, enrolmentId }));

const full = { 'level[bukti]': 4, 'level[rapi]': 3, feedback: 'Rapi.', seen: '0.0' };

describe('the queue', () => {
  it('shows what waits, how many and how old, to whoever teaches the class', async () => {
    const { desk } = await handedIn();
    app.clock.set('2027-09-04T10:00:00+07:00');
    const { text } = await instructor.get('/grading').expect(200);
    expect(text).toMatch(/\d+ belum dinilai, tertua 4 hari/);
    expect(text).toContain(`href="${desk}"`);
    expect(text).toContain('Norlaila');
    expect(text).toContain('Kelas A');
    for (const person of [cast.staff, cast.admin])
      await (await app.as(person)).get('/grading').expect(new RegExp(desk));
  });

  it('is empty for an instructor of other classes', async () => {
    await (await app.as(other)).get('/grading').expect(/Semua sudah dinilai/);
  });

  it('filters by state, class and activity, and takes no nonsense', async () => {
    const { desk, activityId } = await handedIn();
    await instructor
      .get(`/grading?activity=${activityId}`)
      .expect(new RegExp(`${desk}\\?activity&#x3D;${activityId}`));
    await instructor.get(`/grading?class=${room.classGroup.id}`).expect(new RegExp(desk));
    const none = await instructor.get('/grading?class=99999').expect(200);
    expect(none.text).toContain('Tidak ada hasil kerja dalam saringan ini');
    await instructor.get(`/grading?state='%20OR%201=1&class=x&page=-3`).expect(200);
  });
});

describe('the desk', () => {
  it('shows the work with the rubric and its written levels', async () => {
    const { desk } = await handedIn();
    const { text } = await instructor.get(desk).expect(200);
    for (const part of ['Norlaila', 'Isi T', 'name="level[bukti]"', 'Unggul', 'Berkembang', 'Kode: '])
      expect(text).toContain(part);
  });

  it('is not there for other instructors, and for drafts', async () => {
    const { desk } = await handedIn();
    const stranger = await app.as(other);
    await stranger.get(desk).expect(404);
    for (const verb of ['draft', 'grade', 'return']) await stranger.post(`${desk}/${verb}`, full).expect(404);
    const student = await app.as(cast.student);
    await student.post(`${desk}/grade`, full).expect(403);
    expect(await gradingsOf(desk)).toEqual([]);
    await instructor.get('/submissions/99999').expect(404);
  });
});

describe('grading', () => {
  it('keeps a draft that no learner sees', async () => {
    const { desk, activityId } = await handedIn();
    await instructor
      .post(`${desk}/draft`, { 'level[bukti]': 4, feedback: 'Rahasia dulu', seen: '0.0' })
      .expect(303);
    expect(await gradingsOf(desk)).toMatchObject([{ state: 'draft', round: 1, version: 1, score: null }]);
    await instructor.get(desk).expect(/Rahasia dulu/);
    const page = await (await app.as(cast.student)).get(`/assignments/${activityId}`).expect(200);
    expect(page.text).not.toContain('Rahasia dulu');
    expect((await submissionOf(desk)).state).toBe('submitted');
  });

  it('publishes, tells the learner how the grade came about, and goes on to the next', async () => {
    const { desk, activityId } = await handedIn({}, '2027-09-09T08:00:00+07:00');
    const answer = await instructor.post(`${desk}/grade`, full).expect(303);
    expect(answer.headers['location']).toMatch(/^\/(submissions\/\d+|grading)/);
    expect(answer.headers['location']).not.toBe(desk);
    expect(await submissionOf(desk)).toMatchObject({ state: 'graded', score: 7200, daysLate: 2 });
    expect(await progressOf(activityId, room.enrolment.id)).toMatchObject({
      state: 'done',
      score: 7200,
      criticalScore: 9200,
    });
    const { text } = await (await app.as(cast.student)).get(`/assignments/${activityId}`).expect(200);
    expect(text).toContain('Nilai 72,00');
    expect(text).toContain('Terlambat 2 hari: 92,00 − 20,00 &#x3D; 72,00.');
    expect(text).toContain('Rapi.');
  });

  it('reaches each member of a pair, with the factor of each', async () => {
    const { desk, activityId } = await handedIn({ submitsAs: 'pair' });
    const factor = `factor[${duo.partnerEnrolment.id}]`;
    await instructor.post(`${desk}/grade`, { ...full, [factor]: '-10' }).expect(303);
    expect((await progressOf(activityId, room.enrolment.id))?.score).toBe(9200);
    expect((await progressOf(activityId, duo.partnerEnrolment.id))?.score).toBe(8280);
    const [grading] = await gradingsOf(desk);
    const factors = await app.units.inTransaction((m) =>
      m.findBy(PeerFactor, { gradingId: grading?.id ?? 0 }),
    );
    expect(factors).toMatchObject([{ enrolmentId: duo.partnerEnrolment.id, factor: -10 }]);
    await (
      await app.as(duo.partner)
    )
      .get(`/assignments/${activityId}`)
      .expect(/Nilai bersama 92,00, bagian Anda −10 %: 82,80/);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a level is missing', { 'level[rapi]': '' }, 'level-error'],
    ['a level is none', { 'level[rapi]': '9' }, 'level-error'],
    ['a criterion is unknown', { 'level[lain]': '4' }, 'level-error'],
  ])('does not publish where %s, keeping what was typed', async (_what, change, field) => {
    const { desk } = await handedIn();
    const answer = await instructor.post(`${desk}/grade`, { ...full, ...change }).expect(422);
    expect(answer.text).toContain(`id="${field}"`);
    expect(answer.text).toContain('Rapi.</textarea>');
    expect(await gradingsOf(desk)).toEqual([]);
  });

  it.each(['11', '-11', '1e1', 'abc', '2,5'])('takes no factor of %s', async (typed) => {
    const { desk } = await handedIn({ submitsAs: 'pair' });
    const factor = `factor[${room.enrolment.id}]`;
    await instructor.post(`${desk}/grade`, { ...full, [factor]: typed }).expect(422);
    await instructor.post(`${desk}/grade`, { ...full, 'factor[99999]': '5' }).expect(422);
    expect(await gradingsOf(desk)).toEqual([]);
  });

  it('never overwrites what somebody else has judged meanwhile, and shows both', async () => {
    const { desk } = await handedIn();
    const staff = await app.as(cast.staff);
    await staff.post(`${desk}/grade`, { ...full, 'level[bukti]': 1 }).expect(303);
    const answer = await instructor.post(`${desk}/grade`, full).expect(409);
    expect(answer.text).toContain('Tidak dapat menyimpan nilai.');
    expect(answer.text).toContain('Melki Sangen sudah menyimpan penilaian ini pukul 10.00 WIB');
    expect(answer.text).toContain('Nilai yang tersimpan: tingkat 1');
    expect(answer.text).toMatch(/name="level\[bukti\]" value="4" data-score="10000" checked/);
    expect(answer.text).toContain('name="seen" value="1.1"');
    expect((await submissionOf(desk)).score).toBe(5600);
  });

  it('is kept once by two who publish at the same moment', async () => {
    const { desk } = await handedIn();
    const staff = await app.as(cast.staff);
    const answers = await Promise.all([
      instructor.post(`${desk}/grade`, full),
      staff.post(`${desk}/grade`, { ...full, 'level[bukti]': 1 }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await gradingsOf(desk)).toHaveLength(1);
  });
});

describe('correcting a published grade', () => {
  it('needs a reason, keeps the old one and is written down', async () => {
    const { desk, activityId } = await handedIn();
    await instructor.post(`${desk}/grade`, full).expect(303);
    const changed = { ...full, 'level[bukti]': 2, seen: '1.1' };
    await instructor
      .post(`${desk}/grade`, changed)
      .expect(422)
      .expect(/id="reason-error"/);
    await instructor.post(`${desk}/grade`, { ...changed, reason: 'Salah baca lampiran' }).expect(303);
    expect((await gradingsOf(desk)).map(({ round, score }) => [round, score])).toEqual([
      [1, 9200],
      [2, 6800],
    ]);
    expect((await progressOf(activityId, room.enrolment.id))?.score).toBe(6800);
    const entries = await app.units.inTransaction((manager) =>
      manager.findBy(AuditEntry, { recordType: 'submission', recordId: String(idOf(desk)) }),
    );
    expect(entries).toMatchObject([
      {
        actorId: cast.instructor.id,
        action: 'grading.audit.corrected',
        fields: { score: { from: 9200, to: 6800 } },
        reason: 'Salah baca lampiran',
      },
    ]);
  });
});

describe('giving work back', () => {
  it('needs a comment, reaches the members, and happens once', async () => {
    const { desk, activityId } = await handedIn({ submitsAs: 'pair' });
    await instructor
      .post(`${desk}/return`, { seen: '0.0' })
      .expect(422)
      .expect(/id="feedback-error"/);
    await instructor.post(`${desk}/return`, { seen: '0.0', feedback: 'Sebutkan sumbernya.' }).expect(303);
    expect((await submissionOf(desk)).state).toBe('returned');
    for (const { id } of [room.enrolment, duo.partnerEnrolment])
      expect(await progressOf(activityId, id)).toMatchObject({ state: 'returned', score: null });
    const path = `/assignments/${activityId}`;
    const partner = await app.as(duo.partner);
    await partner.get(path).expect(/Sebutkan sumbernya/);
    await partner.post(`${path}/draft`).expect(303);
    await partner.post(`${path}/submission`, { text: 'Dengan sumber', seq: 0 }).expect(303);
    const { id } = await app.units.inTransaction((m) =>
      m.findOneByOrFail(Submission, { activityId, state: 'submitted' }),
    );
    await instructor.post(`/submissions/${id}/return`, { seen: '0.0', feedback: 'Lagi' }, desk).expect(303);
    expect((await submissionOf(`/submissions/${id}`)).state).toBe('submitted');
    await instructor.post(`${desk}/grade`, { ...full, seen: '1.1' }, desk).expect(303);
    expect((await submissionOf(desk)).state).toBe('replaced');
    await instructor.post(`/submissions/${id}/grade`, full).expect(303);
    expect((await progressOf(activityId, room.enrolment.id))?.score).toBe(9200);
  });

  it('lets work be graded that nobody revises', async () => {
    const { desk } = await handedIn();
    await instructor.post(`${desk}/return`, { seen: '0.0', feedback: 'Perbaiki' }).expect(303);
    await instructor.post(`${desk}/grade`, { ...full, seen: '1.1' }).expect(303);
    expect(await submissionOf(desk)).toMatchObject({ state: 'graded', score: 9200 });
  });
});

describe('a pair supervised in another class', () => {
  it('is seen by its supervisor', async () => {
    const { desk } = await handedIn({ submitsAs: 'pair' });
    const client = await app.as(other);
    await client.get(desk).expect(404);
    await app.units.inTransaction((m) => m.update(Group, { id: duo.pair.id }, { supervisorId: other.id }));
    await client.get(desk).expect(200);
    await client.get('/grading').expect(new RegExp(desk));
    await app.units.inTransaction((m) => m.update(Group, { id: duo.pair.id }, { supervisorId: null }));
  });
});

describe('the cost of the queue', () => {
  it('is the same for 12 and for 120 submissions', async () => {
    const fill = (count: number) =>
      app.units.inTransaction(async (manager) => {
        const { id } = await createAssignment(manager, room, {}, { key: `T${(assigned += 1)}` });
        const one = await manager.findOneByOrFail(Submission, { state: 'submitted' });
        for (let index = 1; index <= count; index += 1) {
          const copy = await manager.save(
            manager.create(Submission, {
              ...one,
              id: undefined,
              activityId: id,
              submitterId: 1000 + index,
              clientKey: null,
            }),
          );
          await manager.insert(SubmissionMember, { submissionId: copy.id, enrolmentId: room.enrolment.id });
        }
      });
    const cost = async () => ({
      queue: await countQueries(app, () => instructor.get('/grading').expect(200)),
      desk: await countQueries(app, () => instructor.get(desk).expect(200)),
    });
    const { desk } = await handedIn();
    await fill(12);
    const few = await cost();
    await fill(108);
    expect(await cost()).toEqual(few);
    await instructor.get('/grading?page=2').expect(200);
  });
});
