import { Submission, SubmissionMember } from '../../src/assignments/submission.entity.js';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Group } from '../../src/cohorts/group.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createAssignment,
  createClassroom,
  createGroup,
  enrol,
} from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let play: Activity;
let other: Person;
let otherClass: Group;
let otherLearner: Enrolment;
let instructor: Client;
let student: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    other = await createPerson(manager, { name: 'Bagus Setiawan', role: 'instructor' });
    otherClass = await createGroup(manager, room.cohort, 'class', 'Kelas B', other.id);
    const person = await createPerson(manager, { name: 'Lisa Niun', role: 'student' });
    otherLearner = await enrol(manager, room.cohort, person.id, [otherClass]);
  });
  play = await role('Wawancara peran');
});
beforeEach(async () => {
  app.clock.set(testNow);
  instructor = await app.as(cast.instructor);
  student = await app.as(cast.student);
});
afterAll(() => app.close());

/** An assignment that is judged live. */
const role = (title: string, more: Partial<Activity> = {}): Promise<Activity> =>
  app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key: title, title, submitsAs: 'none', ...more }),
  );
const worksOf = (activityId: number): Promise<Submission[]> =>
  app.units.inTransaction((manager) => manager.findBy(Submission, { activityId }));
const progressOf = (activityId: number): Promise<Progress | null> =>
  app.units.inTransaction((manager) =>
    manager.findOneBy(Progress, { activityId, enrolmentId: room.enrolment.id }),
  );
const open = (client: Client, activityId: number, enrolment = room.enrolment.id) =>
  client.post('/grading/live', { activity: activityId, enrolment }, '/grading/live');
/** Opens the cast's student; the address of the desk, without the way through the class. */
async function opened(activityId: number): Promise<string> {
  const answer = await open(instructor, activityId).expect(303);
  return String(answer.headers['location']).split('?')[0] ?? '';
}
const full = { 'level[bukti]': 4, 'level[rapi]': 3, feedback: 'Mendengar dengan baik.', seen: '0.0' };

describe('the list of what is judged live', () => {
  it('shows the own class with who is still to come, and is reached from the queue', async () => {
    await instructor.get('/grading').expect(/href="\/grading\/live"/);
    const { text } = await instructor.get('/grading/live').expect(200);
    for (const part of ['Wawancara peran', 'Kelas A', 'Norlaila', '0 dari 1 peserta sudah dinilai'])
      expect(text).toContain(part);
    expect(text).not.toContain('Kelas B');
  });

  it('shows staff every class', async () => {
    const staff = await app.as(cast.staff);
    const address = `/grading/live?activity=${play.id}&class=${otherClass.id}`;
    expect((await staff.get(address).expect(200)).text).toContain('Lisa Niun');
  });

  it('has no classes of others, no work that is handed in, and no nonsense', async () => {
    const handed = await role('Dikumpulkan', { submitsAs: 'individual' });
    await instructor.get(`/grading/live?class=${otherClass.id}`).expect(404);
    await instructor.get(`/grading/live?activity=${handed.id}`).expect(404);
    await instructor.get('/grading/live?activity=99999').expect(404);
    await instructor.get('/grading/live?activity=x&class=-1').expect(200);
    await student.get('/grading/live').expect(403);
  });

  it('says so where nothing is judged live', async () => {
    const nobody = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rahmat', role: 'instructor' }),
    );
    await (
      await app.as(nobody)
    )
      .get('/grading/live')
      .expect(200)
      .expect(/Tidak ada yang dinilai langsung/);
  });

  it('asks the same few questions however many learners there are', async () => {
    const address = `/grading/live?activity=${play.id}&class=${otherClass.id}`;
    const staff = await app.as(cast.staff);
    const before = await countQueries(app, () => staff.get(address).expect(200));
    await app.units.inTransaction(async (manager) => {
      for (const name of ['Satu Orang', 'Dua Orang', 'Tiga Orang']) {
        const person = await createPerson(manager, { name, role: 'student' });
        await enrol(manager, room.cohort, person.id, [otherClass]);
      }
    });
    expect(await countQueries(app, () => staff.get(address).expect(200))).toBe(before);
  });
});

