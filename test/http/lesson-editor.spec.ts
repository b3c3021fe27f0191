import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { ActivityDraft } from '../../src/courses/activity-draft.entity.js';
import { CourseFile } from '../../src/courses/course-file.entity.js';
import { CoursePicture } from '../../src/courses/course-picture.entity.js';
import type { LessonContent } from '../../src/courses/activity-content.js';
import { PublishingService } from '../../src/courses/publishing.service.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson, createQuiz } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { workbookOf, workbookWithMacro, zipOf } from '../support/documents.js';
import { pdfOf, pictureOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let lesson: Activity;
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
  const key = `materi-${(made += 1)}`;
  const markdown = '## Dua dompet\n\nPisahkan uang usaha.';
  lesson = await app.units.inTransaction((manager) =>
    createLesson(manager, room, { markdown }, { key, title: 'Dua dompet' }),
  );
});

const at = (end = '') => `/activities/${lesson.id}${end}`;
const reader = () => app.app.get(DataSource).manager;
const draft = () => reader().findOneBy(ActivityDraft, { activityId: lesson.id });
const versions = () =>
  reader().find(ActivityVersion, { where: { activityId: lesson.id }, order: { version: 'ASC' } });
const seenOn = async (client: Client): Promise<string> =>
  /name="seen" value="([^"]*)"/.exec((await client.get(at('/edit'))).text)?.[1] ?? '';
const typed = (markdown: string, seen: string) => ({
  title: 'Dua dompet',
  minutes: 8,
  checkedOn: '2027-08-20',
  markdown,
  seen,
});
const saveAs = async (client: Client, markdown: string) =>
  await client.post(at('/draft'), typed(markdown, await seenOn(client)));

