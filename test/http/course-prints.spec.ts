import type { Activity } from '../../src/courses/activity.entity.js';
import { GlossaryTerm } from '../../src/courses/glossary-term.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { DataSource } from 'typeorm';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createClassroom,
  createLesson,
  createMeeting,
  createQuiz,
  createSession,
} from '../support/classroom.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let lesson: Activity;
let later: Activity;

// Of the first session the lesson is open; that of the second opens three days before its meeting.
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    const html =
      '<h2>Uang usaha</h2><img src="/pictures/a1" alt="Dua dompet" width="3" height="2" loading="lazy" />' +
      '<section class="panel check"><details><summary>Satu</summary><p>Belum tepat.</p></details></section>';
    const cost = { minutes: 12, bytes: 9200, pictureBytes: 41_000, checkedOn: '2026-11-24', html };
    lesson = await createLesson(manager, room, cost, { key: 'p1-materi', title: 'Empat kolom' });
    await createQuiz(manager, room, {}, { key: 'p1-kuis', title: 'Kuis keluar', position: 2 });
    const session = await addSession(manager, 2);
    await createMeeting(manager, room.classGroup, session, new Date('2027-09-07T08:30:00Z'));
    const secret = { html: '<p>Belum waktunya.</p>' };
    later = await createLesson(manager, { ...room, session }, secret, {
      key: 'p2-materi',
      title: 'Dua dompet',
    });
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

const addSession = (manager: Parameters<typeof createSession>[0], number: number) =>
  createSession(manager, { courseId: room.course.id, moduleId: room.module.id, number });
const at = () => `/courses/${room.course.id}/print`;
const printFor = async (who: keyof Omit<Cast, 'campus'>) =>
  (await (await app.as(cast[who])).get(at()).expect(200)).text;

describe('the lessons of a course to print', () => {
  it('are for a learner those that are open, under the names of course and cohort, with the day', async () => {
    const text = await printFor('student');
    expect(text).toContain('<h1>Kelas Uji</h1>');
    expect(text).toMatch(/Angkatan I \(.+\)/);
    expect(text).toContain('Keadaan 31 Agustus 2027 · 1 materi, 50 kB');
    expect(text).toContain('Berisi materi yang sudah terbuka untuk Anda.');
    expect(text).toContain(`<a href="#pertemuan-${room.session.id}"><strong>P1</strong> Pertemuan 1</a>`);
    expect(text).toContain(`<h2 id="pertemuan-${room.session.id}">Pertemuan 1</h2>`);
    expect(text).toContain(`<h3 id="materi-${lesson.id}">Empat kolom</h3>`);
    expect(text).toContain('12 menit · diperiksa 24 November 2026');
    expect(text).not.toContain('Belum waktunya.');
    expect(text).not.toContain('Dua dompet</h3>');
    expect(text).not.toContain('Kuis keluar');
  });

  it('stand below the headings of the page, with pictures at once and answers open', async () => {
    const text = await printFor('student');
    expect(text).toContain('<h4>Uang usaha</h4>');
    expect(text).toContain('<img src="/pictures/a1" alt="Dua dompet" width="3" height="2" />');
    expect(text).toContain('<details open><summary>Satu</summary><p>Belum tepat.</p></details>');
  });

  it('are all of them once all are open', async () => {
    app.clock.set('2027-09-04T08:30:00Z');
    const text = await printFor('student');
    expect(text).toContain('<p>Belum waktunya.</p>');
    expect(text.indexOf(`materi-${lesson.id}`)).toBeLessThan(text.indexOf(`materi-${later.id}`));
  });

  it.each(['instructor', 'staff', 'admin'] as const)('are all of them for %s, of no cohort', async (who) => {
    const text = await printFor(who);
    expect(text).toContain('<p>Belum waktunya.</p>');
    expect(text).toContain('2 materi, 50 kB');
    expect(text).not.toMatch(/Angkatan I \(/);
    expect(text).not.toContain('terbuka untuk Anda');
  });

  it('are linked from the path of the course, which says what they cost', async () => {
    const open = (await (await app.as(cast.student)).get('/course').expect(200)).text;
    expect(open).toContain(`<a class="small" href="${at()}">Cetak materi yang sudah terbuka, 50 kB</a>`);
    app.clock.set('2027-09-04T08:30:00Z');
    const whole = (await (await app.as(cast.student)).get('/course').expect(200)).text;
    expect(whole).toContain(`<a class="small" href="${at()}">Cetak seluruh materi, 50 kB</a>`);
    await (await app.as(cast.instructor)).get('/course').expect(/Cetak seluruh materi, 50 kB/);
  });

  it('are honest, and not linked, before anything is open', async () => {
    app.clock.set('2027-08-20T00:00:00Z');
    const client = await app.as(cast.student);
    expect((await client.get(at()).expect(200)).text).toContain('Belum ada materi yang terbuka.');
    expect((await client.get('/course').expect(200)).text).not.toContain(at());
  });

  it('write nothing', async () => {
    await printFor('student');
    expect(await app.app.get(DataSource).manager.find(Progress)).toEqual([]);
  });

  it('are not there for who neither takes nor teaches the course', async () => {
    await (await app.as(cast.stranger)).get(at()).expect(404);
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
    );
    await (await app.as(elsewhere)).get(at()).expect(404);
  });

  it('are not for a coordinator, nor for who is signed out', async () => {
    await (await app.as(cast.coordinator)).get(at()).expect(403);
    await app.guest().get(at()).expect(303);
  });

  it.each(['999999', 'abc', '0'])('are not there for the course %s', async (id) => {
    await (await app.as(cast.admin)).get(`/courses/${id}/print`).expect(404);
  });

  it('tell what their words mean once, in the order of the alphabet', async () => {
    const { id: courseId } = room.course;
    const word = '<p><a class="term" id="baca-hpp" href="#istilah-hpp">HPP</a></p>';
    await app.units.inTransaction(async (manager) => {
      const term = { courseId, aliases: [], meaning: 'Artinya.' };
      await manager.insert(GlossaryTerm, [
        { ...term, key: 'hpp', term: 'HPP' },
        { ...term, key: 'bep', term: 'BEP' },
        { ...term, key: 'lain', term: 'lain' },
      ]);
      for (const [position, terms] of [['hpp'], ['hpp', 'bep']].entries())
        await createLesson(
          manager,
          room,
          { html: word, terms },
          { key: `p1-kata-${position}`, position: position + 4 },
        );
    });
    const text = await printFor('instructor');
    expect([...text.matchAll(/<dt>(\w+)<\/dt>/g)].map(([, term]) => term)).toEqual(['BEP', 'HPP']);
    expect(text.match(/href="#istilah-hpp"/g)).toHaveLength(2);
    expect(text).not.toContain('baca-hpp');
    expect(text).toContain('<a href="#istilah">Istilah</a>');
  });

  it('cost as many queries for ten lessons as for two', async () => {
    const client = await app.as(cast.instructor);
    const queries = () => countQueries(app, () => client.get(at()).expect(200));
    const few = await queries();
    await app.units.inTransaction(async (manager) => {
      for (let number = 3; number < 11; number += 1) {
        const place = { ...room, session: await addSession(manager, number) };
        await createLesson(manager, place, {}, { key: `p${number}-materi`, title: 'Materi' });
      }
    });
    expect(await queries()).toBe(few);
  });
});
