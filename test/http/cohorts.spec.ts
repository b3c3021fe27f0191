import { DataSource } from 'typeorm';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Group } from '../../src/cohorts/group.entity.js';
import { Holiday, Meeting, Slot } from '../../src/cohorts/meeting.entity.js';
import { Course } from '../../src/courses/course.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createSession, enrol } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let staff: Client;
/** Works for another cohort only. */
let elsewhere: Client;
const find = () => app.app.get(DataSource).manager;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  staff = await app.as(cast.staff);
  elsewhere = await app.as(
    await app.units.inTransaction(async (manager) => {
      for (let number = 2; number <= 24; number += 1)
        await createSession(manager, { courseId: room.course.id, moduleId: room.module.id, number });
      return await createPerson(manager, { name: 'Lisa Niun', role: 'staff', scope: 'cohort', scopeId: 99 });
    }),
  );
});
afterAll(() => app.close());

let ordinal = 10;
const newCohort = (more: Record<string, string> = {}) => ({
  course: String(room.course.id),
  ordinal: String((ordinal += 1)),
  label: '2027-C',
  startsOn: '2027-03-29',
  'className[1]': 'Kelas A',
  'firstDay[1]': '2',
  'secondDay[1]': '4',
  'time[1]': '15:30',
  'minutes[1]': '120',
  'place[1]': 'Aula PLUT',
  'instructor[1]': String(cast.instructor.id),
  'className[2]': '',
  'time[2]': '15:30',
  'minutes[2]': '120',
  ...more,
});
const idIn = (location: unknown): number => Number(/\/cohorts\/(\d+)$/.exec(String(location))?.[1]);

describe('the list of cohorts', () => {
  it('shows the office every cohort', async () => {
    const { text } = await staff.get('/cohorts').expect(200);
    expect(text).toContain(`href="/cohorts/${room.cohort.id}"`);
    expect(text).toContain('Angkatan I');
    expect(text).toContain('href="/cohorts/new"');
  });

  it('shows who works for some cohorts only those', async () => {
    const { text } = await elsewhere.get('/cohorts').expect(200);
    expect(text).not.toContain(`href="/cohorts/${room.cohort.id}"`);
    expect(text).not.toContain('href="/cohorts/new"');
  });
});

