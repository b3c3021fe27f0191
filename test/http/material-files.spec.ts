import { CourseFilesService } from '../../src/courses/course-files.service.js';
import { CourseMediaService } from '../../src/courses/course-media.service.js';
import { CourseFile } from '../../src/courses/course-file.entity.js';
import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom } from '../support/classroom.js';
import { pdfOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
});
afterAll(() => app.close());

/** Puts a PDF that says `text` under a name of the course. @returns its address */
async function put(name: string, text: string): Promise<string> {
  const bytes = await pdfOf(text);
  const files = [{ name, type: 'application/pdf', bytes }];
  const [prepared] = await app.app.get(CourseFilesService).prepare(room.course.id, files);
  await app.units.inTransaction((manager) =>
    app.app.get(CourseMediaService).put(manager, room.course.id, prepared!, cast.instructor.id),
  );
  return `/files/${prepared!.row.sha256}/${name}`;
}

describe('a file beside a lesson', () => {
  it('is sent to who takes the course, to be saved and kept, and runs nothing', async () => {
    const address = await put('formulir-kunjungan.pdf', 'Formulir');
    const answer = await (await app.as(cast.student)).get(address).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="formulir-kunjungan.pdf"',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
    });
    expect(
      Buffer.from(answer.body as Buffer)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it.each(['instructor', 'staff', 'admin'] as const)('is there for the %s of the course', async (who) => {
    await (await app.as(cast[who])).get(await put('formulir.pdf', 'Formulir')).expect(200);
  });

  it('is there for no guest and for nobody of another course', async () => {
    const address = await put('formulir.pdf', 'Formulir');
    await app.guest().get(address).expect(303);
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Deri', role: 'instructor' }),
    );
    const others = [cast.stranger, cast.coordinator, elsewhere];
    for (const other of others) await (await app.as(other)).get(address).expect(404);
  });

  it('is not there under another hash or another name', async () => {
    const address = await put('formulir.pdf', 'Formulir');
    const student = await app.as(cast.student);
    await student.get(address.replace(/[\da-f]{64}/, '0'.repeat(64))).expect(404);
    await student.get(address.replace('formulir', 'lain')).expect(404);
    await student.get('/files/..%2f..%2fetc/passwd').expect(404);
  });

  it('stays under its address when its name stands for another', async () => {
    const old = await put('buku-kas.pdf', 'Edisi satu');
    const next = await put('buku-kas.pdf', 'Edisi dua');
    expect(next).not.toBe(old);
    const student = await app.as(cast.student);
    await student.get(old).expect(200);
    await student.get(next).expect(200);
    const where = { name: 'buku-kas.pdf', isCurrent: true };
    expect(await app.app.get(DataSource).manager.countBy(CourseFile, where)).toBe(1);
  });
});
