import type { Activity } from '../../src/courses/activity.entity.js';
import { Question, QuestionVersion } from '../../src/courses/question.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createQuestion } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';
import { createFullQuiz, startAttempt, storedAttempt } from '../support/quiz.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let quiz: Activity;
let instructor: Client;
/** Teaches nothing here. */
let stranger: Client;
let made = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  quiz = await app.units.inTransaction((manager) => createFullQuiz(manager, room));
  instructor = await app.as(cast.instructor);
  const person = await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
  );
  stranger = await app.as(person);
});
afterAll(() => app.close());

const why = 'Karena begitu.';

/** A published question of one right option among three. */
async function newQuestion(): Promise<Question> {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Isi ${id}`, explanation: why }));
  return await app.units.inTransaction((manager) =>
    createQuestion(manager, room, {
      key: `soal-${(made += 1)}`,
      type: 'single',
      body: { options, correct: 'a' },
    }),
  );
}

/** The fields of its form. */
const written = (more: Record<string, string | string[]> = {}) => ({
  type: 'single',
  stem: 'Apa yang didahulukan?',
  level: 'terapkan',
  outcome: 'menyebut',
  'option[a]': 'Data',
  'why[a]': why,
  'option[b]': 'Dugaan',
  'why[b]': why,
  'option[c]': 'Kabar',
  'why[c]': why,
  right: 'b',
  seen: '1.0',
  step: 'publish',
  ...more,
});

const versionsOf = (question: Pick<Question, 'id'>): Promise<QuestionVersion[]> =>
  app.units.inTransaction((manager) =>
    manager.find(QuestionVersion, { where: { questionId: question.id }, order: { version: 'ASC' } }),
  );

describe('the question bank', () => {
  it('lists the questions of a course and leads to each', async () => {
    const { text } = await instructor.get(`/question-bank?course=${room.course.id}`).expect(200);
    expect(text).toContain('Soal kuis-p1-single');
    expect(text).toMatch(/href="\/questions\/\d+\/edit"/);
    expect(text).toContain('Tambah soal');
  });

  it.each([
    ['type=numeric', 'kuis-p1-numeric', 'kuis-p1-short'],
    ['q=p1-short', 'kuis-p1-short', 'kuis-p1-numeric'],
    ['level=kasus', 'Tidak ada soal yang cocok', 'kuis-p1-numeric'],
    ['level=ingat&type=short', 'kuis-p1-short', 'kuis-p1-numeric'],
    ['session=7', 'Tidak ada soal yang cocok', 'kuis-p1-numeric'],
    ['q=%25', 'Tidak ada soal yang cocok', 'kuis-p1-numeric'],
  ])('filters by %s', async (query, there, notThere) => {
    const { text } = await instructor.get(`/question-bank?course=${room.course.id}&${query}`).expect(200);
    expect(text).toContain(there);
    expect(text).not.toContain(notThere);
  });

  it('turns its pages, and asks as often for many questions as for few', async () => {
    const path = `/question-bank?course=${room.course.id}`;
    const few = await countQueries(app, () => instructor.get(path).expect(200));
    for (let index = 0; index < 52; index += 1) await newQuestion();
    expect(await countQueries(app, () => instructor.get(path).expect(200))).toBe(few);
    const first = await instructor.get(path).expect(200);
    expect(first.text).toContain('page&#x3D;2');
    const second = await instructor.get(`${path}&page=2`).expect(200);
    expect(second.text).not.toContain('kuis-p1-single');
    expect(second.text).toMatch(/href="\/questions\/\d+\/edit"/);
  });

  it('is reached from the plan of the course, its editor and the preview of a quiz', async () => {
    const href = `href="/question-bank?course=${room.course.id}`;
    for (const path of ['/course', `/courses/${room.course.id}/edit`, `/quizzes/${quiz.id}`]) {
      const { text } = await instructor.get(path).expect(200);
      expect(text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).toContain(href);
    }
    const preview = await instructor.get(`/quizzes/${quiz.id}`).expect(200);
    expect(preview.text).toMatch(/href="\/questions\/\d+\/edit"/);
  });

  it('shows who teaches nothing that there is nothing, and nobody another course', async () => {
    expect((await stranger.get('/question-bank').expect(200)).text).toContain('belum mengajar');
    await stranger.get(`/question-bank?course=${room.course.id}`).expect(404);
    await (await app.as(cast.staff)).get(`/question-bank?course=${room.course.id}`).expect(200);
    await (await app.as(cast.staff)).get('/question-bank?course=999999').expect(404);
  });

  it('is for no student and no guest', async () => {
    const { id } = await newQuestion();
    const student = await app.as(cast.student);
    for (const path of ['/question-bank', '/question-bank/new', `/questions/${id}/edit`]) {
      await student.get(path).expect(403);
      await app.guest().get(path).expect(303);
    }
    await student.post(`/questions/${id}/edit`, written()).expect(403);
    await student.post('/question-bank', written()).expect(403);
  });
});

