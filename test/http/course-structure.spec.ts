import { DataSource } from 'typeorm';
import { Activity } from '../../src/courses/activity.entity.js';
import { CourseModule } from '../../src/courses/course.entity.js';
import { Session } from '../../src/courses/session.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson, createQuiz } from '../support/classroom.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let reader: DataSource;
let instructor: Client;
let edit: string;
let quiz: string;
let lesson: string;
let ids: { lesson: number; quiz: number };

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  reader = app.app.get(DataSource);
  instructor = await app.as(cast.instructor);
  await app.units.inTransaction(async (manager) => {
    ids = {
      lesson: (await createLesson(manager, room, {}, { key: 'p1-materi', position: 1 })).id,
      quiz: (await createQuiz(manager, room, {}, { key: 'p1-kuis', position: 2 })).id,
    };
  });
  edit = `/courses/${room.course.id}/edit`;
  quiz = `${edit}/activities/${ids.quiz}`;
  lesson = `${edit}/activities/${ids.lesson}`;
});
afterAll(() => app.close());

const stored = (id: number) => reader.manager.findOneByOrFail(Activity, { id });
const lastEntry = async () => (await reader.manager.find(AuditEntry, { order: { id: 'DESC' }, take: 1 }))[0];
async function seenOn(address: string, client = instructor): Promise<string> {
  const { text } = await client.get(address).expect(200);
  return /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
}
const settings = () => ({
  title: 'Kuis pertemuan satu',
  required: 'on',
  'opensRule[side]': 'same',
  'opensRule[at]': 'end',
  'dueRule[side]': 'after',
  'dueRule[days]': '3',
  'dueRule[at]': 'clock',
  'dueRule[clock]': '20:00',
  componentId: String(room.component.id),
  weight: '2',
  passMark: '75,5',
});

describe('the settings of an activity', () => {
  it('are reached from the course, and tell the dates in words with an example', async () => {
    expect((await instructor.get(edit).expect(200)).text).toContain(`href="${quiz}"`);
    const { text } = await instructor.get(quiz).expect(200);
    expect(text).toContain('7 hari sesudah pertemuan, pukul 23.59');
    expect(text).toContain('Selasa, 7 September 2027');
    expect(text).toContain('value="70"');
    expect(text).toMatch(/<option value="after" selected>Sesudah pertemuan/);
    expect(text).toContain('name="dueRule[days]" inputmode="numeric" value="7"');
    expect(text).toContain('name="dueRule[clock]" type="time" value="23:59"');
  });

  it('are changed, and what changed is on record', async () => {
    await instructor
      .post(quiz, { ...settings(), seen: await seenOn(quiz) })
      .expect(303)
      .expect('Location', edit);
    expect(await stored(ids.quiz)).toMatchObject({
      title: 'Kuis pertemuan satu',
      required: true,
      opensRule: '0 end',
      dueRule: '+3d 20:00',
      componentId: room.component.id,
      weight: 2,
      passMark: 7550,
    });
    expect(await lastEntry()).toMatchObject({
      action: 'desk.audit.settings',
      actorId: cast.instructor.id,
      fields: { passMark: { from: 7000, to: 7550 } },
    });
  });

  it('give a lesson no place in the grades, whatever is sent', async () => {
    const { text } = await instructor.get(lesson).expect(200);
    expect(text).not.toContain('name="componentId"');
    await instructor
      .post(lesson, { ...settings(), required: '', 'dueRule[side]': '', seen: await seenOn(lesson) })
      .expect(303);
    expect(await stored(ids.lesson)).toMatchObject({
      componentId: null,
      passMark: null,
      dueRule: null,
      required: false,
      weight: 1,
    });
  });

  it.each([
    ['no name', { title: ' ' }, 'title'],
    ['a rule that is none', { 'opensRule[side]': 'besok' }, 'opensRule'],
    ['a rule without its days', { 'dueRule[days]': '' }, 'dueRule'],
    ['a rule without its time', { 'dueRule[clock]': '25.00' }, 'dueRule'],
    ['a rule longer than any', { 'dueRule[days]': '9'.repeat(20) }, 'dueRule'],
    ['a due date before the opening', { 'dueRule[side]': 'before' }, 'dueRule'],
    ['no weight', { weight: '0' }, 'weight'],
    ['a pass mark over 100', { passMark: '101' }, 'passMark'],
    ['a component of another course', { componentId: '999999' }, 'componentId'],
  ])('are refused in place with %s, keeping what was typed', async (_what, wrong, field) => {
    const before = await stored(ids.quiz);
    const typed = { ...settings(), weight: '7', seen: await seenOn(quiz), ...wrong };
    const { text } = await instructor.post(quiz, typed).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain(`value="${typed.weight}"`);
    expect(await stored(ids.quiz)).toEqual(before);
  });

  it('show the second of two editors what stands now, and keep what was typed', async () => {
    const staff = await app.as(cast.staff);
    const seen = await seenOn(quiz, staff);
    await instructor.post(quiz, { ...settings(), title: 'Kuis baru', seen }).expect(303);
    const { text } = await staff.post(quiz, { ...settings(), title: 'Kuis lain', seen }).expect(409);
    expect(text).toContain('Orang lain sudah mengubah bagian ini');
    expect(text).toContain('Kuis baru · wajib');
    expect(text).toContain('value="Kuis lain"');
    expect((await stored(ids.quiz)).title).toBe('Kuis baru');
  });
});

