import { createHash } from 'node:crypto';
import type { Activity } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import { createDuo } from '../support/duo.js';
import { pdfOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
});
beforeEach(() => app.clock.set(testNow));
afterAll(() => app.close());

const assign = (key: string, more: Partial<Activity> = {}): Promise<Activity> =>
  app.units.inTransaction((manager) => createAssignment(manager, room, {}, { key, title: key, ...more }));

describe('the list of assignments', () => {
  it('says how each stands', async () => {
    const open = await assign('Terbuka');
    const sent = await assign('Sudah terkirim');
    await assign('Belum dibuka', { opensRule: '+5d' });
    await assign('Dinilai langsung di kelas', { submitsAs: 'none' });
    await assign('Tugas berdua', { submitsAs: 'pair' });
    const student = await app.as(cast.student);
    await student.post(`/assignments/${open.id}/text`, { text: 'Mulai.', seq: 0 }).expect(303);
    await student.post(`/assignments/${sent.id}/submission`, { text: 'Jadi.', seq: 0 }).expect(303);
    const { text } = await student.get('/assignments').expect(200);
    expect(text).toContain('Draf tersimpan; batas Selasa, 7 September 2027, 23.59 WIB');
    expect(text).toContain('Terkirim Selasa, 31 Agustus 2027, 10.00 WIB');
    expect(text).toContain('Dibuka Minggu, 5 September 2027, 15.30 WIB');
    expect(text).toContain('Dinilai langsung dalam pertemuan');
    expect(text).toContain('Anda belum masuk duet');
    expect(text.indexOf('Terbuka')).toBeLessThan(text.indexOf('Sudah terkirim'));
  });

  it('tells what is overdue, and what needs leave', async () => {
    await assign('Lewat');
    const student = await app.as(cast.student);
    app.clock.set('2027-09-08T12:00:00+07:00');
    await student.get('/assignments').expect(/Lewat batas waktu: nilai berkurang 10/);
    app.clock.set('2027-09-11T12:00:00+07:00');
    await student.get('/assignments').expect(/Lewat batas waktu: perlu izin instruktur/);
  });

  it('shows one part of it', async () => {
    const student = await app.as(cast.student);
    const { text } = await student.get('/assignments?state=sent').expect(200);
    expect(text).toContain('Sudah terkirim');
    expect(text).not.toContain('Belum dibuka');
    await student.get('/assignments?state=nonsense&page=-1').expect(200);
    const none = await student.get('/assignments?state=graded').expect(200);
    expect(none.text).toContain('Tidak ada tugas dalam keadaan ini');
  });

  it('is empty where nothing is published, and is not there for a student of no cohort', async () => {
    await (await app.as(cast.stranger)).get('/assignments').expect(404);
  });
});