describe('opening a cohort', () => {
  it('makes the cohort, its classes, slots and all meetings around the holidays', async () => {
    const answer = await staff.post('/cohorts', newCohort()).expect(303);
    const id = idIn(answer.headers['location']);
    expect(await find().findOneByOrFail(Cohort, { id })).toMatchObject({
      label: '2027-C',
      startsOn: '2027-03-29',
      status: 'running',
      rules: {
        components: [{ key: 'kuis', name: 'Kuis', weight: 10_000 }],
        attendance: { graceMinutes: 15 },
      },
    });
    const [group, ...others] = await find().findBy(Group, { cohortId: id });
    expect(others).toEqual([]);
    expect(group).toMatchObject({ kind: 'class', name: 'Kelas A', supervisorId: cast.instructor.id });
    const classGroupId = group?.id ?? 0;
    expect(await find().findBy(Slot, { classGroupId })).toHaveLength(2);
    const meetings = await find().find(Meeting, {
      where: { classGroupId },
      relations: { session: true },
      order: { startsAt: 'ASC' },
    });
    expect(meetings).toHaveLength(26);
    expect(meetings[23]?.session?.number).toBe(24);
    // The four holidays of the run from 30 March 2027 (curriculum: second run) push P24 to 1 July.
    expect(meetings[23]?.startsAt).toEqual(new Date('2027-07-01T08:30:00Z'));
    expect(meetings[25]?.sessionId).toBeNull();
    expect(await find().countBy(Holiday, {})).toBeGreaterThan(20);
    await staff
      .get(`/cohorts/${id}`)
      .expect(200)
      .expect(/Belum ada peserta/);
  });

  it('plans a cohort that starts later', async () => {
    const answer = await staff.post('/cohorts', newCohort({ startsOn: '2027-10-04' })).expect(303);
    const id = idIn(answer.headers['location']);
    expect(await find().findOneByOrFail(Cohort, { id })).toMatchObject({ status: 'planned' });
  });

  it('keeps a snapshot of the rules that later edits of the course do not reach', async () => {
    const answer = await staff.post('/cohorts', newCohort()).expect(303);
    const id = idIn(answer.headers['location']);
    await app.units.inTransaction((manager) =>
      manager.update(Course, { id: room.course.id }, { requirements: [{ kind: 'attendance' }] as never }),
    );
    expect((await find().findOneByOrFail(Cohort, { id })).rules.requirements).toEqual([]);
  });

  it.each([
    ['no label', { label: '' }, 'label'],
    ['a day that is none', { startsOn: '2027-13-40' }, 'startsOn'],
    ['an ordinal that is none', { ordinal: 'II' }, 'ordinal'],
    ['an ordinal that is taken', { ordinal: '1' }, 'ordinal'],
    ['a course that is not there', { course: '999999' }, 'course'],
    ['no class', { 'className[1]': '' }, 'className[1]'],
    [
      'the same class twice',
      { 'className[2]': 'kelas a', 'firstDay[2]': '1', 'place[2]': 'x' },
      'className[2]',
    ],
    ['no time', { 'time[1]': '25:00' }, 'time[1]'],
    ['the same day twice', { 'secondDay[1]': '2' }, 'secondDay[1]'],
    ['a day that is no weekday', { 'firstDay[1]': '8' }, 'firstDay[1]'],
    ['too short a meeting', { 'minutes[1]': '5' }, 'minutes[1]'],
    ['no place', { 'place[1]': '' }, 'place[1]'],
    ['somebody who is no instructor', { 'instructor[1]': '1' }, 'instructor[1]'],
  ])('is refused with %s, and keeps what was typed', async (_what, change, field) => {
    const before = await find().countBy(Cohort, {});
    const fields = newCohort({ 'place[1]': 'Ruang <2>', ...change });
    const { text } = await staff.post('/cohorts', fields).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    if (field !== 'place[1]') expect(text).toContain('value="Ruang &lt;2&gt;"');
    expect(text).toContain(`<option value="${cast.instructor.id}"`);
    expect(await find().countBy(Cohort, {})).toBe(before);
  });

  it('is not for who works for some cohorts only', async () => {
    await elsewhere.get('/cohorts/new').expect(403);
    await elsewhere.post('/cohorts', newCohort()).expect(403);
  });

  it('proposes the next ordinal', async () => {
    const last = await find().maximum(Cohort, 'ordinal', { courseId: room.course.id });
    const { text } = await staff.get('/cohorts/new').expect(200);
    expect(text).toContain(`<input id="ordinal" name="ordinal" type="text" value="${(last ?? 0) + 1}"`);
  });
});