describe('the editor of a lesson', () => {
  it('begins with what is published, beside how it looks', async () => {
    const { text } = await instructor.get(at('/edit')).expect(200);
    expect(text).toContain('Pisahkan uang usaha.</textarea>');
    expect(text).toMatch(/<h3[^>]*>Dua dompet<\/h3>\s*<p>Pisahkan uang usaha/);
    expect(text).toContain('Versi 1, terbit');
  });

  it('begins blank, checked on the day of the office, where nothing is published', async () => {
    await app.units.inTransaction(async (manager) => {
      await manager.update(Activity, { id: lesson.id }, { currentVersionId: null });
      await manager.delete(ActivityVersion, { activityId: lesson.id });
    });
    app.clock.set('2027-09-01T06:30:00+07:00');
    const { text } = await instructor.get(at('/edit')).expect(200);
    app.clock.set(testNow);
    expect(/name="checkedOn"[^>]* value="([^"]*)"/.exec(text)?.[1]).toBe('2027-09-01');
    expect(text).toContain('name="markdown"');
    expect(text).not.toContain('Pisahkan uang usaha.');
  });

  it('is reached from the course', async () => {
    await instructor.get(`/courses/${room.course.id}/edit`).expect(new RegExp(`href="${at('/edit')}"`));
  });

  it('keeps a draft that no learner sees', async () => {
    expect((await saveAs(instructor, 'Teks baru.')).status).toBe(303);
    expect(await draft()).toMatchObject({ seq: 1, source: { markdown: 'Teks baru.', minutes: 8 } });
    await instructor.get(at('/edit')).expect(/Teks baru\.<\/textarea>/);
    expect(await versions()).toHaveLength(1);
    const { text } = await (await app.as(cast.student)).get(`/lessons/${lesson.id}`).expect(200);
    expect(text).not.toContain('Teks baru.');
  });

  it('keeps what was typed where a field is wrong, and saves nothing', async () => {
    const fields = { ...typed('Teks <b>saya</b>', await seenOn(instructor)), minutes: 'sebentar' };
    const { text } = await instructor.post(at('/draft'), fields).expect(422);
    expect(text).toContain('Teks &lt;b&gt;saya&lt;/b&gt;</textarea>');
    expect(text).toContain('value="sebentar"');
    expect(await draft()).toBeNull();
  });

  it('shows the slower of two both texts and their difference, and overwrites nothing', async () => {
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Pisahkan uang rumah.');
    const { text } = await instructor.post(at('/draft'), typed('Pisahkan uang warung.', seen)).expect(409);
    expect(text).toContain('Pisahkan uang warung.</textarea>');
    expect(text).toContain('<del>rumah</del>');
    expect(text).toContain('<ins>warung</ins>');
    expect(await draft()).toMatchObject({ source: { markdown: 'Pisahkan uang rumah.' } });
    const now = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await instructor.post(at('/draft'), typed('Gabungan.', now)).expect(303);
    expect(await draft()).toMatchObject({ seq: 2, source: { markdown: 'Gabungan.' } });
  });

  it('is still the slower one after a field was wrong', async () => {
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Teks staf.');
    const wrong = { ...typed('Teks saya.', seen), minutes: 'sebentar' };
    const pages = [
      await instructor.post(at('/draft'), wrong).expect(422),
      await instructor.upload(at('/files'), { ...wrong }, [
        { name: 'file', file: 'lain.pdf', content: await pdfOf('a') },
      ]),
    ];
    for (const { text } of pages) {
      const now = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
      await instructor.post(at('/draft'), typed('Teks saya.', now)).expect(409);
    }
    expect(await draft()).toMatchObject({ seq: 1, source: { markdown: 'Teks staf.' } });
  });

  it('is stale too where somebody has published since', async () => {
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Versi staf.');
    await staff.post(at('/publication'), { seen: await seenOn(staff) }).expect(303);
    await instructor.post(at('/draft'), typed('Versi saya.', seen)).expect(409);
    expect(await draft()).toBeNull();
  });

  it('discards the draft that was seen, and no other', async () => {
    await saveAs(instructor, 'Satu.');
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Dua.');
    await instructor.post(at('/draft/removal'), { seen }).expect(303);
    expect(await draft()).toMatchObject({ seq: 2, source: { markdown: 'Dua.' } });
    await instructor.post(at('/draft/removal'), { seen: await seenOn(instructor) }).expect(303);
    expect(await draft()).toBeNull();
  });

  it('is there for no other kind, no stranger, no student', async () => {
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: `Deri ${made}`, role: 'instructor' }),
    );
    const stranger = await app.as(elsewhere);
    for (const path of ['/edit', '/publication', '/versions', '/versions/1'])
      await stranger.get(at(path)).expect(404);
    for (const path of ['/draft', '/preview', '/draft/removal', '/publication', '/versions/1/restoration'])
      await stranger.post(at(path), typed('x', '0.0')).expect(404);
    await (await app.as(cast.student)).get(at('/edit')).expect(403);
    const quiz = await app.units.inTransaction((manager) =>
      createQuiz(manager, room, {}, { key: `kuis-${made}` }),
    );
    await instructor.get(`/activities/${quiz.id}/edit`).expect(404);
  });
});

