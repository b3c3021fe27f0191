import { DataSource } from 'typeorm';
import type { Activity } from '../../src/courses/activity.entity.js';
import { GlossaryTerm } from '../../src/courses/glossary-term.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let instructor: Client;
let lesson: Activity;
let hpp: GlossaryTerm;

/** Of the last entry of the audit before a test. */
let lastEntry: number;
let lessons = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
});
afterAll(() => app.close());

/** The same two words and a lesson of its own for each test, so that none depends on another. */
beforeEach(async () => {
  instructor = await app.as(cast.instructor);
  lastEntry = await reader().count(AuditEntry);
  await app.units.inTransaction(async (manager) => {
    await manager.createQueryBuilder().delete().from(GlossaryTerm).execute();
    hpp = await put('HPP', 'Biaya <satu> barang.', ['harga pokok']);
    await put('omzet', 'Uang dari jualan.');
    const link = '<a class="term" id="baca-hpp" href="#istilah-hpp">HPP</a>';
    const content = { html: `<p>Hitung ${link}.</p>`, terms: ['hpp'] };
    lesson = await createLesson(manager, room, content, { key: `p1-materi-${(lessons += 1)}` });

    function put(term: string, meaning: string, aliases: string[] = []): Promise<GlossaryTerm> {
      const row = { courseId: room.course.id, key: term.toLowerCase(), term, meaning, aliases };
      return manager.save(manager.create(GlossaryTerm, row));
    }
  });
});

const reader = () => app.app.get(DataSource).manager;
const stored = () => reader().find(GlossaryTerm, { order: { id: 'ASC' } });
const audit = () => reader().find(AuditEntry, { order: { id: 'ASC' }, skip: lastEntry, take: 100 });
const ofCourse = () => `/glossary?course=${room.course.id}`;
const seenIn = (text: string): string => /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
const seenOf = async (client = instructor): Promise<string> =>
  seenIn((await client.get(`/glossary/${hpp.id}`).expect(200)).text);
const fields = { term: 'HPP', aliases: 'harga pokok\nBPP', meaning: 'Biaya membuat satu barang.' };
const wordsOf = (text: string) => [...text.matchAll(/<dt[^>]*>([^<]*)<\/dt>/g)].map(([, term]) => term);

describe('the glossary', () => {
  it('shows a learner the words of the own course from A to Z, and nothing to change', async () => {
    const student = await app.as(cast.student);
    const { text } = await student.get('/glossary').expect(200);
    expect(wordsOf(text)).toEqual(['HPP', 'omzet']);
    expect(text).toContain('Biaya &lt;satu&gt; barang.');
    expect(text).toContain('juga ditulis: harga pokok');
    expect(text).not.toContain('/glossary/');
    expect((await student.get('/course')).text).toContain('href="/glossary"');
  });

  it('shows who teaches the course a way to change it', async () => {
    const { text } = await instructor.get('/glossary').expect(200);
    expect(text).toContain(`href="/glossary/${hpp.id}"`);
    expect(text).toContain(`href="/glossary/new?course&#x3D;${room.course.id}"`);
    expect((await instructor.get('/course')).text).toContain(`href="${ofCourse().replace('=', '&#x3D;')}"`);
  });

  it('is searched, once it is long', async () => {
    const student = await app.as(cast.student);
    expect((await student.get('/glossary')).text).not.toContain('type="search"');
    await app.units.inTransaction(async (manager) => {
      const row = { courseId: room.course.id, aliases: [], meaning: 'Artinya.' };
      for (let at = 0; at < 29; at += 1)
        await manager.insert(GlossaryTerm, { ...row, key: `t${at}`, term: `kata ${at}` });
    });
    expect((await student.get('/glossary')).text).toContain('type="search"');
    expect(wordsOf((await student.get('/glossary?q=jualan')).text)).toEqual(['omzet']);
    const none = (await student.get('/glossary?q=%3Cb%3E')).text;
    expect(none).toContain('Tidak ada istilah yang cocok');
    expect(none).toContain('value="&lt;b&gt;"');
  });

  it('costs as many queries for forty words as for two', async () => {
    const queries = () => countQueries(app, () => instructor.get(ofCourse()).expect(200));
    const few = await queries();
    await app.units.inTransaction(async (manager) => {
      const row = { courseId: room.course.id, aliases: [], meaning: 'Artinya.' };
      for (let at = 0; at < 40; at += 1)
        await manager.insert(GlossaryTerm, { ...row, key: `t${at}`, term: `kata ${at}` });
    });
    expect(await queries()).toBe(few);
  });
});

