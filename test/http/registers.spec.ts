import { AttendanceChange, AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createGroup, createMeeting, enrol } from '../support/classroom.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let other: Person;
let second: Enrolment;
let instructor: Client;
let register: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    other = await createPerson(manager, { name: 'Lisa Niun', role: 'instructor' });
    const classmate = await createPerson(manager, { name: 'Ahmad Fauzan', role: 'student' });
    second = await enrol(manager, room.cohort, classmate.id, [room.classGroup]);
  });
  instructor = await app.as(cast.instructor);
  register = `/meetings/${room.meeting.id}/attendance`;
});
beforeEach(() => app.clock.set('2027-08-31T08:40:00Z'));
afterAll(() => app.close());

const markOf = (enrolmentId: number): Promise<AttendanceMark | null> =>
  app.units.inTransaction((manager) =>
    manager.findOneBy(AttendanceMark, { meetingId: room.meeting.id, enrolmentId }),
  );

const rows = (marks: [Enrolment, seen: string, status: string][]) =>
  Object.fromEntries(
    marks.flatMap(([{ id }, seen, status]) => [
      [`seen[${id}]`, seen],
      ...(status ? [[`status[${id}]`, status.charAt(0)] as const] : []),
      ...(status.endsWith('+') ? [[`repaired[${id}]`, 'on'] as const] : []),
    ]),
  );

describe('the meetings of an instructor', () => {
  it('lists today first', async () => {
    const answer = await instructor.get('/meetings').expect(200);
    expect(answer.text).toContain('Hari ini');
    expect(answer.text).toContain(register);
  });

  it('has none of other classes', async () => {
    expect((await (await app.as(other)).get('/meetings').expect(200)).text).not.toContain(register);
  });
});

describe('taking the register', () => {
  it('writes what was chosen and says so', async () => {
    await instructor
      .get(register)
      .expect(200)
      .expect(/Ahmad Fauzan[\s\S]*Norlaila/);
    const marks = rows([
      [room.enrolment, '', 'T'],
      [second, '', ''],
    ]);
    await instructor.post(register, marks).expect(303).expect('Location', register);
    expect(await markOf(room.enrolment.id)).toMatchObject({
      status: 'T',
      method: 'register',
      markedById: cast.instructor.id,
    });
    expect(await markOf(second.id)).toBeNull();
    await instructor.get(register).expect(/1 perubahan/);
  });

  it('marks everybody else present at once', async () => {
    const marks = rows([
      [room.enrolment, 'T', 'T'],
      [second, '', ''],
    ]);
    await instructor.post(register, { ...marks, all: 'present' }).expect(303);
    expect(await markOf(room.enrolment.id)).toMatchObject({ status: 'T' });
    expect(await markOf(second.id)).toMatchObject({ status: 'H' });
  });

  it('keeps what somebody else wrote meanwhile, and says which rows', async () => {
    const staff = await app.as(cast.staff);
    await staff.post(register, rows([[second, 'H', 'S']])).expect(303);
    const stale = rows([
      [room.enrolment, 'T', 'H'],
      [second, 'H', 'A'],
    ]);
    const answer = await instructor.post(register, stale).expect(422);
    expect(answer.text).toContain('diubah orang lain');
    expect(await markOf(second.id)).toMatchObject({ status: 'S' });
    expect(await markOf(room.enrolment.id)).toMatchObject({ status: 'H' });
  });

  it('keeps every change, and changes nothing when sent twice', async () => {
    const count = () =>
      app.units.inTransaction((manager) =>
        manager.countBy(AttendanceChange, { enrolmentId: room.enrolment.id }),
      );
    const before = await count();
    const marks = rows([[room.enrolment, 'H', 'I']]);
    await instructor.post(register, marks).expect(303);
    await instructor.post(register, marks).expect(303);
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ['a letter that is none', { 'status[ID]': 'X', 'seen[ID]': 'I' }],
    ['somebody of no such class', { 'status[999999]': 'A', 'seen[999999]': '' }],
    ['an id that is none', { 'status[1;DROP]': 'A', 'seen[1;DROP]': '' }],
  ])('ignores %s', async (_what, fields) => {
    const own = JSON.parse(JSON.stringify(fields).replaceAll('ID', String(room.enrolment.id))) as Record<
      string,
      string
    >;
    await instructor.post(register, own).expect(303);
    expect(await markOf(room.enrolment.id)).toMatchObject({ status: 'I' });
  });

  it('refuses a meeting that is still to come', async () => {
    const next = await app.units.inTransaction((manager) =>
      createMeeting(manager, room.classGroup, null, new Date('2027-09-02T08:30:00Z')),
    );
    const path = `/meetings/${next.id}/attendance`;
    await instructor
      .post(path, rows([[second, '', 'H']]), path)
      .expect(303)
      .expect('Location', path);
    await instructor
      .get(path)
      .expect(200)
      .expect(/satu jam sebelum pertemuan/);
  });

  it('is closed to the instructor of another class, and to no page', async () => {
    const stranger = await app.as(other);
    await stranger.get(register).expect(404);
    await stranger.post(register, rows([[second, 'S', 'H']])).expect(404);
    await instructor.get('/meetings/999999/attendance').expect(404);
    await instructor.get('/meetings/abc/attendance').expect(404);
    await (await app.as(cast.student)).post(register, rows([[room.enrolment, 'I', 'H']])).expect(403);
    expect(await markOf(second.id)).toMatchObject({ status: 'S' });
  });

  it('shows an empty class as such', async () => {
    const empty = await app.units.inTransaction(async (manager) => {
      const group = await createGroup(manager, room.cohort, 'class', 'Kelas Z', cast.instructor.id);
      return createMeeting(manager, group, room.session, new Date('2027-08-31T08:30:00Z'));
    });
    await instructor
      .get(`/meetings/${empty.id}/attendance`)
      .expect(200)
      .expect(/Belum ada peserta/);
  });
});