describe('an assignment', () => {
  it('shows instructions, deadline, time left and the rubric with its levels before anything is handed in', async () => {
    const { id } = await assign('T1 Peta potensi');
    const { text } = await (await app.as(cast.student)).get(`/assignments/${id}`).expect(200);
    expect(text).toContain('<h1>T1 Peta potensi</h1>');
    expect(text).toContain('<p>Tulis satu halaman.</p>');
    expect(text).toContain('Batas Selasa, 7 September 2027, 23.59 WIB');
    expect(text).toContain('Sisa waktu 7 hari 13 jam');
    expect(text).toContain('nilai berkurang 10 untuk setiap 24 jam');
    for (const part of ['bukti', '60 %', 'rapi', '40 %', 'Unggul', 'Memenuhi', 'Berkembang', 'Belum'])
      expect(text).toContain(part);
    expect(text).toContain('Kumpulkan tugas');
  });

  it('shows who teaches it what is asked and how it is judged, and no instructor of another course', async () => {
    const { id } = await assign('Pratinjau');
    const { text } = await (await app.as(cast.instructor)).get(`/assignments/${id}`).expect(200);
    for (const part of ['<p>Tulis satu halaman.</p>', 'bukti', 'Unggul', 'pratinjau'])
      expect(text).toContain(part);
    expect(text).not.toContain('Kumpulkan tugas');
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rini Hamid', role: 'instructor' }),
    );
    await (await app.as(other)).get(`/assignments/${id}`).expect(404);
  });

  it('may be read before it opens, and not be worked on', async () => {
    const { id } = await assign('Nanti', { opensRule: '+1d' });
    const student = await app.as(cast.student);
    const { text } = await student.get(`/assignments/${id}`).expect(200);
    expect(text).toContain('dapat dikerjakan mulai Rabu, 1 September 2027, 15.30 WIB');
    expect(text).not.toContain('Kumpulkan tugas');
    await student.post(`/assignments/${id}/text`, { text: 'Curi start', seq: 0 }, `/assignments/${id}`);
    await student.get(`/assignments/${id}`).expect(/Tugas ini belum dibuka/);
  });

  it('warns of the penalty before handing in', async () => {
    const { id } = await assign('Terlambat');
    app.clock.set('2027-09-09T08:00:00+07:00');
    const { text } = await (await app.as(cast.student)).get(`/assignments/${id}`).expect(200);
    expect(text).toContain('Terlambat 2 hari: bila dikumpulkan sekarang, nilainya berkurang 20.');
  });

  it('names those who hand in together', async () => {
    const duo = await createDuo(app, room);
    const { id } = await assign('Berdua', { submitsAs: 'pair' });
    for (const person of [cast.student, duo.partner])
      await (await app.as(person)).get(`/assignments/${id}`).expect(/Duet: Deri Kasan dan Norlaila/);
  });

  it('says what it does not take here', async () => {
    const { id } = await assign('Langsung', { submitsAs: 'none' });
    const student = await app.as(cast.student);
    await student.get(`/assignments/${id}`).expect(/menilai Anda langsung dalam pertemuan/);
    await student
      .post(`/assignments/${id}/submission`, { text: 'x', seq: 0 }, `/assignments/${id}`)
      .expect(303);
    await student.get(`/assignments/${id}`).expect(/tidak ada yang dikumpulkan/);
  });

  it.each(['0', '-1', 'abc', '99999', '1e3'])('is not there under %s', async (id) => {
    await (await app.as(cast.student)).get(`/assignments/${id}`).expect(404);
  });
});

describe('a receipt', () => {
  it('has the size and the SHA-256 of each file, the time, and a code', async () => {
    const { id } = await assign('Dengan tanda terima');
    const student = await app.as(cast.student);
    const content = await pdfOf('Data awal Keripik Kelakai');
    await student
      .upload(`/assignments/${id}/submission`, { text: 'Omzet dari nota.', seq: 0 }, [
        { name: 'files', file: 'data awal.pdf', content },
      ])
      .expect(303);
    const { text } = await student.get(`/assignments/${id}`).expect(200);
    const sha256 = createHash('sha256').update(content).digest('hex');
    for (const line of [
      'Dikumpulkan oleh: Norlaila',
      'Diterima: Selasa, 31 Agustus 2027, 10.00.00 WIB',
      'Tulisan: 16 huruf',
      `SHA-256 ${createHash('sha256').update('Omzet dari nota.').digest('hex')}`,
      '1. data awal.pdf (',
      `SHA-256 ${sha256}`,
    ])
      expect(text).toContain(line);
    const receipt = await student.get(`/assignments/${id}/receipts/1`).expect(200);
    expect(receipt.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(receipt.headers['content-disposition']).toBe('attachment; filename="Dengan tanda terima 1.txt"');
    expect(receipt.text).toMatch(/\nKode: [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}\n$/);
    expect(text).toContain(receipt.text.trim().split('\n').at(-1));
  });

  it('is not there for what was not handed in', async () => {
    const { id } = await assign('Belum');
    const student = await app.as(cast.student);
    await student.post(`/assignments/${id}/text`, { text: 'Draf', seq: 0 }).expect(303);
    await student.get(`/assignments/${id}/receipts/1`).expect(404);
  });
});
