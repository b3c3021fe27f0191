import type { Activity } from '../../src/courses/activity.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import { createDuo, type Duo } from '../support/duo.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let duo: Duo;
let pairWork: Activity;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  duo = await createDuo(app, room);
  pairWork = await app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key: 'T6', title: 'T6 Data awal', submitsAs: 'pair' }),
  );
  app.clock.set('2027-09-20T08:00:00+07:00');
});
afterAll(() => app.close());

describe('leave to hand in late', () => {
  const give = () => ({ activity: pairWork.id, kind: 'pair', submitter: duo.pair.id, reason: 'Banjir' });

  it('is given to those who have not handed in, and lets them', async () => {
    const instructor = await app.as(cast.instructor);
    const student = await app.as(cast.student);
    const path = `/assignments/${pairWork.id}`;
    await student.get(path).expect(/setelah instruktur Anda memberi izin/);
    const page = await instructor.get(`/grading/leaves?activity=${pairWork.id}`).expect(200);
    expect(page.text).toContain('Deri Kasan dan Norlaila');
    await instructor.post('/grading/leaves', { ...give(), reason: '' }).expect(303);
    await instructor.get(`/grading/leaves?activity=${pairWork.id}`).expect(/Tulis alasan/);
    await instructor.post('/grading/leaves', give()).expect(303);
    await instructor.post('/grading/leaves', give()).expect(303);
    await instructor.get(`/grading/leaves?activity=${pairWork.id}`).expect(/Izin diberikan: Banjir/);
    await student.post(`${path}/submission`, { text: 'Dengan izin', seq: 0 }).expect(303);
    await student.get(path).expect(/terlambat 13 hari/);
    expect(
      await app.units.inTransaction((manager) => manager.findBy(AuditEntry, { recordType: 'late-leave' })),
    ).toMatchObject([{ action: 'grading.audit.leaveGiven', actorId: cast.instructor.id, reason: 'Banjir' }]);
    const after = await instructor.get(`/grading/leaves?activity=${pairWork.id}`).expect(200);
    expect(after.text).toContain('Semua sudah mengumpulkan');
  });

  it('is not for other instructors to give', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Bagus Setiawan', role: 'instructor' }),
    );
    const client = await app.as(other);
    await client.post('/grading/leaves', give()).expect(404);
    await client.get('/grading/leaves?activity=99999').expect(404);
    await client.get(`/grading/leaves?activity=${pairWork.id}`).expect(404);
    expect((await client.get('/grading/leaves').expect(200)).text).not.toContain('T6 Data awal');
  });
});
