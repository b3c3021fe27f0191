import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CourseImport } from '../../src/course-imports/course-import.entity.js';
import type { CoursePack } from '../../src/course-packs/course-pack.js';
import { PackContentService } from '../../src/course-packs/pack-content.service.js';
import { PackExportsService } from '../../src/course-packs/pack-exports.service.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { writePack } from '../../src/course-packs/pack-writer.js';
import { writeArchive } from '../../src/course-packs/write-archive.js';
import { Activity } from '../../src/courses/activity.entity.js';
import { Course } from '../../src/courses/course.entity.js';
import { Fact } from '../../src/courses/fact.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Job } from '../../src/platform/jobs/job.entity.js';
import { Blob } from '../../src/platform/uploads/blob.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { readPackOf } from '../support/packs.js';

const original: CoursePack = await readPackOf('test/packs/satu-pertemuan');
const fact = {
  key: 'upah',
  value: 'Rp3.473.621',
  unit: 'sebulan',
  source: 'SK Gubernur',
  checkedOn: '2027-08-01',
  expiresOn: null,
  flag: null,
  note: null,
};

let app: TestApp;
let cast: Cast;
let staff: Client;
/** A course of its own for each test. */
let pack: CoursePack;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
});
afterAll(() => app.close());
let courses = 0;
beforeEach(async () => {
  staff = await app.as(cast.staff);
  pack = { ...original, key: `kelas-${(courses += 1)}` };
});

const reader = () => app.app.get(DataSource).manager;
const zipOf = (sent: CoursePack): Promise<Buffer> => writeArchive(writePack(sent));
const send = (content: Buffer, by = staff, file = 'kelas.zip') =>
  by.upload('/courses/import', {}, [{ name: 'file', file, content }]);

/** Sends a pack that can be imported. @returns the path of its preview */
async function sent(one: CoursePack, by = staff): Promise<string> {
  const { headers } = await send(await zipOf(one), by).expect(303);
  expect(headers['location']).toMatch(/^\/courses\/import\/\d+$/);
  return headers['location'] as string;
}

const seenOn = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';

const importOf = (path: string) =>
  reader().findOneByOrFail(CourseImport, { id: Number(path.split('/').at(-1)) });
const jobsOf = (path: string) =>
  reader().findBy(Job, { dedupeKey: `course-import:${path.split('/').at(-1)}` });

const entriesOf = (path: string) =>
  reader().findBy(AuditEntry, {
    action: 'course-imports.audit.started',
    recordId: path.split('/').at(-1) ?? '',
  });

/** Agrees to what the page shows, and lets the job run. */
async function bringIn(path: string): Promise<void> {
  const { text } = await staff.get(path).expect(200);
  await staff.post(`${path}/start`, { seen: seenOn(text) }).expect(303);
  await app.work();
}

/** The figures of a page, as `15 baru`. */
const figuresOf = (page: string): string[] =>
  [...page.matchAll(/<b class="num">([^<]*)<\/b><span>([^<]*)</g)].map(
    ([, value, name]) => `${value} ${name}`,
  );

const itemCount =
  2 +
  original.pictures.length +
  original.files.length +
  original.sessions.flatMap(({ activities, questions }) => [...activities, ...questions]).length;

describe('a pack of a new course', () => {
  it('changes nothing until the office agrees, then a job makes the course of it', async () => {
    const path = await sent(pack);
    const preview = await staff.get(path).expect(200);
    expect(preview.text).toContain('Paket ini menjadi kelas baru.');
    expect(figuresOf(preview.text)).toEqual([
      `${itemCount} baru`,
      '0 berubah',
      '0 dibiarkan',
      '0 tetap sama',
    ]);
    expect(await reader().countBy(Course, { key: pack.key })).toBe(0);

    const { headers } = await staff.post(`${path}/start`, { seen: seenOn(preview.text) }).expect(303);
    const [job] = await jobsOf(path);
    expect(headers['location']).toBe(`/jobs/${job?.id}`);
    expect((await staff.get(path).expect(200)).text).toContain('Paket sedang dimasukkan.');
    await app.work();

    const course = await reader().findOneByOrFail(Course, { key: pack.key });
    expect(await app.app.get(PackExportsService).packOf(course)).toEqual(pack);
    const done = await staff.get(path).expect(200);
    expect(done.text).toContain('Paket selesai dimasukkan');
    expect((await staff.get(`/jobs/${job?.id}`)).text).toContain(`href="${path}"`);
  });

  it('is not kept once it is imported, and leaves an entry of who did it', async () => {
    const path = await sent(pack);
    const { blobKey } = await importOf(path);
    await bringIn(path);
    expect(await reader().countBy(Blob, { key: blobKey ?? '' })).toBe(0);
    const entries = await entriesOf(path);
    expect(entries).toMatchObject([
      { actorId: cast.staff.id, fields: { course: { from: null, to: pack.key } } },
    ]);
    await staff.get(`${path}/change?kind=course&key=${pack.key}`).expect(404);
  });

  it('is imported once, however often the button is pressed', async () => {
    const path = await sent(pack);
    const seen = seenOn((await staff.get(path)).text);
    const first = await staff.post(`${path}/start`, { seen }).expect(303);
    const second = await staff.post(`${path}/start`, { seen }).expect(303);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(await jobsOf(path)).toHaveLength(1);
    expect(await entriesOf(path)).toHaveLength(1);
  });
});