describe('a new word', () => {
  const add = (given: object) => instructor.post('/glossary', { course: room.course.id, ...given });

  it('is kept with a key of its own, and is on record', async () => {
    const given = {
      term: 'Titik  impas',
      aliases: ' BEP \r\n\r\nbep\r\ntitik impas',
      meaning: 'Laku\r\nsekian.',
    };
    await add(given).expect(303).expect('Location', ofCourse());
    const term = (await stored()).at(-1);
    expect(term).toMatchObject({
      key: 'titik-impas',
      term: 'Titik impas',
      aliases: ['BEP'],
      meaning: 'Laku sekian.',
    });
    expect(await audit()).toMatchObject([
      { action: 'glossary.audit.added', actorId: cast.instructor.id, recordId: String(term?.id) },
    ]);
  });

  it('never takes the key of another', async () => {
    await app.units.inTransaction((manager) =>
      manager.update(GlossaryTerm, { id: hpp.id }, { term: 'Biaya pokok' }),
    );
    await add({ term: 'HPP', meaning: 'Lain.' }).expect(303);
    expect((await stored()).at(-1)?.key).toBe('hpp-2');
  });

  it.each([
    ['no word', { term: ' ' }, 'term'],
    ['a word too long', { term: 'x'.repeat(61) }, 'term'],
    ['no meaning', { meaning: '' }, 'meaning'],
    ['a meaning too long', { meaning: 'x'.repeat(201) }, 'meaning'],
    ['a word that is there', { term: 'hpp' }, 'term'],
    ['a word that is another spelling', { term: 'Harga Pokok' }, 'term'],
    ['a spelling that is there', { aliases: 'BPP\nOmzet' }, 'aliases'],
    ['a spelling too long', { aliases: 'x'.repeat(61) }, 'aliases'],
    [
      'too many spellings',
      { aliases: Array.from({ length: 11 }, (_, at) => `e${at}`).join('\n') },
      'aliases',
    ],
  ])('is refused in place with %s, keeping what was typed', async (_what, wrong, field) => {
    const { text } = await add({ term: 'BEP', meaning: 'Tulisan tadi.', ...wrong }).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    if (field !== 'meaning') expect(text).toContain('Tulisan tadi.');
    expect(await stored()).toHaveLength(2);
    expect(await audit()).toEqual([]);
  });
});

describe('a word that is changed', () => {
  it('means something else at once in the lessons that have it, and is on record', async () => {
    const student = await app.as(cast.student);
    const read = async () => (await student.get(`/lessons/${lesson.id}`).expect(200)).text;
    expect(await read()).toContain('Biaya &lt;satu&gt; barang.');
    await instructor
      .post(`/glossary/${hpp.id}`, { ...fields, seen: await seenOf() })
      .expect(303)
      .expect('Location', ofCourse());
    expect(await read()).toContain('Biaya membuat satu barang.');
    expect((await stored())[0]).toMatchObject({ key: 'hpp', aliases: ['harga pokok', 'BPP'] });
    expect(await audit()).toMatchObject([
      {
        action: 'glossary.audit.changed',
        fields: {
          aliases: { from: 'harga pokok', to: 'harga pokok, BPP' },
          meaning: { from: 'Biaya <satu> barang.', to: 'Biaya membuat satu barang.' },
        },
      },
    ]);
  });

  it('shows the second of two editors what the first wrote, and keeps what was typed', async () => {
    const staff = await app.as(cast.staff);
    const seen = await seenOf(staff);
    await instructor.post(`/glossary/${hpp.id}`, { ...fields, seen }).expect(303);
    const late = { ...fields, meaning: 'Tulisan kedua.', seen };
    const { text } = await staff.post(`/glossary/${hpp.id}`, late).expect(409);
    expect(text).toContain('Orang lain sudah mengubah istilah ini');
    expect(text).toContain('HPP: Biaya membuat satu barang.');
    expect(text).toContain('Tulisan kedua.</textarea>');
    await staff.post(`/glossary/${hpp.id}`, { ...late, seen: seenIn(text) }).expect(303);
    expect((await stored())[0]?.meaning).toBe('Tulisan kedua.');
  });

  it.each([
    ['nothing', { term: '', meaning: '' }, 'term'],
    ['the spelling of another', { term: 'Omzet' }, 'term'],
    ['the spelling of another beside its own', { aliases: 'harga pokok\nomzet' }, 'aliases'],
  ])('is refused in place with %s', async (_what, wrong, field) => {
    const seen = await seenOf();
    const { text } = await instructor.post(`/glossary/${hpp.id}`, { ...fields, seen, ...wrong }).expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(seenIn(text)).toBe(seen);
    expect((await stored())[0]).toEqual(hpp);
  });
});

