import { Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Roles, SignedIn } from '../../src/platform/access/access.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Words } from '../../src/platform/i18n/words.js';
import { Arrived } from '../../src/platform/uploads/arrived.js';
import { type BlobAnswer, blobAnswer } from '../../src/platform/uploads/blob-answer.js';
import { Blob } from '../../src/platform/uploads/blob.entity.js';
import { BlobsService } from '../../src/platform/uploads/blobs.service.js';
import { problemText } from '../../src/platform/uploads/upload-problem.js';
import type { Upload } from '../../src/platform/uploads/upload.js';
import { Uploads } from '../../src/platform/uploads/uploads.interceptor.js';
import { Keyed, Several, Text } from '../../src/platform/web/fields.js';
import type { Form } from '../../src/platform/web/form.js';
import { Asking, Filled, InWords } from '../../src/platform/web/parameters.js';
import { RateCounter } from '../../src/platform/rate-limit/rate-counter.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';

class NoteForm {
  @Text({ max: 500 }) text: string;
  @Several() ticked: string[];
  @Keyed() level: Record<string, string>;
}

/** A page of the tests' own: keeps what arrives and tells what did. */
@Controller('notes')
class NotesController {
  constructor(
    private readonly blobs: BlobsService,
    private readonly units: UnitOfWork,
  ) {}

  @Roles('student')
  @Post()
  @Uploads({ field: 'files', maxFiles: 2, maxBytes: 1000 })
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(NoteForm) form: Form<NoteForm>,
    @Arrived() upload: Upload,
  ) {
    if (form.value.text === 'gagal') throw new Error('the handler fails');
    const stored = await Promise.all(upload.files.map((file) => this.blobs.keep(file)));
    const kept = await this.units.inTransaction(async (manager) => {
      const rows: Blob[] = [];
      for (const one of stored) rows.push(await this.blobs.record(manager, one, actor.personId));
      return rows;
    });
    return {
      form: form.value,
      files: upload.files.map(({ name, type, bytes }) => ({ name, type, bytes })),
      keys: kept.map(({ key }) => key),
      problems: upload.problems.map((problem) => problemText(problem, words)),
    };
  }

  @SignedIn()
  @Get(':key')
  async show(
    @Param('key') key: string,
    @Query('name') name: string,
    @Query('as') as: 'inline' | 'attachment',
  ): Promise<BlobAnswer> {
    return blobAnswer(await this.blobs.find(key), { name, disposition: as });
  }
}

@Module({ controllers: [NotesController] })
class NotesModule {}

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({}, [NotesModule]);
  cast = await createCast(app);
});
afterAll(() => app.close());

const file = (name: string, content: string | Buffer, field = 'files') => ({
  name: field,
  file: name,
  content: Buffer.from(content),
});
const pdf = Buffer.from('%PDF-1.7\n% sebuah laporan');

const waiting = () => readdir(join(app.config.uploadsDir, 'incoming')).catch(() => []);

/** The waiting room is cleared just after the answer. */
async function untilNothingWaits(): Promise<void> {
  while ((await waiting()).length > 0) await pause(5);
}

