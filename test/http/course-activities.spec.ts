import { DataSource, In } from 'typeorm';
import { Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { ActivityDraft } from '../../src/courses/activity-draft.entity.js';
import { Fact } from '../../src/courses/fact.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson, createQuiz } from '../support/classroom.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let instructor: Client;
let edit: string;
let adding: string;
let made = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  instructor = await app.as(cast.instructor);
  edit = `/courses/${room.course.id}/edit`;
  adding = `${edit}/sessions/${room.session.id}/activities`;
});
afterAll(() => app.close());

const WORDS = { title: 'Materi', minutes: 5, checkedOn: '2027-08-20' };
const FACT = {
  key: 'upah',
  value: 'Rp1',
  unit: null,
  source: 'PP 7/2021',
  checkedOn: '2027-08-01',
  checkedById: null,
  expiresOn: null,
  flag: null,
  note: null,
};
const reader = () => app.app.get(DataSource).manager;
const stored = (where: { id?: number; key?: string }) => reader().findOneBy(Activity, where);
const lastAction = async () =>
  (await reader().find(AuditEntry, { order: { id: 'DESC' }, take: 1 }))[0]?.action;
const newLesson = () =>
  app.units.inTransaction((manager) =>
    createLesson(manager, room, {}, { key: `m-${(made += 1)}`, title: `Materi ${made}` }),
  );
const settingsOf = ({ id }: Pick<Activity, 'id'>, end = ''): string => `${edit}/activities/${id}${end}`;
const keyOn = async (): Promise<string> =>
  /name="key" value="([^"]*)"/.exec((await instructor.get(`${adding}/new`).expect(200)).text)?.[1] ?? '';

describe('a new activity', () => {
  it.each([
    ['lesson', '/activities/%/edit', 'individual'],
    ['assignment', '/assignments/%/edit', 'team'],
  ])('%s comes to the end of its session, unseen by learners', async (kind, editor, submitsAs) => {
    await instructor.get(edit).expect(new RegExp(`href="${adding}/new"`));
    const key = await keyOn();
    const fields = { key, kind, title: 'Menawar harga', submitsAs: 'team' };
    const { headers } = await instructor.post(adding, fields).expect(303);
    const activity = await stored({ key });
    expect(headers['location']).toBe(editor.replace('%', String(activity?.id)));
    expect(activity).toMatchObject({ kind, submitsAs, required: false, currentVersionId: null });
    const before = await reader().maximum(Activity, 'position', { sessionId: room.session.id });
    expect(activity?.position).toBe(before);
    expect(await lastAction()).toBe('desk.audit.created');
    await instructor.get(String(headers['location'])).expect(200);
    await instructor.get(edit).expect(/Menawar harga.*belum terbit/s);
    const student = await app.as(cast.student);
    expect((await student.get(`/sessions/${room.session.id}`)).text).not.toContain('Menawar harga');
  });

  it('is made once, however often it is sent', async () => {
    const fields = { key: await keyOn(), kind: 'lesson', title: 'Sekali saja' };
    const first = await instructor.post(adding, fields).expect(303);
    const second = await instructor.post(adding, fields).expect(303);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(await reader().countBy(Activity, { title: 'Sekali saja' })).toBe(1);
  });

  it('is made once, and each has its own place, where several are sent at once', async () => {
    const keys = [await keyOn(), await keyOn()];
    const replies = await Promise.all(
      [...keys, ...keys].map((key) => instructor.post(adding, { key, kind: 'lesson', title: 'Serentak' })),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(replies.map(({ headers }) => headers['location'])).size).toBe(2);
    const made = await reader().findBy(Activity, { key: In(keys) });
    expect(new Set(made.map(({ position }) => position)).size).toBe(2);
  });

  it('is refused in place without a name or a kind, keeping what was typed', async () => {
    const key = await keyOn();
    const { text } = await instructor.post(adding, { key, kind: 'assignment', title: ' ' }).expect(422);
    expect(text).toContain('id="title-error"');
    expect(text).toContain('value="assignment" selected');
    expect(text).toContain(`value="${key}"`);
    const odd = await instructor.post(adding, { key, kind: 'film', title: 'Film <b>' }).expect(422);
    expect(odd.text).toContain('id="kind-error"');
    expect(odd.text).toContain('value="Film &lt;b&gt;"');
    expect(await stored({ key })).toBeNull();
  });

  it('is published from its empty form', async () => {
    const key = await keyOn();
    const made = await instructor
      .post(adding, { key, kind: 'assignment', title: 'Tugas baru', submitsAs: 'none' })
      .expect(303);
    const address = String(made.headers['location']);
    const levels = Object.fromEntries([1, 2, 3, 4].map((level) => [`level${level}[kriteria-1]`, 'Begitu.']));
    const fields = {
      instructions: 'Peragakan.',
      'name[kriteria-1]': 'Sikap',
      'weight[kriteria-1]': '100',
      ...levels,
      seen: '0.0',
      step: 'publish',
    };
    const { headers } = await instructor.post(address, fields).expect(303);
    const publication = String(headers['location']);
    const { text } = await instructor.get(publication).expect(/Ini versi pertama/);
    const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await instructor.post(publication, { seen }).expect(303).expect('Location', address);
    expect((await stored({ key }))?.currentVersionId).not.toBeNull();
    await instructor.post(address, fields).expect(409);
  });
});

