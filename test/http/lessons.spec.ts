import { DataSource } from 'typeorm';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { GlossaryTerm } from '../../src/courses/glossary-term.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  createAssignment,
  createClassroom,
  createLesson,
  createMeeting,
  createQuiz,
  createSession,
} from '../support/classroom.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let lesson: Activity;
let closed: Activity;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    const html = '<section class="case"><p>Bu Suparti & gorengan.</p></section>';
    const content = { minutes: 12, bytes: 9200, pictureBytes: 41_000, checkedOn: '2026-11-24', html };
    lesson = await createLesson(manager, room, content, { key: 'p1-materi', title: 'Empat kolom' });
    await createQuiz(
      manager,
      room,
      {},
      { key: 'p1-kuis', title: 'Kuis keluar', position: 2, critical: 'ethics' },
    );
    const { course, module, classGroup } = room;
    const session = await createSession(manager, { courseId: course.id, moduleId: module.id, number: 2 });
    await createMeeting(manager, classGroup, session, new Date('2027-09-07T08:30:00Z'));
    closed = await createLesson(manager, { ...room, session }, {}, { key: 'p2-materi', title: 'Dua dompet' });
    await createAssignment(
      manager,
      { ...room, session },
      {},
      { key: 'T2', title: 'T2 · Catatan', position: 2 },
    );
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(testNow);
  await app.units.inTransaction((manager) => manager.delete(Progress, { enrolmentId: room.enrolment.id }));
});

const student = () => app.as(cast.student);
const progress = () => app.app.get(DataSource).manager.find(Progress);
const atLesson = (end = '') => `/lessons/${lesson.id}${end}`;

const twoLessonsBeforeBareSession = () =>
  app.units.inTransaction(async (manager) => {
    const where = { courseId: room.course.id, moduleId: room.module.id };
    const place = { ...room, session: await createSession(manager, { ...where, number: 3 }) };
    const cost = { minutes: 9, bytes: 2000, pictureBytes: 10_000 };
    return {
      third: await createLesson(manager, place, {}, { key: 'p3-tengah', title: 'Tengah' }),
      last: await createLesson(manager, place, cost, { key: 'p3-akhir', title: 'Akhir', position: 2 }),
      bare: await createSession(manager, { ...where, number: 4 }),
    };
  });

describe('opening a lesson', () => {
  it('shows its text as it was published, what it costs with its pictures and when it was checked', async () => {
    const { text } = await (await student()).get(atLesson()).expect(200);
    expect(text).toContain('<section class="case"><p>Bu Suparti & gorengan.</p></section>');
    expect(text).toContain('Strategi Pendampingan · 12 menit · 50 kB · diperiksa 24 November 2026');
  });

  it('shows what else the session holds, and the way on', async () => {
    const { text } = await (await student()).get(atLesson()).expect(200);
    expect(text).toContain('aria-current="page"');
    expect(text).toMatch(/Kuis keluar<\/a><span class="state[^>]*>.*?7 hari lagi/);
    expect(text).toContain('Kuis keluar: Pertemuan 1 →');
    expect(text).toContain('Aspek kritis');
  });

  it('leads to what lies around it, and says what a lesson there costs', async () => {
    const { third, last, bare } = await twoLessonsBeforeBareSession();
    const reader = await app.as(cast.instructor);
    const middle = (await reader.get(`/lessons/${third.id}`).expect(200)).text;
    expect(middle).toMatch(/← T2 · Catatan<\/a>/);
    expect(middle).toContain('Materi P3: Akhir <small class="muted">9 menit · 12 kB</small> →');
    const end = (await reader.get(`/lessons/${last.id}`).expect(200)).text;
    expect(end).toContain('← Materi P3: Tengah <small class="muted">5 menit · 11 B</small>');
    expect(end).toContain(`<a class="push" href="/sessions/${bare.id}">P4 · Pertemuan 4 →</a>`);
  });

  it('tells below its text what its words mean today, in the order of the text', async () => {
    const { courseId } = lesson;
    const text = (term: string) => `<a class="term" id="baca-${term}" href="#istilah-${term}">${term}</a>`;
    const html = `<p>${text('omzet')} ${text('hpp')} ${text('hilang')}</p>`;
    const explained = await app.units.inTransaction(async (manager) => {
      const term = { courseId, aliases: [] };
      await manager.insert(GlossaryTerm, [
        { ...term, key: 'hpp', term: 'HPP', meaning: 'Biaya <satu> barang.' },
        { ...term, key: 'omzet', term: 'Omzet', meaning: 'Uang dari jualan.' },
        { ...term, key: 'lain', term: 'lain', meaning: 'Tidak dipakai.' },
      ]);
      const content = { html, terms: ['omzet', 'hpp', 'hilang'] };
      return await createLesson(manager, room, content, { key: 'p1-istilah', title: 'Kata', position: 3 });
    });
    const shown = (await (await student()).get(`/lessons/${explained.id}`).expect(200)).text;
    expect(
      [...shown.matchAll(/<div id="istilah-(\w+)"><dt>(\w+)<\/dt>/g)].map((found) => found.slice(1)),
    ).toEqual([
      ['omzet', 'Omzet'],
      ['hpp', 'HPP'],
    ]);
    expect(shown).toContain(
      'Biaya &lt;satu&gt; barang.</span> <a href="#baca-hpp" aria-label="Kembali ke HPP di materi">',
    );
    await app.units.inTransaction((manager) =>
      manager.update(GlossaryTerm, { courseId, key: 'hpp' }, { meaning: 'Arti yang baru.' }),
    );
    const again = (await (await student()).get(`/lessons/${explained.id}`).expect(200)).text;
    expect(again).toContain('Arti yang baru.');
    expect(again).not.toContain('Biaya &lt;satu');
    const plain = (await (await student()).get(atLesson()).expect(200)).text;
    expect(plain).not.toContain('Istilah di materi ini');
  });

  it('writes nothing', async () => {
    await (await student()).get(atLesson()).expect(200);
    expect(await progress()).toEqual([]);
  });

  it('says when it opens while it is closed, and keeps its text', async () => {
    const { text } = await (await student()).get(`/lessons/${closed.id}`).expect(200);
    expect(text).toContain('Materi ini dibuka Sabtu, 4 September 2027, 15.30 WIB.');
    expect(text).toContain('Pertemuannya Selasa, 7 September 2027, 15.30 WIB.');
    expect(text).not.toContain('<p>Isi.</p>');
  });

  it('opens at its time', async () => {
    app.clock.set('2027-09-04T08:30:00Z');
    await (await student()).get(`/lessons/${closed.id}`).expect(/<p>Isi\.<\/p>/);
  });

  it.each(['instructor', 'staff', 'admin'] as const)(
    'shows %s a preview, whatever the date, with nothing to mark',
    async (who) => {
      const { text } = await (await app.as(cast[who])).get(`/lessons/${closed.id}`).expect(200);
      expect(text).toContain('<p>Isi.</p>');
      expect(text).toContain('pratinjau');
      expect(text).not.toContain('Tandai selesai');
      expect(text).not.toContain('data-opening');
    },
  );

  it('is not there for who neither takes nor teaches the course', async () => {
    await (await app.as(cast.stranger)).get(atLesson()).expect(404);
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
    );
    await (await app.as(elsewhere)).get(atLesson()).expect(404);
  });

  it.each(['/lessons/999999', '/lessons/abc', '/lessons/0'])('is not there at %s', async (path) => {
    await (await student()).get(path).expect(404);
  });

  it('is not there where the activity is of another kind', async () => {
    const { id } = await app.units.inTransaction((manager) =>
      createQuiz(manager, room, {}, { key: 'kuis-lain', position: 9, required: false }),
    );
    await (await student()).get(`/lessons/${id}`).expect(404);
  });
});