describe('the preview', () => {
  it('is a sanitised fragment for the script, with what is wrong at its line', async () => {
    const markdown = 'Halo <script>alert(1)</script>\n\n![Warung](pictures/tidak-ada.webp)';
    const { body } = await instructor.postJson(at('/preview'), { markdown }).expect(200);
    expect(body.html).toContain('Halo &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body.html).not.toContain('<script');
    expect(body.problems).toEqual(['Baris 3: Gambar "tidak-ada.webp" tidak ada.']);
    expect(await draft()).toBeNull();
  });

  it('is a page without scripts, with what was typed', async () => {
    const seen = await seenOn(instructor);
    const { text } = await instructor.post(at('/preview'), typed('**Tebal**', seen)).expect(200);
    expect(text).toContain('<strong>Tebal</strong>');
    expect(text).toContain('**Tebal**</textarea>');
    expect(text).toContain(`name="seen" value="${seen}"`);
  });
});

describe('publishing', () => {
  it('says what changes and for whom, and puts the next version before learners', async () => {
    const student = await app.as(cast.student);
    await student.postJson(`/lessons/${lesson.id}/opening`, {}).expect(204);
    await saveAs(instructor, '## Dua dompet\n\nPisahkan uang warung.');
    const { text } = await instructor.get(at('/publication')).expect(200);
    expect(text).toContain('<del>usaha</del>');
    expect(text).toMatch(/1 peserta sudah mulai.*tetap versi 1/s);
    expect(text).toContain('Terbitkan versi 2');
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    expect(await draft()).toBeNull();
    expect((await versions()).at(-1)).toMatchObject({ version: 2, authorId: cast.instructor.id });
    await student.get(`/lessons/${lesson.id}`).expect(/<p>Isi\.<\/p>/);
  });

  it('lets a small correction reach everybody', async () => {
    const student = await app.as(cast.student);
    await student.postJson(`/lessons/${lesson.id}/opening`, {}).expect(204);
    await saveAs(instructor, 'Tanpa salah ketik.');
    const seen = await seenOn(instructor);
    await instructor.post(at('/publication'), { seen, everybody: 'on' }).expect(303);
    await student.get(`/lessons/${lesson.id}`).expect(/Tanpa salah ketik\./);
  });

  it('is refused while the text has problems, at their lines', async () => {
    await saveAs(instructor, 'Baik.\n\n{fakta:tidak-ada}');
    const seen = await seenOn(instructor);
    const { text } = await instructor.post(at('/publication'), { seen }).expect(422);
    expect(text).toContain('Baris 3: Fakta &quot;tidak-ada&quot; tidak ada di daftar fakta.');
    expect(await versions()).toHaveLength(1);
  });

  it('is refused for a draft that has changed since, and without one', async () => {
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    expect(await versions()).toHaveLength(1);
    await saveAs(instructor, 'Satu.');
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Dua.');
    await instructor.post(at('/publication'), { seen }).expect(303);
    expect(await versions()).toHaveLength(1);
  });
});

describe('publishing over a version that came meanwhile', () => {
  const fieldsOf = (text: string): Record<string, string> =>
    Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="(seen|newest)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  const bringIn = (markdown: string) =>
    app.units.inTransaction((manager) => {
      const content = { minutes: 8, checkedOn: '2027-08-20', markdown, html: `<p>${markdown}</p>` };
      const more = { words: 2, bytes: 30, facts: [], pictureBytes: 0 };
      const publication = { kind: 'lesson' as const, content: { ...content, ...more } };
      const publisher = { authorId: null, now: testNow };
      return app.app.get(PublishingService).publishActivity(manager, lesson.id, publication, publisher);
    });

  it('is refused until the page has told of it', async () => {
    await saveAs(instructor, 'Draf saya.');
    const before = await instructor.get(at('/publication')).expect(200);
    await bringIn('Dari paket.');
    const refused = await instructor.post(at('/publication'), fieldsOf(before.text)).expect(303);
    expect(refused.headers['location']).toBe(at('/publication'));
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    expect(await versions()).toHaveLength(2);

    const { text } = await instructor.get(at('/publication')).expect(200);
    expect(text).toContain('Sejak draf ini dimulai, versi lain sudah terbit.');
    await instructor.post(at('/publication'), fieldsOf(text)).expect(303).expect('Location', at('/edit'));
    expect((await versions()).at(-1)).toMatchObject({ version: 3, content: { markdown: 'Draf saya.' } });
  });
});

describe('the history', () => {
  it('shows each version beside the one before, and restores an old one as a draft', async () => {
    await saveAs(instructor, '## Dua dompet\n\nPisahkan uang warung.');
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    const { text } = await instructor.get(at('/versions')).expect(200);
    expect(text).toMatch(/Versi 2<\/a>.*Elsi Bahen.*Versi 1<\/a>.*dari paket kelas/s);
    await instructor.get(at('/versions/2')).expect(/<ins>warung<\/ins>/);
    await instructor.get(at('/versions/1')).expect(/Ini versi pertama/);
    await instructor.get(at('/versions/9')).expect(404);
    await instructor.post(at('/versions/1/restoration')).expect(303).expect('Location', at('/edit'));
    expect(await draft()).toMatchObject({ source: { markdown: '## Dua dompet\n\nPisahkan uang usaha.' } });
    await saveAs(instructor, 'Sedang ditulis.');
    await instructor.post(at('/versions/1/restoration')).expect(303);
    expect(await draft()).toMatchObject({ source: { markdown: 'Sedang ditulis.' } });
  });
});

describe('pictures', () => {
  const send = async (file: string, content: Buffer, markdown = 'Teks.') =>
    await instructor.upload(at('/pictures'), typed(markdown, await seenOn(instructor)), [
      { name: 'picture', file, content },
    ]);

  it('are shrunk, kept with the text, and stand in what is published', async () => {
    const noise = await sharp({
      create: {
        width: 1600,
        height: 900,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 12 },
      },
    })
      .jpeg()
      .toBuffer();
    expect((await send('Warung Bu Siti.jpg', noise, 'Teks dengan gambar.')).status).toBe(303);
    const [picture] = await reader().findBy(CoursePicture, { name: 'warung-bu-siti.webp' });
    expect(picture!.bytes).toBeLessThanOrEqual(60_000);
    expect(await draft()).toMatchObject({ source: { markdown: 'Teks dengan gambar.' } });
    await instructor
      .get(at('/edit'))
      .expect(/!\[tulis apa yang terlihat\]\(pictures\/warung-bu-siti\.webp\)/);
    await saveAs(instructor, '![Warung Bu Siti](pictures/warung-bu-siti.webp)');
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    const [, latest] = await versions();
    expect((latest!.content as LessonContent).html).toContain(`src="/pictures/${picture!.sha256}"`);
  });

  it('that are none are refused, and the text is kept', async () => {
    const answer = await send('bukan.png', Buffer.from('<svg onload="x()"/>'), 'Teks saya.');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Pilih gambar JPG, PNG, atau WebP');
    expect(answer.text).toContain('Teks saya.</textarea>');
  });

  it('are not taken from a stranger', async () => {
    const stranger = await app.as(cast.student);
    const content = await pictureOf('#d9a531');
    const files = [{ name: 'picture', file: 'a.png', content }];
    await stranger.upload(at('/pictures'), {}, files).expect(403);
  });
});