describe('the form of a question', () => {
  it('holds what is published', async () => {
    const { id, key } = await newQuestion();
    const { text } = await instructor.get(`/questions/${id}/edit`).expect(200);
    expect(text).toContain(`Soal ${key}`);
    expect(text).toMatch(/name="right" value="a" checked/);
    expect(text).toContain('Isi c</textarea>');
  });

  it('publishes the next version, and keeps the first', async () => {
    const question = await newQuestion();
    await instructor.post(`/questions/${question.id}/edit`, written({ mustPass: 'on' })).expect(303);
    const [first, second] = await versionsOf(question);
    expect(first?.stem).toBe(`Soal ${question.key}`);
    expect(second).toMatchObject({
      version: 2,
      stem: 'Apa yang didahulukan?',
      tags: { outcome: 'menyebut', level: 'terapkan' },
      body: { correct: 'b' },
    });
    const stored = await app.units.inTransaction((m) => m.findOneByOrFail(Question, { id: question.id }));
    expect(stored).toMatchObject({ mustPass: true, currentVersionId: second?.id });
  });

  it('carries all that publishing asks for', async () => {
    const question = await newQuestion();
    const { text } = await instructor.get(`/questions/${question.id}/edit`).expect(200);
    const carried = [...text.matchAll(/type="hidden" name="(seen|type)" value="([^"]*)"/g)];
    const { seen: _seen, type: _type, ...typed } = written();
    const fields = Object.fromEntries(carried.map(([, name = '', value = '']) => [name, value]));
    await instructor.post(`/questions/${question.id}/edit`, { ...typed, ...fields }).expect(303);
    expect(await versionsOf(question)).toHaveLength(2);
  });

  it('leaves a running attempt its version', async () => {
    const student = await app.as(cast.student);
    app.clock.set('2027-08-31T11:00:00Z');
    const attemptId = await startAttempt(student, quiz.id);
    const before = (await storedAttempt(app.units, attemptId)).questions;
    const single = before.find(({ questionVersion }) => questionVersion.type === 'single')?.questionVersion;
    const address = `/questions/${single?.questionId}/edit`;
    const { text } = await instructor.get(address).expect(200);
    const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const known = (await versionsOf({ id: single?.questionId ?? 0 })).length;
    await instructor.post(address, written({ seen, stem: 'Sesudah percobaan dimulai' })).expect(303);
    const after = (await storedAttempt(app.units, attemptId)).questions;
    expect(after.map((each) => each.questionVersion.id)).toEqual(
      before.map((each) => each.questionVersion.id),
    );
    expect(await versionsOf({ id: single?.questionId ?? 0 })).toHaveLength(known + 1);
  });

  it.each<[string, Record<string, string | string[]>, RegExp]>([
    ['an empty stem', { stem: '' }, /id="stem-error">Isi bagian ini/],
    ['an option without its why', { 'why[b]': '' }, /id="why\[b\]-error">Isi bagian ini/],
    ['an option without its text', { 'option[c]': '' }, /id="option\[c\]-error">Isi bagian ini/],
    ['no right option', { right: 'd' }, /class="error">Tandai pilihan yang benar/],
    ['two options', { 'option[c]': '', 'why[c]': '' }, /class="error">Terlalu sedikit/],
    ['no level', { level: 'sulit' }, /id="level-error">Isi bagian ini/],
    ['an outcome of another session', { outcome: 'lain' }, /id="outcome-error">Isi bagian ini/],
    ['a text of control characters', { stem: 'a\u0000b' }, /id="stem-error">Ada huruf/],
  ])('says at its field what is wrong with %s, and keeps the rest', async (_what, more, says) => {
    const question = await newQuestion();
    const { text } = await instructor
      .post(`/questions/${question.id}/edit`, written({ 'option[a]': 'Data tertulis', ...more }))
      .expect(422);
    expect(text).toMatch(says);
    expect(text).toContain('Data tertulis</textarea>');
    expect(text).toContain('name="seen" value="1.0"');
    expect(await versionsOf(question)).toHaveLength(1);
  });

  it('finds two options that say the same', async () => {
    const question = await newQuestion();
    await instructor
      .post(`/questions/${question.id}/edit`, written({ 'option[c]': 'Data' }))
      .expect(422)
      .expect(/id="option\[c\]-error">Sama dengan yang lain/);
  });

  it('adds a row and keeps all that was typed', async () => {
    const question = await newQuestion();
    const { text } = await instructor
      .post(`/questions/${question.id}/edit`, written({ step: 'add', stem: 'Belum selesai' }))
      .expect(200);
    expect(text).toContain('name="option[d]"');
    expect(text).toContain('Belum selesai</textarea>');
    expect(text).toMatch(/name="right" value="b" checked/);
    expect(await versionsOf(question)).toHaveLength(1);
  });

  it('shows a preview with nothing that runs in it', async () => {
    const question = await newQuestion();
    const { text } = await instructor
      .post(
        `/questions/${question.id}/edit`,
        written({ step: 'preview', stem: '**Tebal** <script>x</script>' }),
      )
      .expect(200);
    expect(text).toContain('<strong>Tebal</strong>');
    expect(text).not.toContain('<script>x');
    expect(await versionsOf(question)).toHaveLength(1);
  });

  it('shows both to the second of two authors and overwrites nothing', async () => {
    const question = await newQuestion();
    const address = `/questions/${question.id}/edit`;
    await (await app.as(cast.staff)).post(address, written({ stem: 'Tulisan staf' })).expect(303);
    const { text } = await instructor.post(address, written({ stem: 'Tulisan pengajar' })).expect(409);
    expect(text).toContain('sudah diubah orang lain');
    expect(text).toMatch(/<td[^>]*>Tulisan staf<\/td><td[^>]*>Tulisan pengajar<\/td>/);
    expect(text).toContain('Tulisan pengajar</textarea>');
    expect(text).toContain('name="seen" value="2.0"');
    expect(await versionsOf(question)).toHaveLength(2);
    await instructor.post(address, written({ stem: 'Tulisan pengajar', seen: '2.0' })).expect(303);
    expect((await versionsOf(question)).at(-1)?.stem).toBe('Tulisan pengajar');
  });

  it('restores an older version as the next', async () => {
    const question = await newQuestion();
    const address = `/questions/${question.id}/edit`;
    await instructor.post(address, written()).expect(303);
    const { text } = await instructor.get(`${address}?version=1`).expect(200);
    expect(text).toContain('berisi versi 1; yang berlaku versi 2');
    expect(text).toContain(`Soal ${question.key}</textarea>`);
    expect(text).toContain('name="seen" value="2.0"');
    const { text: of2 } = await instructor.get(address).expect(200);
    expect(of2).toContain(`${address}?version&#x3D;1`);
    await instructor.get(`${address}?version=9`).expect(404);
  });

  it('is not there for an instructor of another course', async () => {
    const question = await newQuestion();
    await stranger.get(`/questions/${question.id}/edit`).expect(404);
    await stranger.post(`/questions/${question.id}/edit`, written()).expect(404);
    await stranger.get(`/question-bank/new?session=${room.session.id}&type=single`).expect(404);
    await stranger.post('/question-bank', written({ session: String(room.session.id) })).expect(404);
    await instructor.get('/questions/999999/edit').expect(404);
    expect(await versionsOf(question)).toHaveLength(1);
  });
});

