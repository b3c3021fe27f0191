import { Grading } from '../../src/assignments/grading.entity.js';
import { Submission } from '../../src/assignments/submission.entity.js';
import { Attempt } from '../../src/quizzes/attempt.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { answerJson, createFullQuiz, startAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let student: Client;
let quiz: Activity;
let work: Activity;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  student = await app.as(cast.student);
  [quiz, work] = await app.units.inTransaction(async (manager) => [
    await createFullQuiz(manager, room),
    await createAssignment(manager, room, {}, { key: 'T1', position: 2 }),
  ]);
});
afterAll(() => app.close());

describe('names that mean something to JavaScript', () => {
  it.each(['__proto__[isStaff]', 'constructor[prototype][isStaff]', '__proto__', 'constructor', 'toString'])(
    'are only names in a form: %s',
    async (name) => {
      const instructor = await app.as(cast.instructor);
      await student.post(`/assignments/${work.id}/text`, { text: 'x', seq: 0, [name]: 'on' }).expect(303);
      await instructor.get(`/grading?${encodeURIComponent(name)}=1`).expect(200);
      expect(Reflect.get({}, 'isStaff')).toBeUndefined();
      expect(typeof {}.toString).toBe('function');
    },
  );

  it('are only names in JSON', async () => {
    const body = JSON.stringify(answerJson(1, 'a')).replace('{', '{"__proto__":{"isStaff":true},');
    await student.postJson('/attempts/999999/answers', JSON.parse(body) as object).expect(404);
    expect(Reflect.get({}, 'isStaff')).toBeUndefined();
  });

  it('open no key of the desk', async () => {
    const instructor = await app.as(cast.instructor);
    const { id: activityId } = await app.units.inTransaction((manager) =>
      createAssignment(manager, room, {}, { key: 'T2', position: 3 }),
    );
    await student.post(`/assignments/${activityId}/submission`, { text: 'Isi', seq: 0 }).expect(303);
    const { id } = await app.units.inTransaction((m) => m.findOneByOrFail(Submission, { activityId }));
    const kept = { 'level[bukti]': '3', feedback: 'Rapi.', seen: '0.0' };
    for (const name of ['level[constructor]', 'factor[constructor]'])
      await instructor.post(`/submissions/${id}/draft`, { ...kept, [name]: '1' }).expect(422);
    await instructor.post(`/submissions/${id}/draft`, { ...kept, 'level[__proto__]': '4' }).expect(303);
    const gradings = await app.units.inTransaction((m) => m.findBy(Grading, { submissionId: id }));
    expect(gradings.map(({ levels }) => levels)).toEqual([{ bukti: 3 }]);
  });
});

describe('queries that no page of ours makes', () => {
  it.each([
    `a${'[b]'.repeat(500)}=1`,
    `page=${'9'.repeat(400)}`,
    'page=1&page=2',
    'page[]=1',
    'state[$ne]=graded',
    "class=1'%20OR%201=1--",
    'page=%00',
    'page=-1',
    'page=1e309',
  ])('are read as if nothing stood there: %.40s', async (query) => {
    const instructor = await app.as(cast.instructor);
    await instructor.get(`/grading?${query}`).expect(200);
  });

  it.each(['%E0%A4%A', '%00', '1%00', '..%2f..%2fetc%2fpasswd', '1;DROP', '1e3', '9'.repeat(30), '0x1'])(
    'lead to nothing in the place of an id: %s',
    async (id) => {
      const answer = await student.get(`/attempts/${id}`);
      expect([400, 404]).toContain(answer.status);
    },
  );
});

describe('what is too long or too strange', () => {
  it('is refused before anybody reads it all', async () => {
    await student.post(`/assignments/${work.id}/text`, { text: 'a'.repeat(1_048_576), seq: 0 }).expect(413);
    await student
      .postJson(`/assignments/${work.id}/text`, { text: 'a'.repeat(1_048_576), seq: 0 })
      .expect(413);
  });

  it('is told at its field, whatever the sign', async () => {
    for (const identifier of ['a\u0000b', 'a'.repeat(5000)])
      await app.guest().post('/sign-in', { identifier, password: 'x' }).expect(422);
  });
});

describe('fields that a form has not', () => {
  it('make nobody more than they are', async () => {
    const more = { role: 'admin', roles: ['admin'], isStaff: '1', personId: cast.admin.id };
    const password = { current: castPassword, password: 'perahu merah di muara' };
    await student.post('/account/password', { ...password, ...more }).expect(303);
    const grants = await app.units.inTransaction((m) => m.findBy(RoleGrant, { personId: cast.student.id }));
    expect(grants.map(({ role }) => role)).toEqual(['student']);
    const admin = await app.units.inTransaction((m) => m.findOneByOrFail(Person, { id: cast.admin.id }));
    expect(admin.passwordHash).toBe(cast.admin.passwordHash);
  });

  it('move no attempt', async () => {
    const client = await app.as(cast.student);
    const id = await startAttempt(client, quiz.id);
    const before = await app.units.inTransaction((m) => m.findOneByOrFail(Attempt, { id }));
    const more = { deadlineAt: '2030-01-01', number: 9, score: 10_000, enrolmentId: 999 };
    await client.post(`/quizzes/${quiz.id}/attempts`, more).expect(303);
    expect(await app.units.inTransaction((m) => m.find(Attempt))).toEqual([before]);
  });
});

describe('a request from elsewhere', () => {
  it('leads nobody to another host, whatever name it gives ours', async () => {
    const answer = await app
      .guest()
      .get('/home')
      .set('Host', 'evil.test')
      .set('X-Forwarded-Host', 'evil.test');
    expect(answer.headers['location']).toBe('/sign-in?next=%2Fhome');
    const { text } = await app
      .guest()
      .get('/sign-in')
      .set('Host', 'evil.test')
      .set('X-Forwarded-Host', 'evil.test');
    expect(text).not.toContain('evil.test');
  });

  it('goes on after the sign-in to a place of ours', async () => {
    const fields = { identifier: 'elsi.bahen@contoh.test', password: castPassword, next: '/grading?page=2' };
    await app.guest().post('/sign-in', fields).expect(303).expect('Location', '/grading?page=2');
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x=1',
    ' /x',
  ])('goes on to no other place after the sign-in: %s', async (next) => {
    const fields = { identifier: 'elsi.bahen@contoh.test', password: castPassword, next };
    const answer = await app.guest().post('/sign-in', fields).expect(303);
    expect(answer.headers['location']).toMatch(/^\/(?![/\\])[^\r\n]*$/);
    expect(answer.headers['location']).not.toContain('evil.test');
  });

  it.each([
    ['another origin', { Origin: 'https://evil.test' }],
    ['an origin of nowhere', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
  ])('changes nothing though it knows the token: %s', async (_what, headers) => {
    const client = await app.as(cast.student);
    await client.post(`/lessons/999999/completion`).expect(404);
    await client.post(`/lessons/999999/completion`).set(headers).expect(403);
    await client.postJson(`/attempts/999999/answers`, { question: 1 }).expect(400);
    await client.postJson(`/attempts/999999/answers`, { question: 1 }).set(headers).expect(403);
  });

  it('changes nothing by GET, nor by a method written into it', async () => {
    const client = await app.as(cast.student);
    await client.get('/sign-out').expect(404);
    await client.get('/sign-out?_method=POST').set('X-HTTP-Method-Override', 'POST').expect(404);
    await client.get('/account').expect(200);
    await client.post('/sign-out').expect(303);
    await client.get('/account').expect(303);
  });
});