describe('taking an activity out of the course', () => {
  const student = () => app.as(cast.student);

  it('hides what nobody has begun, keeps its history, and puts it back', async () => {
    const lesson = await newLesson();
    await instructor.get(settingsOf(lesson)).expect(/Tarik dari kelas/);
    await instructor.post(settingsOf(lesson, '/withdrawal')).expect(303).expect('Location', edit);
    expect(await lastAction()).toBe('desk.audit.withdrawn');
    await (await student()).get(`/lessons/${lesson.id}`).expect(404);
    await instructor.get(edit).expect(/ditarik, versi terakhir 1/);
    await instructor.get(`/activities/${lesson.id}/versions`).expect(/Versi 1<\/a>/);
    await instructor.get(`/activities/${lesson.id}/edit`).expect(/Isi\.<\/textarea>/);
    await instructor.post(settingsOf(lesson, '/withdrawal/end')).expect(303);
    await (await student()).get(`/lessons/${lesson.id}`).expect(200);
    expect(await reader().countBy(ActivityVersion, { activityId: lesson.id })).toBe(1);
  });

  it('lets nobody overwrite unseen what was published before it was taken out again', async () => {
    const lesson = await newLesson();
    const staff = await app.as(cast.staff);
    const seenBy = async (client: Client): Promise<string> =>
      /name="seen" value="([^"]*)"/.exec((await client.get(`/activities/${lesson.id}/edit`)).text)?.[1] ?? '';
    const save = async (client: Client, markdown: string, seen: string) =>
      await client.post(`/activities/${lesson.id}/draft`, { ...WORDS, markdown, seen });
    await instructor.post(settingsOf(lesson, '/withdrawal')).expect(303);
    const seen = await seenBy(instructor);
    expect((await save(staff, 'Teks staf.', await seenBy(staff))).status).toBe(303);
    await staff.post(`/activities/${lesson.id}/publication`, { seen: await seenBy(staff) }).expect(303);
    await staff.post(settingsOf(lesson, '/withdrawal')).expect(303);
    expect((await save(instructor, 'Teks saya.', seen)).status).toBe(409);
    const newest = await reader().findOneBy(ActivityVersion, { activityId: lesson.id, version: 2 });
    expect((await save(instructor, 'Gabungan.', await seenBy(instructor))).status).toBe(303);
    const draft = await reader().findOneBy(ActivityDraft, { activityId: lesson.id });
    expect(draft?.baseVersionId).toBe(newest?.id);
  });

  it('puts it back with the facts of today', async () => {
    const markdown = 'Upahnya {fakta:upah}.';
    const lesson = await app.units.inTransaction(async (manager) => {
      await manager.insert(Fact, { ...FACT, courseId: room.course.id });
      const html = '<p>Upahnya Rp1.</p>';
      return await createLesson(manager, room, { markdown, html, facts: ['upah'] }, { key: 'm-fakta' });
    });
    await instructor.post(settingsOf(lesson, '/withdrawal')).expect(303);
    await app.units.inTransaction((manager) => manager.update(Fact, { key: 'upah' }, { value: 'Rp2' }));
    await instructor.post(settingsOf(lesson, '/withdrawal/end')).expect(303);
    const { text } = await (await student()).get(`/lessons/${lesson.id}`).expect(200);
    expect(text).toContain('Rp2');
    expect(text).not.toContain('Rp1');
    await instructor.post(settingsOf(lesson, '/withdrawal/end')).expect(303);
    expect(await reader().countBy(ActivityVersion, { activityId: lesson.id })).toBe(2);
  });

  it('is refused once somebody has begun, and the page says so', async () => {
    const lesson = await newLesson();
    await (await student()).postJson(`/lessons/${lesson.id}/opening`, {}).expect(204);
    const { text } = await instructor.get(settingsOf(lesson)).expect(200);
    expect(text).toContain('1 peserta sudah mulai. Karena itu kegiatan ini tidak dapat ditarik.');
    await instructor.post(settingsOf(lesson, '/withdrawal')).expect(303);
    expect((await stored({ id: lesson.id }))?.currentVersionId).not.toBeNull();
  });

  it('deletes only what is empty', async () => {
    const key = await keyOn();
    await instructor.post(adding, { key, kind: 'lesson', title: 'Salah buat' }).expect(303);
    const { id } = (await stored({ key }))!;
    await instructor
      .post(`/activities/${id}/draft`, {
        title: 'Salah buat',
        minutes: 5,
        checkedOn: '2027-08-20',
        markdown: 'Isi.',
        seen: '0.0',
      })
      .expect(303);
    await instructor.post(settingsOf({ id }, '/removal')).expect(303);
    expect(await stored({ id })).not.toBeNull();
    await app.units.inTransaction((manager) => manager.delete(ActivityDraft, { activityId: id }));
    await instructor.get(settingsOf({ id })).expect(/Hapus kegiatan/);
    await instructor.post(settingsOf({ id }, '/removal')).expect(303);
    expect(await stored({ id })).toBeNull();
    expect(await lastAction()).toBe('desk.audit.removed');
    const published = await newLesson();
    await instructor.post(settingsOf(published, '/removal')).expect(303);
    expect(await stored({ id: published.id })).not.toBeNull();
  });
});

it('is for nobody else', async () => {
  const quiz = await app.units.inTransaction((manager) => createQuiz(manager, room, {}, { key: 'kuis' }));
  const elsewhere = await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
  );
  const stranger = await app.as(elsewhere);
  const student = await app.as(cast.student);
  await stranger.get(`${adding}/new`).expect(404);
  await student.get(`${adding}/new`).expect(403);
  for (const address of [
    adding,
    ...['withdrawal', 'withdrawal/end', 'removal'].map((end) => settingsOf(quiz, `/${end}`)),
  ]) {
    await stranger.post(address, { kind: 'lesson', title: 'x' }).expect(404);
    await student.post(address, { kind: 'lesson', title: 'x' }).expect(403);
  }
  await instructor.get(`/courses/999999/edit/sessions/${room.session.id}/activities/new`).expect(404);
  await instructor.post(`${edit}/activities/999999/withdrawal`).expect(404);
});