describe('a new question', () => {
  const bodies: [string, Record<string, string | string[]>, object][] = [
    ['single', {}, { correct: 'b' }],
    ['multiple', { right: ['a', 'b'] }, { correct: ['a', 'b'] }],
    ['truefalse', { truth: 'false', explanation: why }, { correct: false, explanation: why }],
    [
      'numeric',
      { 'answer[1]': '14.171', 'values[1]': '', tolerance: '0,5', unit: 'rupiah', explanation: why },
      { correct: 14171, tolerance: 0.5, unit: 'rupiah', explanation: why },
    ],
    [
      'numeric',
      {
        stem: 'Harga {harga}?',
        'values[1]': 'harga = 12.000',
        'answer[1]': '12000',
        'values[2]': 'harga = 9.000',
        'answer[2]': '9000',
        'values[3]': '',
        'answer[3]': '',
        tolerance: '0',
        explanation: why,
      },
      {
        variants: [
          { values: { harga: '12.000' }, correct: 12000 },
          { values: { harga: '9.000' }, correct: 9000 },
        ],
        tolerance: 0,
        explanation: why,
      },
    ],
    [
      'short',
      { accepted: 'hapakat\n\nhuma betang', explanation: why },
      { accepted: ['hapakat', 'huma betang'] },
    ],
    ['essay', { guidance: 'Cari bukti.', maxLength: '1000' }, { guidance: 'Cari bukti.', maxLength: 1000 }],
  ];

  it('is made once where it is sent twice at once', async () => {
    const session = String(room.session.id);
    const form = await instructor.get(`/question-bank/new?session=${session}&type=single`).expect(200);
    const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const fields = written({ session, key });
    const replies = await Promise.all([1, 2].map(() => instructor.post('/question-bank', fields)));
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(replies.map(({ headers }) => headers['location'])).size).toBe(1);
  });

  it.each(bodies)('of type %s is written by its form', async (type, more, body) => {
    const session = String(room.session.id);
    const form = await instructor.get(`/question-bank/new?session=${session}&type=${type}`).expect(200);
    const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const fields = written({ type, session, key, ...more });
    const sent = await instructor.post('/question-bank', fields).expect(303);
    const again = await instructor.post('/question-bank', fields).expect(303);
    expect(again.headers['location']).toBe(sent.headers['location']);
    const id = Number(/\d+/.exec(String(sent.headers['location']))?.[0]);
    const [version, ...others] = await versionsOf({ id });
    expect(others).toEqual([]);
    expect(version).toMatchObject({ type, body });
    const shown = await instructor.get(`/questions/${id}/edit`).expect(200);
    const same = { ...fields, seen: '1.0' };
    expect(shown.text).toContain('name="seen" value="1.0"');
    await instructor.post(`/questions/${id}/edit`, same).expect(303);
    expect(await versionsOf({ id })).toHaveLength(1);
  });

  it.each<[string, string, Record<string, string | string[]>, RegExp]>([
    ['truefalse', 'no truth', { truth: '' }, /id="truth-error"/],
    ['numeric', 'a number that is none', { 'answer[1]': 'dua' }, /id="answer\[1\]-error">Tulis angka/],
    [
      'numeric',
      'a place without a value',
      { stem: 'Harga {harga}?', 'answer[1]': '2' },
      /id="stem-error">Ada/,
    ],
    ['short', 'no answer', { accepted: '' }, /id="accepted-error">Terlalu sedikit/],
    ['essay', 'no guidance', {}, /id="guidance-error">Isi/],
    ['essay', 'a length that is none', { guidance: 'x', maxLength: '5' }, /id="maxLength-error">Tulis angka/],
  ])('of type %s is refused with %s', async (type, _what, more, says) => {
    const session = String(room.session.id);
    const before = await app.units.inTransaction((m) => m.count(Question));
    const { text } = await instructor
      .post('/question-bank', written({ type, session, key: 'soal-abcdefghijkl', explanation: why, ...more }))
      .expect(422);
    expect(text).toMatch(says);
    expect(text).toContain('value="soal-abcdefghijkl"');
    expect(await app.units.inTransaction((m) => m.count(Question))).toBe(before);
  });

  it('adds rows, shows a preview and takes no key of its own making', async () => {
    const session = String(room.session.id);
    const fields = { type: 'numeric', session, 'values[1]': '', 'answer[1]': '5', stem: '*Miring*' };
    const { text } = await instructor.post('/question-bank', { ...fields, step: 'add' }).expect(200);
    expect(text).toContain('name="answer[2]"');
    await instructor
      .post('/question-bank', { ...fields, step: 'preview' })
      .expect(200)
      .expect(/<em>Miring<\/em>/);
    await instructor.post('/question-bank', { ...fields, key: '../x', step: 'add' }).expect(404);
    await instructor.get('/question-bank/new').expect(404);
  });
});