describe('saying that a lesson was opened', () => {
  it('keeps it once', async () => {
    const client = await student();
    await client.postJson(atLesson('/opening'), {}).expect(204);
    const before = await progress();
    expect(before).toMatchObject([
      { activityId: lesson.id, enrolmentId: room.enrolment.id, state: 'started' },
    ]);
    app.clock.advance(60_000);
    await client.postJson(atLesson('/opening'), {}).expect(204);
    expect(await progress()).toEqual(before);
  });

  it('is offered to the page only while it is news', async () => {
    const client = await student();
    await client.get(atLesson()).expect(/data-opening="\/lessons\/\d+\/opening"/);
    await client.postJson(atLesson('/opening'), {});
    expect((await client.get(atLesson())).text).not.toContain('data-opening');
  });
});

describe('marking a lesson as done', () => {
  it('keeps it, says so, and offers it no more', async () => {
    const client = await student();
    await client.post(atLesson('/completion')).expect(303).expect('Location', atLesson());
    expect(await progress()).toMatchObject([{ state: 'done', score: null, at: testNow }]);
    const { text } = await client.get(atLesson()).expect(200);
    expect(text).toContain('Materi ditandai selesai.');
    expect(text).toContain('Sudah selesai');
    expect(text).not.toContain('Tandai selesai');
  });

  it('may be repeated, and is not undone by opening it again', async () => {
    const client = await student();
    await client.post(atLesson('/completion'));
    const before = await progress();
    app.clock.advance(60_000);
    await client.post(atLesson('/completion')).expect(303);
    await client.postJson(atLesson('/opening'), {}).expect(204);
    expect(await progress()).toEqual(before);
  });

  it('survives being said twice at once', async () => {
    const client = await student();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((turn) =>
        turn % 2 ? client.post(atLesson('/completion')) : client.postJson(atLesson('/opening'), {}),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 204, 303, 204]);
    expect(await progress()).toMatchObject([{ state: 'done' }]);
  });

  it('is refused before it opens, in a sentence', async () => {
    const client = await student();
    await client
      .post(`/lessons/${closed.id}/completion`, {}, '/course')
      .expect(303)
      .expect('Location', '/course');
    await client.get('/course').expect(/Materi ini belum dibuka/);
    expect(await progress()).toEqual([]);
  });

  it('is refused once the cohort has finished', async () => {
    const setStatus = (status: Enrolment['status']) =>
      app.units.inTransaction((manager) => manager.update(Enrolment, { id: room.enrolment.id }, { status }));
    await setStatus('finished');
    const client = await student();
    expect((await client.get(atLesson()).expect(200)).text).not.toContain('Tandai selesai');
    await client.post(atLesson('/completion')).expect(303);
    expect(await progress()).toEqual([]);
    await setStatus('active');
  });

  it('is not there for a stranger', async () => {
    await (await app.as(cast.stranger)).post(atLesson('/completion')).expect(404);
  });
});
