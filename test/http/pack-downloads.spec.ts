import { DataSource } from 'typeorm';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { readPack } from '../../src/course-packs/pack-reader.js';
import { readArchive } from '../../src/course-packs/read-archive.js';
import { Course } from '../../src/courses/course.entity.js';
import { QuestionVersion } from '../../src/courses/question.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { createClassroom } from '../support/classroom.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let path: string;
/** The course that the instructor of the cast teaches. */
let taught: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  const room = await createClassroom(app, cast);
  taught = `/courses/${room.cohort.courseId}/pack.zip`;
  const pack = await readPackOf('test/packs/satu-pertemuan');
  await app.app.get(PackImportService).import(pack, null);
  const { id } = await reader().findOneByOrFail(Course, { key: pack.key });
  path = `/courses/${id}/pack.zip`;
});
afterAll(() => app.close());

const reader = () => app.app.get(DataSource).manager;

describe('GET /courses/:id/pack.zip', () => {
  it.each(['staff', 'admin'] as const)('gives the %s the whole course as one file', async (role) => {
    const answer = await (await app.as(cast[role])).get(path).responseType('blob').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="satu-pertemuan.zip"',
    });
    const { files } = await readArchive(answer.body as Buffer);
    expect(readPack(files!)).toEqual({ pack: await readPackOf('test/packs/satu-pertemuan') });
  });

  it('is the same file each time', async () => {
    const staff = await app.as(cast.staff);
    const first = await staff.get(path).responseType('blob');
    const second = await staff.get(path).responseType('blob');
    expect((first.body as Buffer).equals(second.body as Buffer)).toBe(true);
  });

  it('gives instructors the courses that they teach, and no others', async () => {
    const instructor = await app.as(cast.instructor);
    await instructor.get(path).expect(404);
    const { headers, status } = await instructor.get(taught);
    // Its one session has neither outcomes nor a summary, so that it makes no pack; but they may ask for it.
    expect([status, headers.location]).toEqual([303, '/course']);
    const stranger = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rusdi', role: 'instructor' }),
    );
    await (await app.as(stranger)).get(taught).expect(404);
  });

  it('is not for learners, nor for guests, nor where there is no course', async () => {
    await (await app.as(cast.student)).get(path).expect(403);
    await app.guest().get(path).expect(303);
    await (await app.as(cast.staff)).get('/courses/99999/pack.zip').expect(404);
    await (await app.as(cast.staff)).get('/courses/x/pack.zip').expect(404);
  });

  it('says where a course as it stands makes no pack that could be imported', async () => {
    const staff = await app.as(cast.staff);
    await app.units.inTransaction((manager) => manager.update(QuestionVersion, { version: 1 }, { stem: '' }));
    await staff.get(path).expect(303).expect('Location', '/course');
    const page = await staff.get('/course').expect(200);
    expect(page.text).toContain('questions.yaml, baris');
  });
});