describe('a make-up task', () => {
  const last = async (enrolmentId: number): Promise<AttendanceChange | null> =>
    app.units.inTransaction((manager) =>
      manager.findOne(AttendanceChange, { where: { enrolmentId }, order: { id: 'DESC' } }),
    );
  /** Another meeting of the class, an hour later each, with the learner's mark. */
  const another = (mark: { status: 'I' | 'S'; isRepaired: boolean }, hour: number) =>
    app.units.inTransaction(async (manager) => {
      const startsAt = new Date(`2027-08-30T${String(hour).padStart(2, '0')}:00:00Z`);
      const meeting = await createMeeting(manager, room.classGroup, null, startsAt);
      const own = { meetingId: meeting.id, enrolmentId: learner.id, at: startsAt, markedById: null };
      await manager.insert(AttendanceMark, { ...own, ...mark, method: 'register' });
      return meeting;
    });
  let learner: Enrolment;

  beforeAll(async () => {
    await app.units.inTransaction(async (manager) => {
      const person = await createPerson(manager, { name: 'Yosevina Tundan', role: 'student' });
      learner = await enrol(manager, room.cohort, person.id, [room.classGroup]);
    });
    await instructor.post(register, rows([[learner, '', 'I']])).expect(303);
  });

  it('is accepted once, and written down', async () => {
    const tick = rows([[learner, 'I', 'I+']]);
    await instructor.post(register, tick).expect(303);
    await instructor.post(register, tick).expect(303);
    expect(await markOf(learner.id)).toMatchObject({ status: 'I', isRepaired: true });
    expect(await last(learner.id)).toMatchObject({
      before: 'I',
      after: 'I',
      beforeIsRepaired: false,
      afterIsRepaired: true,
      changedById: cast.instructor.id,
    });
    const page = await instructor.get(register).expect(200);
    expect(page.text).toMatch(new RegExp(`name="repaired\\[${learner.id}\\]"[^>]* checked`));
    expect(page.text).toContain(`name="seen[${learner.id}]" value="I+"`);
  });

  it('is left alone by a page that did not touch it, or had not seen it', async () => {
    await instructor.post(register, rows([[learner, 'I', 'I']])).expect(303);
    const answer = await instructor.post(register, rows([[learner, 'I', 'S']])).expect(422);
    expect(answer.text).toContain('diubah orang lain');
    expect(await markOf(learner.id)).toMatchObject({ status: 'I', isRepaired: true });
  });

  it('stays when excused becomes sick, and goes with any other status', async () => {
    await instructor.post(register, rows([[learner, 'I+', 'S+']])).expect(303);
    expect(await markOf(learner.id)).toMatchObject({ status: 'S', isRepaired: true });
    await instructor.post(register, rows([[learner, 'S+', 'A+']])).expect(303);
    expect(await markOf(learner.id)).toMatchObject({ status: 'A', isRepaired: false });
    expect(await last(learner.id)).toMatchObject({
      before: 'S',
      after: 'A',
      beforeIsRepaired: true,
      afterIsRepaired: false,
    });
  });

  it('is refused at its row over the maximum, while the other rows are kept', async () => {
    await another({ status: 'I', isRepaired: true }, 1);
    const freed = await another({ status: 'S', isRepaired: true }, 4);
    await instructor.post(register, rows([[learner, 'A', 'S']])).expect(303);
    const both = rows([
      [learner, 'S', 'S+'],
      [second, 'S', 'A'],
    ]);
    const answer = await instructor.post(register, both).expect(422);
    expect(answer.text).toContain('Paling banyak 2 pertemuan');
    expect(answer.text).toMatch(
      new RegExp(`name="repaired\\[${learner.id}\\]"[^>]* checked[^>]*aria-invalid`),
    );
    expect(await markOf(learner.id)).toMatchObject({ status: 'S', isRepaired: false });
    expect(await markOf(second.id)).toMatchObject({ status: 'A' });
    await instructor.post(`/meetings/${freed.id}/attendance`, rows([[learner, 'S+', 'S']])).expect(303);
    await instructor.post(register, rows([[learner, 'S', 'S+']])).expect(303);
    expect(await markOf(learner.id)).toMatchObject({ status: 'S', isRepaired: true });
  });

  it('is never accepted twice too often by two registers at once', async () => {
    const [one, other] = await Promise.all([
      another({ status: 'I', isRepaired: false }, 7),
      another({ status: 'I', isRepaired: false }, 10),
    ]);
    await instructor.post(register, rows([[learner, 'S+', 'H']])).expect(303);
    const answers = await Promise.all(
      [one, other].map(({ id }) =>
        instructor.post(`/meetings/${id}/attendance`, rows([[learner, 'I', 'I+']])),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });
});

describe('the attendance of a learner', () => {
  it('shows the own marks with the count', async () => {
    const answer = await (await app.as(cast.student)).get('/attendance').expect(200);
    expect(answer.text).toContain('Izin');
    expect(answer.text).toContain('Hadir 0 dari 1 pertemuan');
  });

  it('tells a stranger that there is none', async () => {
    await (
      await app.as(cast.stranger)
    )
      .get('/attendance')
      .expect(200)
      .expect(/Jadwal pertemuan belum ada/);
  });
});