describe('an import that fails half way', () => {
  it('is taken up again, and says so until it is done', async () => {
    const three = [1, 2, 3].map((number) => ({
      ...original.sessions[0]!,
      key: `P${number}`,
      number,
      ...(number > 1 ? { questions: [], activities: [] } : {}),
    }));
    const path = await sent({ ...pack, sessions: three });
    const seen = seenOn((await staff.get(path)).text);
    await staff.post(`${path}/start`, { seen }).expect(303);
    const contents = app.app.get(PackContentService);
    const real = contents.put.bind(contents);
    const put = jest.spyOn(contents, 'put');
    put.mockImplementation((writer, session, context) =>
      session.number === 3 ? Promise.reject(new Error('the disk is full')) : real(writer, session, context),
    );
    await app.work();
    put.mockRestore();
    expect(await jobsOf(path)).toMatchObject([
      { attempts: 1, doneAt: null, lastError: 'Error: the disk is full' },
    ]);
    expect((await staff.get(path)).text).toContain('Paket sedang dimasukkan.');
    expect((await importOf(path)).blobKey).not.toBeNull();
    app.clock.advance(60_000);
    await app.work();
    expect((await staff.get(path)).text).toContain('Paket selesai dimasukkan');
    const { id: courseId } = await reader().findOneByOrFail(Course, { key: pack.key });
    expect(await reader().countBy(Activity, { courseId })).toBe(three[0]?.activities.length);
  });
});

describe('two people of the office', () => {
  it('who agree to the same pack are led to a page that each may see', async () => {
    const colleague = await app.as(
      await app.units.inTransaction((manager) => createPerson(manager, { name: 'Hernita', role: 'staff' })),
    );
    const path = await sent(pack);
    const seen = seenOn((await colleague.get(path)).text);
    await staff
      .post(`${path}/start`, { seen })
      .expect(303)
      .expect('Location', /^\/jobs\/\d+$/);
    await colleague.post(`${path}/start`, { seen }).expect(303).expect('Location', path);
    const { text } = await colleague.get(path).expect(200);
    expect(text).toContain('Paket sedang dimasukkan.');
    expect(text).not.toContain('href="/jobs/');
    expect((await staff.get(path)).text).toContain('href="/jobs/');
    expect(await jobsOf(path)).toHaveLength(1);
    await app.work();
    expect((await colleague.get(path)).text).toContain('Paket selesai dimasukkan');
  });

  it('bring packs of one course in one after the other, the second after another look', async () => {
    const first = await sent(pack);
    const second = await sent({ ...pack, title: 'Kelas yang lain' });
    const seen = seenOn((await staff.get(second)).text);
    await staff.post(`${first}/start`, { seen: seenOn((await staff.get(first)).text) }).expect(303);
    await staff.post(`${second}/start`, { seen }, second).expect(303).expect('Location', second);
    expect((await staff.get(second)).text).toContain('Paket lain untuk kelas ini sedang dimasukkan.');
    expect(await jobsOf(second)).toEqual([]);
    await app.work();
    const { text } = await staff.post(`${second}/start`, { seen }).expect(409);
    expect(figuresOf(text)[1]).toBe('1 berubah');
    await bringIn(second);
    expect(await reader().findOneByOrFail(Course, { key: pack.key })).toMatchObject({
      title: 'Kelas yang lain',
    });
  });
});