describe('the order of activities', () => {
  const positions = async () => [(await stored(ids.lesson)).position, (await stored(ids.quiz)).position];

  it('is changed by one step, and stays at its end', async () => {
    for (const [address, direction, expected] of [
      [quiz, 'up', [2, 1]],
      [quiz, 'up', [2, 1]],
      [quiz, 'down', [1, 2]],
      [lesson, 'down', [2, 1]],
      [lesson, 'up', [1, 2]],
    ] as const) {
      await instructor
        .post(`${address}/move`, { direction, seen: await seenOn(address) })
        .expect(303)
        .expect('Location', edit);
      expect(await positions()).toEqual(expected);
    }
    expect(await lastEntry()).toMatchObject({ action: 'desk.audit.moved' });
  });

  it('stays where somebody else has moved it meanwhile', async () => {
    const seen = await seenOn(quiz);
    await instructor.post(`${quiz}/move`, { direction: 'up', seen }).expect(303);
    await instructor.post(`${quiz}/move`, { direction: 'down', seen }, edit).expect(303);
    expect(await positions()).toEqual([2, 1]);
    expect((await instructor.get(edit)).text).toContain('baru saja diubah orang lain');
  });

  it('knows two directions', async () => {
    await instructor.post(`${quiz}/move`, { direction: 'left', seen: 'x' }).expect(404);
  });
});

describe('the words of the plan', () => {
  it('of a session are changed, its outcomes by their keys', async () => {
    const address = `${edit}/sessions/${room.session.id}`;
    const fields = {
      title: 'Siapa pendamping',
      summary: 'Tiga fungsi.',
      'outcomes[menyebut]': 'Menyebut tiga fungsi',
    };
    const seen = await seenOn(address);
    await instructor.post(address, { ...fields, 'outcomes[lain]': 'Tidak ada', seen }).expect(303);
    expect(await reader.manager.findOneByOrFail(Session, { id: room.session.id })).toMatchObject({
      title: 'Siapa pendamping',
      summary: 'Tiga fungsi.',
      outcomes: [{ key: 'menyebut', text: 'Menyebut tiga fungsi' }],
    });
    const stale = await instructor.post(address, { ...fields, title: 'Lain', seen }).expect(409);
    expect(stale.text).toContain('value="Lain"');
    expect(stale.text).toContain('<p>Siapa pendamping</p>');
    for (const wrong of [{ title: '' }, { 'outcomes[menyebut]': ' ' }]) {
      const { text } = await instructor.post(address, { ...fields, ...wrong, seen }).expect(422);
      expect(text).toMatch(/id="(title|outcomes)-error"/);
      expect(text).toContain('Tiga fungsi.');
    }
  });

  it('of a module are changed', async () => {
    const address = `${edit}/modules/${room.module.id}`;
    const seen = await seenOn(address);
    await instructor.post(address, { title: 'Dasar', seen }).expect(303);
    expect((await reader.manager.findOneByOrFail(CourseModule, { id: room.module.id })).title).toBe('Dasar');
    expect((await instructor.post(address, { title: 'Lain', seen }).expect(409)).text).toContain(
      '<p>Dasar</p>',
    );
    expect((await instructor.post(address, { title: '', seen }).expect(422)).text).toContain('title-error');
  });
});

describe('the structure of a course', () => {
  it('is not there for who teaches another course, nor under another course', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rahmat', role: 'instructor' }),
    );
    const stranger = await app.as(other);
    for (const address of [
      quiz,
      `${edit}/sessions/${room.session.id}`,
      `${edit}/modules/${room.module.id}`,
    ]) {
      await stranger.get(address).expect(404);
      await stranger.post(address, settings()).expect(404);
      await instructor.get(address.replace(/\d+$/, '999999')).expect(404);
    }
    await stranger.post(`${quiz}/move`, { direction: 'up' }).expect(404);
    await instructor.get(quiz.replace(`/courses/${room.course.id}/`, '/courses/999999/')).expect(404);
  });

  it('is for who teaches and for the office', async () => {
    for (const who of [cast.student, cast.coordinator]) {
      const client = await app.as(who);
      await client.get(quiz).expect(403);
      await client.post(`${quiz}/move`, { direction: 'up' }).expect(403);
    }
    await app.guest().get(quiz).expect(303);
  });
});
