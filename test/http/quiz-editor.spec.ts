import { DataSource } from 'typeorm';
import type { QuizContent } from '../../src/courses/activity-content.js';
import { type Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { ActivityDraft } from '../../src/courses/activity-draft.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson, createQuiz } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createFullQuiz, startAttempt, storedAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quiz: Activity;
let instructor: Client;
let staff: Client;
let made = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  instructor = await app.as(cast.instructor);
  staff = await app.as(cast.staff);
});
afterAll(() => app.close());
beforeEach(async () => {
  const key = `kuis-${(made += 1)}`;
  quiz = await app.units.inTransaction((manager) => createQuiz(manager, room, {}, { key, title: 'Kuis P1' }));
});

const at = (end = '') => `/activities/${quiz.id}${end}`;
const editor = () => `/quizzes/${quiz.id}/edit`;
const reader = () => app.app.get(DataSource).manager;
const draft = () => reader().findOneBy(ActivityDraft, { activityId: quiz.id });
const contents = async () => {
  const order = { version: 'ASC' } as const;
  const rows = await reader().find(ActivityVersion, { where: { activityId: quiz.id }, order });
  return rows.map(({ content }) => content as QuizContent);
};
const seenOn = async (client: Client): Promise<string> =>
  /name="seen" value="([^"]*)"/.exec((await client.get(editor())).text)?.[1] ?? '';
const typed = (more: object = {}) => ({
  purpose: 'exit',
  questions: '5',
  minutes: '20',
  attempts: '2',
  gapHours: '12',
  review: 'afterDue',
  ...more,
});
const saveAs = async (client: Client, more: object = {}) =>
  await client.post(editor(), { ...typed(more), seen: await seenOn(client) });
const publish = async () =>
  await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);