describe('a pack of a course that is there', () => {
  beforeEach(async () => {
    await app.app.get(PackImportService).import({ ...pack, facts: [fact] }, null);
  });

  const [session] = original.sessions;
  if (!session) throw new Error('the pack of the tests has no session');
  const [lesson] = session.activities.filter(({ kind }) => kind === 'lesson');
  const changedPack = (): CoursePack => ({
    ...pack,
    facts: [{ ...fact, value: 'Rp3.600.000' }],
    sessions: [
      {
        ...session,
        activities: session.activities
          .filter(({ kind }) => kind !== 'assignment')
          .map((one) =>
            one.kind === 'lesson'
              ? {
                  ...one,
                  content: { ...one.content, markdown: `${one.content.markdown}\nSatu kalimat baru.\n` },
                }
              : one,
          ),
      },
    ],
  });

  it('shows what changes, what stays and how each text differs', async () => {
    const path = await sent(changedPack());
    const { text } = await staff.get(path).expect(200);
    expect(text).toContain(`mengubah kelas &quot;${pack.title}&quot;`);
    expect(figuresOf(text)).toEqual(['0 baru', '2 berubah', '1 dibiarkan', `${itemCount - 2} tetap sama`]);
    expect(text).toContain('Yang tidak ada di paket dibiarkan');
    expect(text).toContain('Data yang berubah langsung tampil di semua materi');
    const change = await staff.get(`${path}/change?kind=lesson&key=${lesson?.key}`).expect(200);
    expect(change.text).toContain('Satu kalimat baru.');
    expect(change.text).toContain('class="added"');
  });

  it('does what the page said, and the same pack again changes nothing', async () => {
    const path = await sent(changedPack());
    await bringIn(path);
    expect(figuresOf((await staff.get(path)).text)).toEqual([
      '0 dibuat',
      '1 diubah',
      '1 terbitan baru',
      expect.stringMatching(/^\d+ tetap sama$/) as unknown,
    ]);
    const again = (await staff.get(await sent(changedPack())).expect(200)).text;
    expect(again).toContain('Tidak ada yang perlu dimasukkan.');
    expect(figuresOf(again).slice(0, 3)).toEqual(['0 baru', '0 berubah', '1 dibiarkan']);
    expect(again).not.toContain('/start"');
  });

  it('shows the newer state first where the course has changed since the page was opened', async () => {
    const path = await sent(changedPack());
    const seen = seenOn((await staff.get(path)).text);
    await app.units.inTransaction((manager) =>
      manager.update(Course, { key: pack.key }, { summary: 'Ringkasan yang lain.' }),
    );
    const { text } = await staff.post(`${path}/start`, { seen }).expect(409);
    expect(text).toContain('Isi kelas berubah sejak halaman ini dibuka.');
    expect(figuresOf(text)[1]).toBe('3 berubah');
    expect(await jobsOf(path)).toEqual([]);
    await staff.post(`${path}/start`, { seen: seenOn(text) }).expect(303);
  });

  it('does not start for a page that showed nothing', async () => {
    const path = await sent(changedPack());
    await staff.post(`${path}/start`).expect(409);
    await staff.post(`${path}/start`, { seen: 'x'.repeat(40) }).expect(409);
  });

  it('leaves a fact that somebody has checked here since', async () => {
    const { id: courseId } = await reader().findOneByOrFail(Course, { key: pack.key });
    const checked = { value: 'Rp3.500.000', checkedOn: '2027-08-20', checkedById: cast.staff.id };
    await app.units.inTransaction((manager) => manager.update(Fact, { courseId }, checked));
    const path = await sent(changedPack());
    const { text } = await staff.get(path).expect(200);
    expect(text).toMatch(/sudah diperiksa di sini[^<]*<code>upah<\/code>/);
    expect(figuresOf(text)[1]).toBe('1 berubah');
    await bringIn(path);
    expect(await reader().findOneByOrFail(Fact, { courseId })).toMatchObject(checked);
  });

  it('is refused where it would make another kind of an activity', async () => {
    const key = lesson?.key ?? '';
    const [quiz] = session.activities.filter(({ kind }) => kind === 'quiz');
    if (!quiz) throw new Error('the pack of the tests has no quiz');
    const activities = [{ ...quiz, key, position: 1 }];
    const path = await sent({ ...pack, pictures: [], files: [], sessions: [{ ...session, activities }] });
    const { text } = await staff.get(path).expect(200);
    expect(text).toContain(`Kunci &quot;${key}&quot; sudah dipakai kegiatan dari jenis lain.`);
    expect(text).not.toContain('/start"');
    await staff.post(`${path}/start`, { seen: 'x' }, path).expect(303).expect('Location', path);
    expect(await jobsOf(path)).toEqual([]);
  });

  it('can be dropped, but not once it has begun', async () => {
    const path = await sent(changedPack());
    const other = await sent(changedPack());
    await staff.post(`${path}/removal`).expect(303).expect('Location', '/courses/import');
    await staff.get(path).expect(404);
    await staff.post(`${path}/removal`).expect(404);
    await bringIn(other);
    await staff.post(`${other}/removal`, {}, other).expect(303).expect('Location', other);
    expect((await staff.get(other)).text).toContain('Paket ini sudah mulai dimasukkan.');
  });

  it('is forgotten after a week of nobody agreeing, with its file', async () => {
    const path = await sent(changedPack());
    const { blobKey } = await importOf(path);
    app.clock.advance(6 * 86_400_000);
    await app.work();
    await (await app.as(cast.staff)).get(path).expect(200);
    app.clock.advance(2 * 86_400_000);
    await app.work();
    await (await app.as(cast.staff)).get(path).expect(404);
    expect(await reader().countBy(Blob, { key: blobKey ?? '' })).toBe(0);
  });
});