describe('sending a form with files', () => {
  it('brings the fields as any form does, and each file with the type of its bytes', async () => {
    const student = await app.as(cast.student);
    const fields = { text: ' Halo\r\ndunia ', ticked: ['a', 'b'], 'level[3]': 'tiga', 'level[rapi]': '4' };
    const answer = await student
      .upload('/notes', fields, [file('laporan ä.docx', pdf), file('b.txt', 'Salam')])
      .expect(201);
    expect(answer.body).toMatchObject({
      form: { text: 'Halo\ndunia', ticked: ['a', 'b'], level: { 3: 'tiga', rapi: '4' } },
      files: [
        { name: 'laporan ä.docx', type: 'application/pdf', bytes: pdf.length },
        { name: 'b.txt', type: 'text/plain', bytes: 5 },
      ],
      problems: [],
    });
    await untilNothingWaits();
  });

  it('writes down who sent what', async () => {
    const student = await app.as(cast.student);
    const { body } = await student.upload('/notes', { text: 'x' }, [file('a.pdf', pdf)]).expect(201);
    expect(await app.app.get(BlobsService).find(body.keys[0])).toMatchObject({
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      type: 'application/pdf',
      uploadedById: cast.student.id,
      createdAt: app.clock.now(),
    });
  });

  it.each([
    ['too large', [file('a.pdf', pdf), file('b.bin', Buffer.alloc(1001))], /"b\.bin" lebih besar dari 1 kB/],
    [
      'too many',
      [file('a.pdf', pdf), file('b.pdf', pdf), file('c.pdf', pdf)],
      /"c\.pdf" tidak ikut.* 2 berkas/,
    ],
  ])('keeps the text and the other files where one is %s', async (_what, files, sentence) => {
    const student = await app.as(cast.student);
    const answer = await student.upload('/notes', { text: 'panjang sekali' }, files).expect(201);
    expect(answer.body.form.text).toBe('panjang sekali');
    expect(answer.body.files[0].name).toBe('a.pdf');
    expect(answer.body.problems).toEqual([expect.stringMatching(sentence)]);
    await untilNothingWaits();
  });

  it('reads the fields that stand behind a file that is much too large', async () => {
    const student = await app.as(cast.student);
    const answer = await student
      .upload('/notes', {}, [file('b.bin', Buffer.alloc(900_000))])
      .field('text', 'di belakang')
      .expect(201);
    expect(answer.body).toMatchObject({ form: { text: 'di belakang' }, files: [] });
  });

  it('does not begin to read what is longer than any form within the limits', async () => {
    const student = await app.as(cast.student);
    const answer = await student
      .upload('/notes', { text: 'x' }, [file('b.bin', Buffer.alloc(1_100_000))])
      .expect(413);
    expect(answer.text).toContain('Kiriman terlalu besar');
    expect(answer.headers['connection']).toBe('close');
  });

  it('ignores files under other names', async () => {
    const student = await app.as(cast.student);
    const answer = await student.upload('/notes', { text: 'x' }, [file('a.pdf', pdf, 'lain')]).expect(201);
    expect(answer.body).toMatchObject({ files: [], problems: [] });
  });

  it('takes the same form without files', async () => {
    const student = await app.as(cast.student);
    const answer = await student.post('/notes', { text: 'tanpa berkas' }).expect(201);
    expect(answer.body).toMatchObject({ form: { text: 'tanpa berkas' }, files: [] });
  });

  it('leaves nothing behind where the handler fails', async () => {
    const student = await app.as(cast.student);
    await student.upload('/notes', { text: 'gagal' }, [file('a.pdf', pdf)]).expect(500);
    await untilNothingWaits();
  });

  it('stops at 120 in an hour from one person, before anything is read, and not for the others', async () => {
    const key = `uploads:hour:${cast.student.id}`;
    await app.units.inTransaction((manager) => manager.update(RateCounter, { key }, { count: 120 }));
    const student = await app.as(cast.student);
    const stopped = await student.upload('/notes', { text: 'x' }, [file('a.pdf', pdf)]).expect(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(3000);
    expect(await waiting()).toEqual([]);
    await student.post('/notes', { text: 'tanpa berkas' }).expect(201);
    await (await app.as(cast.stranger)).upload('/notes', { text: 'x' }, [file('a.pdf', pdf)]).expect(201);
    app.clock.advance(60 * 60_000);
    await student.upload('/notes', { text: 'x' }, [file('a.pdf', pdf)]).expect(201);
  });

  it('needs the token of the page', async () => {
    const student = await app.as(cast.student);
    await student
      .upload('/notes', { text: 'x' }, [file('a.pdf', pdf)])
      .field('_csrf', 'another')
      .expect(403);
    await untilNothingWaits();
  });

  it('is for those who may enter only, and they are asked before anything is read', async () => {
    await (await app.as(cast.instructor)).upload('/notes', { text: 'x' }, [file('a.pdf', pdf)]).expect(403);
    await app
      .guest()
      .upload('/notes', { text: 'x' }, [file('a.pdf', pdf)])
      .expect(303);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['a broken body', '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nabc', 400],
    ['a field without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n', 400],
    ['nested names', '--x\r\nContent-Disposition: form-data; name="a[b][c]"\r\n\r\nabc\r\n--x--\r\n', 400],
    [
      'a text without end',
      `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'a'.repeat(600_000)}\r\n--x--\r\n`,
      413,
    ],
  ])('refuses %s', async (_what, body, status) => {
    const student = await app.as(cast.student);
    await student.raw('/notes', 'multipart/form-data; boundary=x', body).expect(status);
    await untilNothingWaits();
  });

  it('leaves nothing behind where the sending breaks off', async () => {
    const student = await app.as(cast.student);
    const socket = connect(await app.listen(), '127.0.0.1');
    await once(socket, 'connect');
    const head = `POST /notes HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${student.cookieHeader()}\r\n`;
    const type = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900\r\n\r\n';
    const part =
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 separuh';
    socket.write(head + type + part);
    while ((await waiting()).length === 0) await pause(5);
    socket.destroy();
    await untilNothingWaits();
  });
});

describe('getting a file back', () => {
  const keep = async (content: Buffer | string, name = 'a'): Promise<string> => {
    const student = await app.as(cast.student);
    const { body } = await student.upload('/notes', { text: 'x' }, [file(name, content)]).expect(201);
    return body.keys[0];
  };

  it('shows a PDF in a frame of ours and lets it reach nothing', async () => {
    const answer = await (
      await app.as(cast.student)
    )
      .get(`/notes/${await keep(pdf)}?name=é.pdf&as=inline`)
      .expect(200);
    expect(Buffer.from(answer.body).equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `inline; filename="e.pdf"; filename*=UTF-8''%C3%A9.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache, no-transform',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'self'/);
    expect(answer.headers['content-security-policy']).not.toContain('sandbox');
  });

  it('shows no page that somebody sent: it is saved, and locked up', async () => {
    const key = await keep('<!doctype html><script>alert(1)</script>', 'a.html');
    const answer = await (await app.as(cast.student)).get(`/notes/${key}?name=a.html&as=inline`).expect(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="a.html"');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });

  it.each([
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=0-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=0-1,5-6', 200, undefined, '0123456789'],
    ['lines=1-2', 200, undefined, '0123456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
  ])('gives %s of it', async (range, status, contentRange, content) => {
    const key = await keep('0123456789');
    const answer = await (
      await app.as(cast.student)
    )
      .get(`/notes/${key}?name=a`)
      .set('Range', range)
      .expect(status);
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.text ?? '').toBe(content);
  });

  it('goes on only with the same content', async () => {
    const key = await keep('0123456789');
    const student = await app.as(cast.student);
    const { headers } = await student.get(`/notes/${key}?name=a`);
    const goOn = (tag: string) =>
      student.get(`/notes/${key}?name=a`).set('Range', 'bytes=5-').set('If-Range', tag);
    await goOn(String(headers['etag'])).expect(206);
    await goOn('"another"').expect(200);
  });

  it('sends nothing that the browser has', async () => {
    const key = await keep('0123456789');
    const student = await app.as(cast.student);
    const { headers } = await student.get(`/notes/${key}?name=a`);
    await student.get(`/notes/${key}?name=a`).set('If-None-Match', String(headers['etag'])).expect(304);
  });

  it.each(['0'.repeat(32), '..%2F..%2Fetc%2Fpasswd', 'incoming'])('has nothing under %s', async (key) => {
    await (await app.as(cast.student)).get(`/notes/${key}?name=a`).expect(404);
  });
});

describe('the sweeper', () => {
  it('removes content that never got its row, a day later, and nothing else', async () => {
    const blobs = app.app.get(BlobsService);
    const orphan = await blobs.keepMade(Readable.from([Buffer.from('yatim')]), 'text/plain');
    const young = await blobs.keepMade(Readable.from([Buffer.from('muda')]), 'text/plain');
    const kept = await blobs.keepMade(Readable.from([Buffer.from('dipakai')]), 'text/plain');
    await app.units.inTransaction((manager) => blobs.record(manager, kept, null));
    const at = (key: string) => join(app.config.uploadsDir, key.slice(0, 2), key.slice(2, 4), key);
    const yesterday = new Date(app.clock.now().getTime() - 25 * 3_600_000);
    await utimes(at(young.key), app.clock.now(), app.clock.now());
    for (const { key } of [orphan, kept]) await utimes(at(key), yesterday, yesterday);
    await blobs.sweep();
    const lies = async ({ key }: { key: string }) =>
      await blobs.read({ key }).then(
        (stream) => !stream.destroy().errored,
        () => false,
      );
    expect([await lies(orphan), await lies(young), await lies(kept)]).toEqual([false, true, true]);
  });
});

describe('erasing a file', () => {
  it('forgets the row at once and the content right after', async () => {
    const blobs = app.app.get(BlobsService);
    const kept = await blobs.keepMade(Readable.from([Buffer.from('surat sakit')]), 'text/plain');
    await app.units.inTransaction((manager) => blobs.record(manager, kept, null));
    await app.units.inTransaction((manager) => blobs.erase(manager, kept.key));
    await expect(blobs.find(kept.key)).rejects.toThrow('not found');
    await app.work();
    await expect(blobs.read(kept)).rejects.toThrow('not found');
  });
});