describe('files', () => {
  const send = async (file: string, content: Buffer, fields = {}) =>
    await instructor.upload(at('/files'), { ...typed('Teks.', await seenOn(instructor)), ...fields }, [
      { name: 'file', file, content },
    ]);
  const filesOf = (name: string) => reader().find(CourseFile, { where: { name }, order: { id: 'ASC' } });
  const publish = async (markdown: string): Promise<string> => {
    await saveAs(instructor, markdown);
    await instructor.post(at('/publication'), { seen: await seenOn(instructor) }).expect(303);
    return ((await versions()).at(-1)!.content as LessonContent).html;
  };

  it('are kept with the text, and learners save what is published', async () => {
    const workbook = await workbookOf('Kas');
    expect((await send('Buku Kas.xlsx', workbook, { markdown: 'Teks saya.' })).status).toBe(303);
    expect(await draft()).toMatchObject({ source: { markdown: 'Teks saya.' } });
    const { text } = await instructor.get(at('/edit')).expect(200);
    expect(text).toContain('Lampiran buku-kas.xlsx siap dipakai.');
    expect(text).toContain('[tulis apa isinya](files/buku-kas.xlsx)');
    const html = await publish('Isi [buku kas](files/buku-kas.xlsx).');
    const [, href = '', about] = /class="download" href="([^"]*)">buku kas <small>([^<]*)</.exec(html) ?? [];
    expect(about).toBe('XLSX, 1 kB');
    const answer = await (await app.as(cast.student)).get(href).buffer(true).parse(bytesOf).expect(200);
    expect(answer.body).toEqual(workbook);
  });

  it('of the same name get a new edition, and what is published keeps the old one', async () => {
    await send('formulir.pdf', await pdfOf('Edisi satu'));
    const old = await publish('[Formulir](files/formulir.pdf)');
    await send('Formulir.pdf', await pdfOf('Edisi dua'));
    await instructor.get(at('/edit')).expect(/Lampiran formulir\.pdf mendapat edisi baru/);
    const found = await filesOf('formulir.pdf');
    expect(found.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
    expect(old).toContain(found[0]!.sha256);
    expect(await publish('[Formulir](files/formulir.pdf) baru')).toContain(found[1]!.sha256);
  });

  it('that are photos tell nothing of place and owner', async () => {
    const photo = await sharp(await pictureOf('#d9a531', 'jpeg', { width: 400, height: 300 }))
      .withExif({ IFD0: { Artist: 'Bu Norlaila', Copyright: 'Jalan Bubut 1' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Jalan Bubut 1')).toBe(true);
    expect((await send('Papan Nama.JPG', photo)).status).toBe(303);
    const [kept] = await filesOf('papan-nama.jpg');
    const { body } = await instructor
      .get(`/files/${kept!.sha256}/papan-nama.jpg`)
      .buffer(true)
      .parse(bytesOf);
    expect((await sharp(body as Buffer).metadata()).exif).toBeUndefined();
    expect((body as Buffer).includes('Jalan Bubut 1')).toBe(false);
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['a page called PDF', 'a.pdf', () => Buffer.from('<!doctype html><p>Halo'), /Pilih berkas PDF, XLSX/],
    ['a program', 'a.pdf', () => Buffer.from('MZ'.padEnd(200, '\0')), /Pilih berkas PDF, XLSX/],
    ['a zip called XLSX', 'a.xlsx', () => zipOf({ 'a.txt': 'a' }), /Pilih berkas PDF, XLSX/],
    ['half a workbook', 'a.xlsx', async () => (await workbookOf('a')).subarray(0, 700), /Pilih berkas PDF/],
    ['a workbook with a macro', 'a.xlsx', workbookWithMacro, /berisi makro/],
    [
      'a photo cut short',
      'a.png',
      async () => (await pictureOf('#fff', 'png')).subarray(0, 60),
      /Pilih berkas/,
    ],
    ['more than 5 MB', 'a.pdf', async () => padded(await pdfOf('a'), 5_000_001), /lebih besar dari 5,0 MB/],
    ['far more', 'a.pdf', async () => padded(await pdfOf('a'), 20_000_001), /lebih besar dari 5,0 MB/],
  ])(
    'are refused at their field where they are %s, and the text is kept',
    async (_what, file, made, told) => {
      const before = await reader().count(CourseFile);
      const { status, text } = await send(file, await made(), { markdown: 'Teks saya.' });
      expect(status).toBe(422);
      expect(/id="file-error" role="alert">([^<]*)</.exec(text)?.[1]).toMatch(told);
      expect(text).toContain('Teks saya.</textarea>');
      expect(await draft()).toMatchObject({ source: { markdown: 'Teks saya.' } });
      expect(await reader().count(CourseFile)).toBe(before);
    },
  );

  it('tell in English too what is wrong', async () => {
    await instructor.post('/language', { language: 'en' });
    const { text } = await send('a.pdf', await padded(await pdfOf('a'), 5_000_001));
    await instructor.post('/language', { language: 'id' });
    expect(text).toContain('This file is larger than 5.0 MB.');
  });

  it('do not overwrite the text of another who saved meanwhile', async () => {
    const seen = await seenOn(instructor);
    await saveAs(staff, 'Teks staf.');
    const { status, text } = await send('lain.pdf', await pdfOf('a'), { ...typed('Teks saya.', seen) });
    expect(status).toBe(409);
    expect(text).toContain('Teks saya.</textarea>');
    expect(await draft()).toMatchObject({ source: { markdown: 'Teks staf.' } });
  });

  it('are taken from nobody else', async () => {
    const files = [{ name: 'file', file: 'a.pdf', content: await pdfOf('a') }];
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Kuala Pembuang', role: 'instructor' }),
    );
    await (await app.as(elsewhere)).upload(at('/files'), typed('x', '0.0'), files).expect(404);
    await (await app.as(cast.student)).upload(at('/files'), {}, files).expect(403);
    await app.guest().upload(at('/files'), {}, files).expect(303);
    expect(await filesOf('a.pdf')).toEqual([]);
  });

  it('that are written and not there keep a lesson from being published', async () => {
    await saveAs(instructor, 'Baik.\n\n[Kas](files/tidak-ada.xlsx)');
    const { text } = await instructor
      .post(at('/publication'), { seen: await seenOn(instructor) })
      .expect(422);
    expect(text).toContain('Baris 3: Lampiran &quot;tidak-ada.xlsx&quot; tidak ada.');
  });
});

const padded = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), ' ')]);

/** What was sent, byte for byte. */
const bytesOf = (response: unknown, done: (error: Error | null, body: Buffer) => void): void =>
  callbackify(() => buffer(response as Readable))(done);