describe('what is no pack', () => {
  const kept = () => Promise.all([reader().count(CourseImport), reader().count(Blob)]);
  let before: number[];
  beforeEach(async () => {
    before = await kept();
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['something else', () => Buffer.from('nim;nama\n1;Norlaila'), 'bukan zip'],
    ['half a zip', async () => (await zipOf(pack)).subarray(0, 2000), 'bukan zip'],
    ['no course', () => writeArchive(new Map([['baca.txt', Buffer.from('Halo')]])), 'perlu diperbaiki'],
    [
      'a way out of the archive',
      async () => {
        const zip = await writeArchive(new Map([['aa/aa/keluar.md', Buffer.from('Halo')]]));
        return Buffer.from(zip.toString('latin1').replaceAll('aa/aa/', '../../'), 'latin1');
      },
      'menunjuk ke luar zip',
    ],
  ])('%s is refused at the field, and nothing of it is kept', async (_what, make, says) => {
    const { text } = await send(await make()).expect(422);
    expect(text).toMatch(new RegExp(`id="file-error"[^]*?${says}`));
    expect(await kept()).toEqual(before);
  });

  it('tells every problem of the files with its place', async () => {
    const broken: CoursePack = {
      ...pack,
      title: '',
      sessions: pack.sessions.map((one) => ({
        ...one,
        questions: one.questions.map((question, at) => (at === 0 ? { ...question, stem: '' } : question)),
      })),
    };
    const { text } = await send(await zipOf(broken)).expect(422);
    expect(text).toMatch(/course\.yaml, baris \d+/);
    expect(text).toMatch(/questions\.yaml, baris \d+/);
    expect(await kept()).toEqual(before);
  });

  it('no file at all, and one that is too large, are told', async () => {
    const none = await staff.upload('/courses/import', {}, []).expect(422);
    expect(none.text).toContain('Pilih dulu berkas paketnya.');
    const large = await send(Buffer.alloc(30_000_001)).expect(422);
    expect(large.text).toContain('kelas.zip');
    expect(await kept()).toEqual(before);
  });
});

describe('who may bring a pack', () => {
  it('the office, and nobody else', async () => {
    const path = await sent(pack);
    const branch = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rusdi', role: 'staff', scope: 'cohort', scopeId: 1 }),
    );
    for (const [person, status] of [
      [cast.admin, 200],
      [branch, 403],
      [cast.instructor, 403],
      [cast.student, 403],
    ] as const) {
      const client = await app.as(person);
      for (const at of ['/courses/import', path, `${path}/change?kind=course&key=${pack.key}`])
        expect([person.name, at, (await client.get(at)).status]).toEqual([person.name, at, status]);
      if (status === 403) {
        await send(await zipOf(pack), client).expect(403);
        await client.post(`${path}/start`, { seen: '' }).expect(403);
        await client.post(`${path}/removal`).expect(403);
      }
    }
    expect(await reader().countBy(CourseImport, { courseKey: pack.key })).toBe(1);
    expect(await jobsOf(path)).toEqual([]);
    await app.guest().get('/courses/import').expect(303);
    await staff.get('/courses/import/99999').expect(404);
    await staff.get('/courses/import/x').expect(404);
    await staff.get(`${path}/change?kind=lesson&key=tidak-ada`).expect(404);
  });

  it('everybody of the office sees what was sent, and reaches the page from the materials', async () => {
    const path = await sent(pack);
    const { text } = await (await app.as(cast.admin)).get('/courses/import').expect(200);
    expect(text).toContain(`href="${path}"`);
    expect(text).toContain('menunggu persetujuan');
    expect((await staff.get('/course').expect(200)).text).toContain('href="/courses/import"');
    expect((await (await app.as(cast.instructor)).get('/course')).text).not.toContain('/courses/import');
  });
});