describe('the settings of a quiz', () => {
  it('hold what is published, and are reached from the course and from the quiz', async () => {
    const { text } = await instructor.get(editor()).expect(200);
    expect(text).toContain('name="minutes" type="text" value="15"');
    expect(text).toContain('value="exit" selected');
    expect(text).toContain('Versi 1, terbit');
    await instructor.get(`/courses/${room.course.id}/edit`).expect(new RegExp(`href="${editor()}"`));
    await instructor.get(`/quizzes/${quiz.id}`).expect(new RegExp(`href="${editor()}"`));
  });

  it('are kept as a draft, and published as the next version', async () => {
    expect((await saveAs(instructor)).headers['location']).toBe(editor());
    expect(await contents()).toHaveLength(1);
    const { text } = await instructor.get(at('/publication')).expect(200);
    expect(text).toMatch(/Waktu \(menit\)<\/strong>: <del>15<\/del> → <ins>20<\/ins>/);
    expect(text).toContain('mendapat versi baru');
    await publish();
    expect((await contents()).at(-1)).toEqual({
      purpose: 'exit',
      questions: 5,
      minutes: 20,
      attempts: 2,
      gapHours: 12,
      from: [],
      review: 'afterDue',
    });
    expect(await draft()).toBeNull();
    await (await app.as(cast.student)).get(`/quizzes/${quiz.id}`).expect(/20 menit/);
  });

  it('lead on to publishing', async () => {
    const answer = await saveAs(instructor, { goTo: 'publication' });
    expect(answer.headers['location']).toBe(at('/publication'));
  });

  it('of an exam name its sessions', async () => {
    await saveAs(instructor, { purpose: 'midterm', from: [String(room.session.number)] });
    expect(await draft()).toMatchObject({ source: { purpose: 'midterm', from: [room.session.number] } });
    await instructor.get(editor()).expect(/name="from" value="1" checked/);
  });

  it.each([
    ['no questions', { questions: '0' }, 'questions'],
    ['more than an hour can hold', { minutes: '601' }, 'minutes'],
    ['a number that is none', { attempts: 'tiga' }, 'attempts'],
    ['a negative gap', { gapHours: '-1' }, 'gapHours'],
    ['another purpose', { purpose: 'remedial' }, 'purpose'],
    ['another review', { review: 'besok' }, 'review'],
    ['an exam of nothing', { purpose: 'final' }, 'from'],
    ['a session that is not there', { purpose: 'final', from: ['1', '40'] }, 'from'],
    ['a session that is no number', { purpose: 'final', from: ['satu'] }, 'from'],
  ])('are refused in place with %s, keeping what was typed', async (_what, wrong, field) => {
    const seen = await seenOn(instructor);
    const { text } = await instructor
      .post(editor(), { ...typed({ minutes: '37', ...wrong }), seen })
      .expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain(`value="${field === 'minutes' ? '601' : '37'}"`);
    expect(text).toContain(`name="seen" value="${seen}"`);
    expect(await draft()).toBeNull();
  });

  it('show the slower of two the difference, and overwrite nothing', async () => {
    const seen = await seenOn(instructor);
    await saveAs(staff, { minutes: '30' });
    const { text } = await instructor.post(editor(), { ...typed({ minutes: '45' }), seen }).expect(409);
    expect(text).toMatch(/<del>30<\/del> → <ins>45<\/ins>/);
    expect(text).toContain('value="45"');
    expect(await draft()).toMatchObject({ source: { minutes: 30 } });
    const now = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await instructor.post(editor(), { ...typed({ minutes: '45' }), seen: now }).expect(303);
    expect(await draft()).toMatchObject({ seq: 2, source: { minutes: 45 } });
  });

  it('are not published by who has not seen the newest draft', async () => {
    await saveAs(instructor);
    const seen = await seenOn(instructor);
    await saveAs(staff, { minutes: '30' });
    await instructor.post(at('/publication'), { seen }).expect(303);
    expect(await contents()).toHaveLength(1);
  });

  it('are discarded as a draft', async () => {
    await saveAs(instructor);
    await instructor
      .post(at('/draft/removal'), { seen: await seenOn(instructor) })
      .expect(303)
      .expect('Location', editor());
    expect(await draft()).toBeNull();
  });

  it('stand in the history, where any two are compared and an old one comes back', async () => {
    for (const minutes of ['20', '30']) {
      await saveAs(instructor, { minutes });
      await publish();
    }
    await instructor.get(at('/versions')).expect(/Versi 3<\/a>.*Versi 2<\/a>.*Versi 1<\/a>/s);
    await instructor.get(at('/versions/3')).expect(/<del>20<\/del> → <ins>30<\/ins>/);
    await instructor.get(at('/versions/3?with=1')).expect(/<del>15<\/del> → <ins>30<\/ins>/);
    await instructor.get(at('/versions/3?with=9')).expect(404);
    await instructor.post(at('/versions/1/restoration')).expect(303).expect('Location', editor());
    await publish();
    expect((await contents()).map(({ minutes }) => minutes)).toEqual([15, 20, 30, 15]);
  });

  it('are for nobody else, and for no other kind', async () => {
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: `Deri ${made}`, role: 'instructor' }),
    );
    const stranger = await app.as(elsewhere);
    await stranger.get(editor()).expect(404);
    await stranger.post(editor(), typed()).expect(404);
    for (const path of ['/publication', '/versions', '/versions/1']) await stranger.get(at(path)).expect(404);
    for (const path of ['/publication', '/draft/removal', '/versions/1/restoration'])
      await stranger.post(at(path), {}).expect(404);
    const student = await app.as(cast.student);
    await student.get(editor()).expect(403);
    await student.post(editor(), typed()).expect(403);
    await app.guest().get(editor()).expect(303);
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, {}, { key: `materi-${made}` }),
    );
    await instructor.get(`/quizzes/${lesson.id}/edit`).expect(404);
  });
});

describe('a pool that is too small', () => {
  it('is told where the quiz is edited and before it is published, and forbids nothing', async () => {
    await instructor.get(editor()).expect(/Hanya ada 0 soal, padahal kuis ini meminta 2/);
    await saveAs(instructor);
    await instructor.get(at('/publication')).expect(/Hanya ada 0 soal, padahal kuis ini meminta 5/);
    await publish();
    expect(await contents()).toHaveLength(2);
  });
});

describe('a learner in the middle of an attempt', () => {
  it('keeps the version, and so does the cohort', async () => {
    quiz = await app.units.inTransaction((manager) =>
      createFullQuiz(manager, room, { minutes: 15 }, { key: `penuh-${made}` }),
    );
    const student = await app.as(cast.student);
    const attemptId = await startAttempt(student, quiz.id);
    const before = await storedAttempt(app.units, attemptId);
    await saveAs(instructor, { questions: '1', minutes: '5' });
    await instructor.get(at('/publication')).expect(/1 peserta sudah mulai.*tetap versi 1/s);
    await publish();
    const after = await storedAttempt(app.units, attemptId);
    expect(after.attempt).toEqual(before.attempt);
    expect(after.questions).toHaveLength(before.questions.length);
    await student.get(`/quizzes/${quiz.id}`).expect(/15 menit/);
  });
});
