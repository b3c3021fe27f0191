import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { SubmissionFile } from '../../src/assignments/submission-file.entity.js';
import { Submission } from '../../src/assignments/submission.entity.js';
import type { AssignmentContent } from '../../src/courses/activity-content.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { pdfOf, pictureOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let student: Client;
let pdf: Buffer;
let assigned = 0;

const script = '<script>alert(document.cookie)</script>';

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  pdf = await pdfOf('Data awal');
});
beforeEach(async () => {
  app.clock.set(new Date(testNow.getTime() + assigned * 86_400));
  student = await app.as(cast.student);
});
afterAll(() => app.close());

async function assign(content: Partial<AssignmentContent> = {}): Promise<string> {
  assigned += 1;
  const more = { key: `T${assigned}`, submitsAs: 'individual' as const };
  const { id } = await app.units.inTransaction((manager) => createAssignment(manager, room, content, more));
  return `/assignments/${id}`;
}

const file = (name: string, content: Buffer | string) => ({
  name: 'files',
  file: name,
  content: Buffer.from(content),
});

const filesOf = async (path: string): Promise<SubmissionFile[]> =>
  await app.units.inTransaction(async (manager) => {
    const activityId = Number(path.split('/').at(-1));
    const draft = await manager.findOneBy(Submission, { activityId });
    return draft ? await manager.findBy(SubmissionFile, { submissionId: draft.id }) : [];
  });

const textOf = async (path: string): Promise<string | undefined> =>
  await app.units.inTransaction(
    async (manager) =>
      (await manager.findOneBy(Submission, { activityId: Number(path.split('/').at(-1)) }))?.text,
  );

/** Everything that lies on the disk, waiting or kept. */
const onDisk = async (): Promise<string[]> =>
  (await readdir(app.config.uploadsDir, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A zip of one entry, with or without what makes it a docx. */
function zipOf(name: string, content: string): Buffer {
  const data = deflateRawSync(content);
  const title = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(title.length, 26);
  return Buffer.concat([header, title, data]);
}

describe('a file that is not what it says', () => {
  it.each<[string, string, () => Buffer]>([
    ['a page called PDF', 'tugas.pdf', () => Buffer.from(`<!doctype html>${script}`)],
    ['a page before a PDF', 'tugas.pdf', () => Buffer.concat([Buffer.from(`<html>${script}`), pdf])],
    [
      'a drawing called PNG',
      'a.png',
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ],
    ['a zip called docx', 'tugas.docx', () => zipOf('halo.txt', 'halo')],
    ['a zip with a way out, called docx', 'tugas.docx', () => zipOf('../../keluar.txt', 'halo')],
    ['an empty file', 'kosong.pdf', () => Buffer.alloc(0)],
    ['text called PDF', 'a.pdf', () => Buffer.from('tugas saya')],
    ['a shell script called JPG', 'a.jpg', () => Buffer.from('#!/bin/sh\nid\n')],
  ])(
    'is refused at its field: %s; the text stays and nothing lies in the store',
    async (_what, name, content) => {
      const path = await assign({ accepts: ['pdf', 'jpg', 'png', 'docx'] });
      const before = await onDisk();
      const answer = await student
        .upload(`${path}/submission`, { text: 'Tulisan aman', seq: 0 }, [file(name, content())])
        .expect(422);
      expect(answer.text).toContain('id="files-error"');
      expect(answer.text).toContain(name);
      expect(await filesOf(path)).toEqual([]);
      expect(await textOf(path)).toBe('Tulisan aman');
      expect(await onDisk()).toEqual(before);
    },
  );
});

describe('a file that is two things at once', () => {
  it.each<[string, string, () => Promise<Buffer>, string]>([
    [
      'a PDF with a page behind it',
      'tugas.html',
      async () => Buffer.concat([pdf, Buffer.from(`<html>${script}</html>`)]),
      'application/pdf',
    ],
    [
      'a photo with a script behind it',
      'foto.js',
      async () => Buffer.concat([await pictureOf('#0d5847'), Buffer.from(script)]),
      'image/jpeg',
    ],
  ])('%s is only ever what its bytes begin with', async (_what, name, content, type) => {
    const path = await assign();
    await student
      .upload(`${path}/submission`, { text: 'x', seq: 0 }, [file(name, await content())])
      .expect(303);
    const [kept] = await filesOf(path);
    expect(kept?.name).toMatch(type === 'application/pdf' ? /\.pdf$/ : /\.jpg$/);
    const { headers } = await (await app.as(cast.instructor)).get(`/files/${kept?.id}`).expect(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/sandbox|default-src 'none'/);
  });
});

describe('a hostile name', () => {
  it.each<[string, string]>([
    ['a way out', '../../../etc/passwd.pdf'],
    ['a way out of Windows', '..\\..\\boot.pdf'],
    ['a sign that turns the writing round', 'tugas\u202Efdp.exe.pdf'],
    ['a header of its own', 'x.pdf\r\nSet-Cookie: kader=1.pdf'],
    ['a page', '"><img src=x onerror=alert(1)>.pdf'],
    ['300 letters', `${'a'.repeat(300)}.pdf`],
    ['300 letters of four bytes', `${'🛶'.repeat(300)}.pdf`],
    ['nothing but dots', '....pdf'],
    ['a device', 'CON.pdf'],
  ])('is made harmless: %s', async (_what, name) => {
    const path = await assign();
    const boundary = 'batas';
    const body = [
      `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${student.token()}\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="text"\r\n\r\nTulisan\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="seq"\r\n\r\n0\r\n`,
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${escaped(name)}"\r\n\r\n`,
    ].join('');
    const whole = Buffer.concat([Buffer.from(body), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    await student
      .rawBytes(`${path}/submission`, `multipart/form-data; boundary=${boundary}`, whole)
      .expect(303);
    const [kept] = await filesOf(path);
    expect(kept?.name).toMatch(/^[^/\\\p{C}<>:"|?*]+\.pdf$/u);
    expect(Buffer.byteLength(kept?.name ?? '')).toBeLessThanOrEqual(180);
    const { headers } = await student.get(`/files/${kept?.id}`).expect(200);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-disposition']).toMatch(/^(inline|attachment); filename="[^"\r\n]*"/);
    expect((await student.get(path).expect(200)).text).not.toContain('<img src=x');
  });
});

describe('what is there already, or too many', () => {
  it('leaves nothing in the store', async () => {
    const path = await assign({ maxFiles: 1 });
    await student.upload(`${path}/files`, { text: 'x', seq: 0 }, [file('satu.pdf', pdf)]).expect(303);
    const before = await onDisk();
    await student.upload(`${path}/files`, {}, [file('lagi.pdf', pdf)]);
    await student.upload(`${path}/files`, {}, [file('dua.pdf', await pdfOf('Dua'))]).expect(422);
    expect(await filesOf(path)).toHaveLength(1);
    expect((await onDisk()).toSorted()).toEqual(before.toSorted());
  });
});

/** As browsers do it. */
const escaped = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
