import { SubmissionFile } from '../../src/assignments/submission-file.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import { createDuo, type Duo } from '../support/duo.js';
import { pdfOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let duo: Duo;
let pdf: Buffer;
let path: string;
let address: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  duo = await createDuo(app, room);
  pdf = await pdfOf('Data awal');
  const { id } = await app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key: 'T6', submitsAs: 'pair' }),
  );
  path = `/assignments/${id}`;
  const student = await app.as(cast.student);
  await student
    .upload(`${path}/files`, {}, [{ name: 'files', file: 'Data awal é.pdf', content: pdf }])
    .expect(303);
  const [file] = await app.units.inTransaction((manager) => manager.find(SubmissionFile));
  address = `/files/${file?.id}`;
});
afterAll(() => app.close());

describe('the file of a draft', () => {
  it('is for its members', async () => {
    for (const person of [cast.student, duo.partner]) await (await app.as(person)).get(address).expect(200);
  });

  it('is for nobody else before it is handed in', async () => {
    for (const person of [cast.stranger, cast.instructor, cast.staff, cast.admin, cast.coordinator])
      await (await app.as(person)).get(address).expect(404);
    await app.guest().get(address).expect(303);
  });
});

describe('the file of handed-in work', () => {
  beforeAll(async () => {
    await (await app.as(cast.student)).post(`${path}/submission`, { text: 'Jadi', seq: 0 }).expect(303);
  });

  it('is for its members, the instructor of the class, staff and administrators', async () => {
    for (const person of [cast.student, duo.partner, cast.instructor, cast.staff, cast.admin]) {
      const answer = await (await app.as(person)).get(address).expect(200);
      expect(Buffer.from(answer.body).equals(pdf)).toBe(true);
    }
  });

  it('is not there for other students, other instructors, coordinators and guests', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Bagus Setiawan', role: 'instructor' }),
    );
    for (const person of [cast.stranger, other, cast.coordinator])
      await (await app.as(person)).get(address).expect(404);
    await app.guest().get(address).expect(303);
  });

  it('is not there for staff of another cohort', async () => {
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Tri Wahyuni', role: 'staff', scope: 'cohort', scopeId: 999 }),
    );
    const client = await app.as(elsewhere);
    await client.get(address).expect(404);
    await app.units.inTransaction((manager) =>
      manager.update(RoleGrant, { personId: elsewhere.id }, { scopeId: room.cohort.id }),
    );
    await client.get(address).expect(200);
  });

  it('opens in a frame of ours, under its own name, and runs nothing', async () => {
    const { headers } = await (await app.as(cast.instructor)).get(address).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Data awal e.pdf"; filename*=UTF-8''Data%20awal%20%C3%A9.pdf`,
      'x-content-type-options': 'nosniff',
    });
    const saved = await (await app.as(cast.instructor)).get(`${address}?save=1`).expect(200);
    expect(saved.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it.each(['0', '-1', '99999', '..%2F..%2Fetc%2Fpasswd', '%00', '1%20or%201=1'])(
    'has nothing under %s',
    async (id) => {
      await (await app.as(cast.admin)).get(`/files/${id}`).expect(404);
    },
  );
});