describe('a cohort', () => {
  it('is shown with its figures and its learners', async () => {
    const { text } = await staff.get(`/cohorts/${room.cohort.id}`).expect(200);
    for (const part of ['Angkatan I', '2027-A', 'Norlaila', '2411160087', 'Kelas A'])
      expect(text).toContain(part);
  });

  it.each(['', '/timetable', '/groups', '/enrolments/import'])(
    '%s is not there for a stranger',
    async (path) => {
      await elsewhere.get(`/cohorts/${room.cohort.id}${path}`).expect(404);
      await staff.get(`/cohorts/999999${path}`).expect(404);
      await (await app.as(cast.instructor)).get(`/cohorts/${room.cohort.id}${path}`).expect(403);
    },
  );

  it('shows the timetable of a class', async () => {
    const { text } = await staff.get(`/cohorts/${room.cohort.id}/timetable?group=999`).expect(200);
    expect(text).toContain('Pertemuan 1');
    expect(text).toContain('Selasa, 31 Agustus 2027');
    expect(text).toContain('15.30–17.30 WIB');
  });

  it('shows its groups with who is in them', async () => {
    const { text } = await staff.get(`/cohorts/${room.cohort.id}/groups`).expect(200);
    expect(text).toContain('Norlaila');
    await staff
      .get(`/cohorts/${room.cohort.id}/groups?kind=pair`)
      .expect(200)
      .expect(/Belum ada/);
    await staff.get(`/cohorts/${room.cohort.id}/groups?kind=x&page=y`).expect(200);
  });

  it('filters and pages its learners, with as many queries for 60 as for one', async () => {
    const path = `/cohorts/${room.cohort.id}`;
    const few = await countQueries(app, () => staff.get(path).expect(200));
    await app.units.inTransaction(async (manager) => {
      for (let number = 1; number <= 60; number += 1) {
        const person = await createPerson(manager, {
          name: `Zulaikha ${'x'.repeat(number)}`,
          role: 'student',
        });
        await enrol(manager, room.cohort, person.id, [room.classGroup]);
      }
    });
    const first = await staff.get(path).expect(200);
    expect(first.text.match(/\/withdrawal"/g)).toHaveLength(50);
    expect(first.text).toMatch(/rel="next"/);
    expect(await countQueries(app, () => staff.get(path).expect(200))).toBe(few);
    const second = await staff.get(`${path}?page=2`).expect(200);
    expect(second.text.match(/\/withdrawal"/g)).toHaveLength(11);
    const found = await staff
      .get(`${path}?search=norla&group=${room.classGroup.id}&status=active`)
      .expect(200);
    expect(found.text.match(/\/withdrawal"/g)).toHaveLength(1);
    for (const nobody of ['search=%25', 'search=%27', 'status=withdrawn', 'group=999'])
      await staff
        .get(`${path}?${nobody}`)
        .expect(200)
        .expect(/Tidak ada peserta yang cocok/);
  });
});

describe('beginning and closing a cohort', () => {
  it('finishes its learners and, reopened, brings them back; who has withdrawn stays so', async () => {
    const path = `/cohorts/${room.cohort.id}`;
    const gone = await app.units.inTransaction(async (manager) =>
      enrol(manager, room.cohort, cast.stranger.id, [room.classGroup]),
    );
    await staff.post(`${path}/enrolments/${gone.id}/withdrawal`).expect(303);
    const statuses = async () => {
      const found = await find().findBy(Enrolment, { cohortId: room.cohort.id });
      return [...new Set(found.map(({ status }) => status))].toSorted();
    };
    await staff.post(`${path}/status`, { status: 'finished' }).expect(303).expect('Location', path);
    expect(await statuses()).toEqual(['finished', 'withdrawn']);
    await staff.post(`${path}/status`, { status: 'finished' }).expect(303);
    await staff.post(`${path}/status`, { status: 'running' }).expect(303);
    expect(await statuses()).toEqual(['active', 'withdrawn']);
    await staff.post(`${path}/status`, { status: 'planned' }).expect(303);
    expect((await find().findOneByOrFail(Cohort, { id: room.cohort.id })).status).toBe('running');
  });

  it('is refused where the cohort has not begun', async () => {
    const answer = await staff.post('/cohorts', newCohort({ startsOn: '2027-11-01' })).expect(303);
    const id = idIn(answer.headers['location']);
    await staff.post(`/cohorts/${id}/status`, { status: 'finished' }, `/cohorts/${id}`).expect(303);
    await staff.get(`/cohorts/${id}`).expect(/sudah berubah/);
    expect((await find().findOneByOrFail(Cohort, { id })).status).toBe('planned');
  });

  it('is not for a stranger', async () => {
    await elsewhere.post(`/cohorts/${room.cohort.id}/status`, { status: 'finished' }).expect(404);
  });
});
