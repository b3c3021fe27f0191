import { Attempt } from '../../src/quizzes/attempt.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, castPassword, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createFullQuiz, startAttempt } from '../support/quiz.js';

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
      await student.post(`/assignments/${work.id}/text`, { text: 'x', seq: 0, [name]: 'on' });
      await student.get(`/grading?${encodeURIComponent(name)}=1`).expect(403);
      expect(Reflect.get({}, 'isStaff')).toBeUndefined();
      expect(typeof {}.toString).toBe('function');
    },
  );

  it('are only names in JSON', async () => {
    const answer = await student.postJson(
      '/attempts/999999/answers',
      JSON.parse('{"__proto__":{"isStaff":true},"question":1}') as object,
    );
    expect(answer.status).toBeLessThan(500);
    expect(Reflect.get({}, 'isStaff')).toBeUndefined();
  });

  it('open no key of the desk', async () => {
    const instructor = await app.as(cast.instructor);
    const fields = { 'level[__proto__]': '4', 'factor[constructor]': '1', seen: '0.0' };
    await instructor.post('/submissions/999999/draft', fields).expect(404);
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
    await client.post(`/lessons/1/completion`).set(headers).expect(403);
    await client.postJson(`/attempts/1/answers`, { question: 1 }).set(headers).expect(403);
  });

  it('changes nothing by GET, nor by a method written into it', async () => {
    await student.get('/sign-out').expect(404);
    await student.get('/sign-out?_method=POST').set('X-HTTP-Method-Override', 'POST').expect(404);
    await student.get('/account').expect(200);
  });
});
