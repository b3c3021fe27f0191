import type { Campus } from '../../src/people/campus.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { createCampus, createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { enrol } from '../support/classroom.js';
import { createGraduation, graduate, type Graduation } from '../support/graduates.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let graduation: Graduation;
let other: Campus;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  await app.units.inTransaction(async (manager) => {
    other = await createCampus(manager, 'iakn');
    await graduate(manager, graduation, { name: 'Deri <Kasan>' });
    const stranger = await createPerson(manager, { name: 'Yosef Tundan', role: 'student' });
    const record = { personId: stranger.id, campusId: other.id, nim: '777', studyProgramme: 'Teologi' };
    await manager.insert(StudentRecord, record);
    await enrol(manager, graduation.room.cohort, stranger.id, []);
  });
  coordinator = await app.as(await coordinatorOf(graduation.cast.campus, 'Rusmini'));
});
afterAll(() => app.close());

const coordinatorOf = (campus: Pick<Campus, 'id'>, name: string): Promise<Person> =>
  app.units.inTransaction((manager) =>
    createPerson(manager, { name, role: 'coordinator', scope: 'campus', scopeId: campus.id }),
  );

describe('the campus', () => {
  it('shows its own students in the newest cohort, and nobody else', async () => {
    const { text } = await coordinator.get('/campus').expect(200);
    expect(text).toContain('Deri &lt;Kasan&gt;');
    expect(text).toContain('82,15');
    expect(text).toContain('memenuhi syarat');
    expect(text).toContain('Norlaila');
    expect(text).not.toContain('Yosef');
    expect(text).not.toContain('method="post" action="/cohorts');
  });

  it('finds by name or NIM and by state', async () => {
    const found = await coordinator.get('/campus?search=DERI&state=qualifies').expect(200);
    expect(found.text).toContain('Deri');
    expect(found.text).not.toContain('Norlaila');
    const way = await coordinator.get('/campus?state=on-the-way').expect(200);
    expect(way.text).toContain('Norlaila');
    expect(way.text).not.toContain('Deri');
    await coordinator
      .get('/campus?search=777')
      .expect(200)
      .expect(/Tidak ada mahasiswa/);
  });

  it('of somebody else is not there, nor is a cohort without own students', async () => {
    const { campus } = graduation.cast;
    await coordinator.get(`/campus?campus=${campus.id}&cohort=${graduation.room.cohort.id}`).expect(200);
    await coordinator.get(`/campus?campus=${other.id}`).expect(404);
    await coordinator.get('/campus?cohort=999999').expect(404);
  });

  it('without students says so', async () => {
    const empty = await app.units.inTransaction((manager) => createCampus(manager, 'umpr'));
    const client = await app.as(await coordinatorOf(empty, 'Hartini'));
    await client
      .get('/campus')
      .expect(200)
      .expect(/Belum ada mahasiswa/);
  });

  it('is for coordinators', async () => {
    const { student, instructor, staff, admin } = graduation.cast;
    for (const person of [student, instructor, staff, admin])
      await (await app.as(person)).get('/campus').expect(403);
    await app
      .guest()
      .get('/campus')
      .expect(303)
      .expect('Location', /^\/sign-in/);
  });

  it('opens no other page of the office', async () => {
    for (const path of ['/cohorts', '/people', '/campuses', graduation.board])
      await coordinator.get(path).expect(403);
  });

  it('costs the same for few students and for many, and pages', async () => {
    const visit = () => coordinator.get('/campus').expect(200);
    const few = await countQueries(app, visit);
    await app.units.inTransaction(async (manager) => {
      for (let number = 0; number < 60; number++) {
        const name = `Mahasiswa ${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}`;
        await graduate(manager, graduation, { name });
      }
    });
    expect(await countQueries(app, visit)).toBe(few);
    const { text } = await coordinator.get('/campus?page=2').expect(200);
    expect(text).toContain('rel="prev"');
    expect(text).toContain('Norlaila');
  });
});