describe('a word that is removed', () => {
  it('is plain text in the lessons that had it, and is on record', async () => {
    await instructor
      .post(`/glossary/${hpp.id}/removal`, { seen: await seenOf() })
      .expect(303)
      .expect('Location', ofCourse());
    expect((await stored()).map(({ term }) => term)).toEqual(['omzet']);
    const { text } = await (await app.as(cast.student)).get(`/lessons/${lesson.id}`).expect(200);
    expect(text).toContain('<p>Hitung HPP.</p>');
    expect(text).not.toContain('istilah-hpp');
    expect(await audit()).toMatchObject([{ action: 'glossary.audit.removed', recordId: String(hpp.id) }]);
  });

  it('stays when somebody has changed it since the page was shown', async () => {
    const seen = await seenOf();
    await instructor.post(`/glossary/${hpp.id}`, { ...fields, seen }).expect(303);
    await instructor
      .post(`/glossary/${hpp.id}/removal`, { seen })
      .expect(303)
      .expect('Location', `/glossary/${hpp.id}`);
    expect(await stored()).toHaveLength(2);
  });
});

describe('the glossary of a course', () => {
  it('is not there for who neither takes nor teaches it', async () => {
    const [teacher, learner] = await app.units.inTransaction(async (manager) => [
      await createPerson(manager, { name: 'Rahmat', role: 'instructor' }),
      await createPerson(manager, { name: 'Ani', role: 'student' }),
    ]);
    for (const person of [teacher!, learner!]) {
      const stranger = await app.as(person);
      expect((await stranger.get('/glossary').expect(200)).text).toContain('belum terdaftar');
      await stranger.get(ofCourse()).expect(404);
    }
    const stranger = await app.as(teacher!);
    await stranger.get(`/glossary/new?course=${room.course.id}`).expect(404);
    await stranger.get('/glossary/new').expect(404);
    await stranger.post('/glossary', { course: room.course.id, ...fields }).expect(404);
    await stranger.get(`/glossary/${hpp.id}`).expect(404);
    await stranger.post(`/glossary/${hpp.id}`, fields).expect(404);
    await stranger.post(`/glossary/${hpp.id}/removal`).expect(404);
    await instructor.get('/glossary/999999').expect(404);
    await instructor.get('/glossary/abc').expect(404);
    expect(await stored()).toHaveLength(2);
  });

  it('is changed by nobody who learns', async () => {
    const student = await app.as(cast.student);
    await student.get(`/glossary/${hpp.id}`).expect(403);
    await student.get(`/glossary/new?course=${room.course.id}`).expect(403);
    await student.post('/glossary', { course: room.course.id, ...fields }).expect(403);
    await student.post(`/glossary/${hpp.id}`, fields).expect(403);
    await student.post(`/glossary/${hpp.id}/removal`).expect(403);
    await (await app.as(cast.coordinator)).get('/glossary').expect(403);
    await app.guest().get('/glossary').expect(303);
    for (const who of [cast.staff, cast.admin]) await (await app.as(who)).get(ofCourse()).expect(200);
  });
});