describe('opening a learner', () => {
  it('makes one place for the judgement, however often and however many at once', async () => {
    const { id } = await role('Berulang');
    const staff = await app.as(cast.staff);
    const answers = await Promise.all([open(instructor, id), open(staff, id), open(instructor, id)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    const works = await worksOf(id);
    expect(works).toHaveLength(1);
    expect(works[0]).toMatchObject({
      submitterKind: 'individual',
      submitterId: room.enrolment.id,
      state: 'submitted',
      text: '',
      daysLate: 0,
      receipt: null,
      classGroupId: room.classGroup.id,
    });
    const members = await app.units.inTransaction((manager) =>
      manager.countBy(SubmissionMember, { submissionId: works[0]?.id ?? 0 }),
    );
    expect(members).toBe(1);
  });

  it('tells the learner nothing, counts for nothing, and lets nobody hand in', async () => {
    const { id } = await role('Belum terbit');
    const desk = await opened(id);
    await instructor.post(`${desk}/draft`, full).expect(303);
    const { text } = await student.get(`/assignments/${id}`).expect(200);
    expect(text).toContain('menilai Anda langsung dalam pertemuan');
    for (const part of ['Mendengar dengan baik', 'Tanda terima', 'Ganti yang sudah dikumpulkan'])
      expect(text).not.toContain(part);
    expect(await progressOf(id)).toBeNull();
    await student.post(`/assignments/${id}/submission`, { text: 'x', seq: 0 }).expect(303);
    await student.post(`/assignments/${id}/draft`, {}, `/assignments/${id}`).expect(303);
    await student.get(`/assignments/${id}/receipts/1`).expect(404);
    expect(await worksOf(id)).toHaveLength(1);
  });

  it('is for whoever teaches the class, and for work that is judged live', async () => {
    const { id } = await role('Bukan milik');
    const handed = await role('Kumpulkan', { submitsAs: 'individual' });
    await open(await app.as(other), id).expect(404);
    await open(instructor, id, otherLearner.id).expect(404);
    await open(instructor, handed.id).expect(404);
    await open(instructor, id, 99_999).expect(404);
    await instructor.post('/grading/live', { activity: 'x' }, '/grading/live').expect(404);
    await open(student, id).expect(403);
    expect(await worksOf(id)).toEqual([]);
  });
});

describe('the desk of what is judged live', () => {
  it('has the instructions and the rubric, and takes no return', async () => {
    const { id } = await role('Meja');
    const desk = await opened(id);
    const { text } = await instructor.get(desk).expect(200);
    for (const part of ['Tulis satu halaman.', 'name="level[bukti]"', 'Dinilai langsung'])
      expect(text).toContain(part);
    for (const part of ['Tanda terima', 'tepat waktu', `${desk}/return`]) expect(text).not.toContain(part);
    await instructor.post(`${desk}/return`, { ...full, feedback: 'Ulangi.' }, desk).expect(303);
    expect((await worksOf(id))[0]).toMatchObject({ state: 'submitted' });
    await (await app.as(other)).get(desk).expect(404);
  });

  it('publishes without penalty though long after the due date, and goes back to the class', async () => {
    const { id } = await role('Terbit');
    app.clock.set('2027-10-20T10:00:00+07:00');
    [instructor, student] = [await app.as(cast.instructor), await app.as(cast.student)];
    const desk = await opened(id);
    const list = `/grading/live?activity=${id}&class=${room.classGroup.id}`;
    await instructor.post(`${desk}/grade`, full).expect(303).expect('Location', list);
    expect(await progressOf(id)).toMatchObject({ state: 'done', score: 9200, criticalScore: 9200 });
    const { text } = await instructor.get(list).expect(200);
    expect(text).toContain('92,00');
    expect(text).toContain('1 dari 1 peserta sudah dinilai');
    const page = await student.get(`/assignments/${id}`).expect(200);
    for (const part of ['Nilai 92,00', 'Mendengar dengan baik.', 'Unggul', 'Rincian menurut rubrik'])
      expect(page.text).toContain(part);
    for (const part of ['Tanda terima', 'menilai Anda langsung', 'terlambat '])
      expect(page.text).not.toContain(part);
    await student.get('/assignments?state=graded').expect(/Terbit/);
  });

  it('corrects with a reason, which is recorded', async () => {
    const { id } = await role('Perbaikan');
    const desk = await opened(id);
    await instructor.post(`${desk}/grade`, full).expect(303);
    const correction = { 'level[bukti]': 3, 'level[rapi]': 3, seen: '1.1' };
    await instructor.post(`${desk}/grade`, correction).expect(422);
    await instructor.post(`${desk}/grade`, { ...correction, reason: 'Salah orang' }).expect(303);
    expect(await progressOf(id)).toMatchObject({ score: 8000 });
    const entry = await app.units.inTransaction((manager) =>
      manager.findOneBy(AuditEntry, { recordType: 'submission', recordId: desk.split('/').at(-1) ?? '' }),
    );
    expect(entry).toMatchObject({ reason: 'Salah orang' });
    await student.get(`/assignments/${id}`).expect(/Alasan perbaikan: Salah orang/);
  });
});
