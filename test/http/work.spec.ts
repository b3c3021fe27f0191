import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Grading } from '../../src/assignments/grading.entity.js';
import { LateLeave } from '../../src/assignments/late-leave.entity.js';
import { SubmissionFile } from '../../src/assignments/submission-file.entity.js';
import { Submission, SubmissionMember } from '../../src/assignments/submission.entity.js';
import { Extension } from '../../src/cohorts/activity-date.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { GroupMember } from '../../src/cohorts/group.entity.js';
import type { AssignmentContent } from '../../src/courses/activity-content.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { Blob } from '../../src/platform/uploads/blob.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createDuo, type Duo } from '../support/duo.js';
import { pdfOf, pictureOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let duo: Duo;
let student: Client;
let partner: Client;
let pdf: Buffer;
let assigned = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  duo = await createDuo(app, room);
  pdf = await pdfOf('Data awal Keripik Kelakai');
});
beforeEach(async () => {
  app.clock.set(testNow);
  student = await app.as(cast.student);
  partner = await app.as(duo.partner);
});
afterAll(() => app.close());

async function assign(
  more: Partial<Activity> = {},
  content: Partial<AssignmentContent> = {},
): Promise<string> {
  assigned += 1;
  const key = `T${assigned}`;
  const { id } = await app.units.inTransaction((manager) =>
    createAssignment(manager, room, content, { key, title: key, ...more }),
  );
  return `/assignments/${id}`;
}

const file = (name: string, content: Buffer | string) => ({
  name: 'files',
  file: name,
  content: Buffer.from(content),
});
const idOf = (path: string): number => Number(path.split('/').at(-1));
const versionsOf = (path: string): Promise<Submission[]> =>
  app.units.inTransaction((manager) =>
    manager.find(Submission, { where: { activityId: idOf(path) }, order: { number: 'ASC' } }),
  );
const filesOf = ({ id }: Submission): Promise<SubmissionFile[]> =>
  app.units.inTransaction((manager) =>
    manager.find(SubmissionFile, { where: { submissionId: id }, order: { id: 'ASC' } }),
  );
const progressOf = (path: string, enrolmentId: number): Promise<Progress | null> =>
  app.units.inTransaction((manager) => manager.findOneBy(Progress, { activityId: idOf(path), enrolmentId }));
const only = async (path: string): Promise<Submission> => {
  const [version, ...others] = await versionsOf(path);
  if (!version || others.length > 0) throw new Error('not one version');
  return version;
};

describe('writing a draft', () => {
  it('keeps the text, and changes nothing when the same comes again', async () => {
    const path = await assign();
    await student.post(`${path}/text`, { text: 'Omzet 9 juta', seq: 0 }).expect(303).expect('Location', path);
    await student.post(`${path}/text`, { text: 'Omzet 9 juta', seq: 0 }).expect(303);
    expect(await only(path)).toMatchObject({ state: 'draft', text: 'Omzet 9 juta', textSeq: 1, number: 1 });
    await student.get(path).expect(/Omzet 9 juta<\/textarea>/);
  });

  it('is told by the script when it was saved', async () => {
    const path = await assign();
    const { body } = await student.postJson(`${path}/text`, { text: 'Satu', seq: '0' }).expect(200);
    expect(body).toEqual({ seq: 1, saved: 'Tersimpan 10.00.00 WIB' });
    expect((await student.postJson(`${path}/text`, { text: 'Dua', seq: '1' })).body.seq).toBe(2);
  });

  it('begins none for nothing', async () => {
    const path = await assign();
    await student.post(`${path}/files`, { text: '', seq: 0 }).expect(303);
    expect(await versionsOf(path)).toEqual([]);
  });

  it('never overwrites what another member wrote meanwhile, and shows both', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await student.post(`${path}/text`, { text: 'Tulisan Norlaila', seq: 0 }).expect(303);
    const refused = await partner.post(`${path}/text`, { text: 'Tulisan Deri', seq: 0 }).expect(409);
    expect(refused.text).toContain('Tulisan ini sudah berubah');
    expect(refused.text).toContain('Tulisan Norlaila');
    expect(refused.text).toContain('Tulisan Deri</textarea>');
    expect(refused.text).toContain('name="seq" value="1"');
    expect((await only(path)).text).toBe('Tulisan Norlaila');
    const json = await partner.postJson(`${path}/text`, { text: 'Tulisan Deri', seq: '0' }).expect(409);
    expect(json.body.current).toEqual({ text: 'Tulisan Norlaila', seq: 1 });
    await partner.post(`${path}/text`, { text: 'Tulisan bersama', seq: 1 }).expect(303);
    await student.get(path).expect(/Tulisan bersama<\/textarea>/);
  });

  it('keeps one draft though both members begin at once', async () => {
    const path = await assign({ submitsAs: 'pair' });
    const answers = await Promise.all([
      student.postJson(`${path}/text`, { text: 'A', seq: '0' }),
      partner.postJson(`${path}/text`, { text: 'B', seq: '0' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await only(path)).textSeq).toBe(1);
  });

  it.each([
    ['a text too long', 'a'.repeat(30_001), 'Terlalu panjang'],
    ['a letter that turns the line', 'gaji\u202E000', 'Ada huruf yang tidak dapat disimpan'],
  ])('refuses %s at its field, keeping it there', async (_what, text, says) => {
    const path = await assign();
    const answer = await student.post(`${path}/files`, { text, seq: 0 }).expect(422);
    expect(answer.text).toContain('id="text-error"');
    expect(answer.text).toContain(says);
    expect(answer.text).toContain(text.slice(0, 20));
    expect(await versionsOf(path)).toEqual([]);
  });

  it('shows what is typed as text, never as a page', async () => {
    const path = await assign();
    const text = '</textarea><script>alert(1)</script>{{constructor}}';
    await student.post(`${path}/text`, { text, seq: 0 }).expect(303);
    const page = await student.get(path).expect(200);
    expect(page.text).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{constructor}}');
  });

  it('ignores what the form has not', async () => {
    const path = await assign();
    const forged = { score: 10_000, state: 'graded', submittedAt: '2020-01-01', submitterId: 1, number: 9 };
    await student.post(`${path}/text`, { text: 'Draf', seq: 0, ...forged }).expect(303);
    expect(await only(path)).toMatchObject({ state: 'draft', score: null, submittedAt: null, number: 1 });
  });

  it('is for members only', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await student.post(`${path}/text`, { text: 'Rahasia duet', seq: 0 }).expect(303);
    const stranger = await app.as(cast.stranger);
    for (const verb of ['text', 'files', 'submission', 'draft', 'draft/removal'])
      await stranger.post(`${path}/${verb}`, { text: 'x', seq: 1 }).expect(404);
    for (const verb of ['text', 'files', 'submission'])
      await (await app.as(cast.instructor)).post(`${path}/${verb}`, { text: 'x', seq: 1 }).expect(403);
    expect((await only(path)).text).toBe('Rahasia duet');
  });
});

describe('uploading', () => {
  it('keeps files of the right content with the text beside them', async () => {
    const path = await assign();
    const photo = await pictureOf('#0d5847');
    await student
      .upload(`${path}/files`, { text: 'Lihat lampiran', seq: 0 }, [
        file('data.pdf', pdf),
        file('foto.jpg', photo),
      ])
      .expect(303);
    const draft = await only(path);
    expect(draft.text).toBe('Lihat lampiran');
    expect((await filesOf(draft)).map(({ name, kind, bytes }) => [name, kind, bytes])).toEqual([
      ['data.pdf', 'pdf', pdf.length],
      ['foto.jpg', 'jpg', photo.length],
    ]);
  });

  it.each<[string, string, Buffer | string, RegExp]>([
    ['an empty file', 'kosong.pdf', '', /&quot;kosong.pdf&quot; kosong/],
    ['a page called PDF', 'a.pdf', '<!doctype html><script>alert(1)</script>', /tidak dapat dikenali isinya/],
    [
      'a drawing that runs scripts',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      /tidak dapat dikenali/,
    ],
    ['a program called JPG', 'foto.jpg', Buffer.from('MZ\u0090\u0000', 'latin1'), /tidak dapat dikenali/],
    ['a file over the limit', 'besar.pdf', Buffer.alloc(60_000, '%PDF-1.7 '), /lebih besar dari 50 kB/],
  ])('refuses %s at the field, and keeps the text and the good file', async (_what, name, content, says) => {
    const path = await assign({}, { maxBytes: 50_000 });
    const answer = await student
      .upload(`${path}/submission`, { text: 'Tulisan aman', seq: 0 }, [
        file(name, content),
        file('baik.pdf', pdf),
      ])
      .expect(422);
    expect(answer.text).toContain('id="files-error"');
    expect(answer.text).toMatch(says);
    const draft = await only(path);
    expect(draft).toMatchObject({ state: 'draft', text: 'Tulisan aman' });
    expect((await filesOf(draft)).map(({ name }) => name)).toEqual(['baik.pdf']);
  });

  it('refuses a kind that the assignment does not take, whatever its name', async () => {
    const path = await assign({}, { accepts: ['pdf'] });
    const answer = await student
      .upload(`${path}/files`, {}, [file('foto.pdf', await pictureOf('#9c2418', 'png'))])
      .expect(422);
    expect(answer.text).toContain('berisi PNG, sedangkan tugas ini menerima PDF');
    expect(await versionsOf(path)).toEqual([]);
  });

  it('takes no more files than the assignment, counted over all sendings', async () => {
    const path = await assign({}, { maxFiles: 2 });
    await student.upload(`${path}/files`, {}, [file('1.pdf', pdf)]).expect(303);
    const more = [file('2.jpg', await pictureOf('#111111')), file('3.jpg', await pictureOf('#222222'))];
    const answer = await student.upload(`${path}/files`, {}, more).expect(422);
    expect(answer.text).toContain('&quot;3.jpg&quot; tidak diterima: tugas ini paling banyak 2 berkas');
    expect((await filesOf(await only(path))).map(({ name }) => name)).toEqual(['1.pdf', '2.jpg']);
  });

  it('keeps one file though its sending is repeated', async () => {
    const path = await assign();
    await student.upload(`${path}/files`, {}, [file('data.pdf', pdf)]).expect(303);
    await student.upload(`${path}/files`, {}, [file('data lagi.pdf', pdf)]).expect(303);
    expect(await filesOf(await only(path))).toHaveLength(1);
  });

  it.each([
    ['"><img src=x onerror=alert(1)>.pdf', '---img src=x onerror=alert(1)-.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['a.pdf.html', 'a.pdf.html.pdf'],
    ['gaji\u202Efdp.exe', 'gajifdp.exe.pdf'],
  ])('keeps a file called %j under a harmless name', async (name, kept) => {
    const path = await assign();
    await student.upload(`${path}/files`, {}, [file(name, pdf)]).expect(303);
    const [stored] = await filesOf(await only(path));
    expect(stored?.name).toBe(kept);
    const page = await student.get(path).expect(200);
    expect(page.text).not.toContain('<img src=x');
  });

  it('takes a file out again, with the text that was typed meanwhile', async () => {
    const path = await assign();
    await student.upload(`${path}/files`, {}, [file('salah.pdf', pdf)]).expect(303);
    const [wrong] = await filesOf(await only(path));
    await student.post(`${path}/files`, { text: 'Ketikan baru', seq: 0, remove: wrong?.id ?? 0 }).expect(303);
    const draft = await only(path);
    expect(draft.text).toBe('Ketikan baru');
    expect(await filesOf(draft)).toEqual([]);
    const blob = await app.units.inTransaction((m) => m.findOneBy(Blob, { key: wrong?.blobKey ?? '' }));
    expect(blob).toBeNull();
  });

  it('takes out no file of somebody else', async () => {
    const path = await assign();
    await partner.upload(`${path}/files`, {}, [file('milik deri.pdf', pdf)]).expect(303);
    const [theirs] = await filesOf(await only(path));
    await student.post(`${path}/files`, { text: 'x', seq: 0, remove: theirs?.id ?? 0 }).expect(303);
    const versions = await versionsOf(path);
    expect(
      await filesOf(versions.find(({ submitterId }) => submitterId === duo.partnerEnrolment.id)!),
    ).toHaveLength(1);
  });

  it('leaves the saved text and nothing else where the sending breaks off', async () => {
    const path = await assign();
    await student.post(`${path}/text`, { text: 'Sudah aman', seq: 0 }).expect(303);
    const waiting = () => readdir(join(app.config.uploadsDir, 'incoming')).catch(() => []);
    const socket = connect(await app.listen(), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST ${path}/submission HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${student.cookieHeader()}\r\n` +
        'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 separuh',
    );
    while ((await waiting()).length === 0) await pause(5);
    socket.destroy();
    while ((await waiting()).length > 0) await pause(5);
    const draft = await only(path);
    expect(draft).toMatchObject({ state: 'draft', text: 'Sudah aman' });
    expect(await filesOf(draft)).toEqual([]);
  });

  it('needs the token inside the form', async () => {
    const path = await assign();
    await student.forge(`${path}/files`, { text: 'x', seq: 0 }).expect(403);
    await student
      .raw(
        `${path}/files`,
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--x--\r\n',
      )
      .expect(403);
    expect(await versionsOf(path)).toEqual([]);
  });
});

describe('handing in', () => {
  it('takes text and a chosen file in one step, and records it for every member', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await student.post(`${path}/text`, { text: 'Draf bersama', seq: 0 }).expect(303);
    await partner
      .upload(`${path}/submission`, { text: 'Selesai', seq: 1, key: 'a'.repeat(36) }, [file('data.pdf', pdf)])
      .expect(303)
      .expect('Location', path);
    expect(await only(path)).toMatchObject({
      state: 'submitted',
      text: 'Selesai',
      submitterKind: 'pair',
      submitterId: duo.pair.id,
      classGroupId: room.classGroup.id,
      submittedById: duo.partner.id,
      daysLate: 0,
    });
    for (const { id } of [room.enrolment, duo.partnerEnrolment])
      expect(await progressOf(path, id)).toMatchObject({ state: 'submitted', score: null });
    for (const client of [student, partner])
      await client.get(path).expect(/Versi 1 diterima Selasa, 31 Agustus 2027, 10.00.00 WIB/);
  });

  it('is done once, however often the page sends it', async () => {
    const path = await assign();
    const send = () => student.post(`${path}/submission`, { text: 'Sekali', seq: 0, key: 'k'.repeat(36) });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await send().expect(303);
    expect(await only(path)).toMatchObject({ state: 'submitted', text: 'Sekali' });
  });

  it('loses nothing that was written on a page that had handed in already', async () => {
    const path = await assign();
    const key = 'k'.repeat(36);
    await student.post(`${path}/submission`, { text: 'Pertama', seq: 0, key }).expect(303);
    const again = await student
      .post(`${path}/submission`, { text: 'Pertama, diubah', seq: 0, key })
      .expect(409);
    expect(again.text).toContain('Pertama, diubah');
    expect((await only(path)).text).toBe('Pertama');
  });

  it('needs something to hand in', async () => {
    const path = await assign();
    await student
      .post(`${path}/submission`, { text: '   ', seq: 0 }, path)
      .expect(303)
      .expect('Location', path);
    await student.get(path).expect(/Belum ada yang dapat dikumpulkan/);
    expect(await versionsOf(path)).toEqual([]);
  });

  it('counts started days of delay, and stops after three without leave', async () => {
    const path = await assign();
    app.clock.set('2027-09-09T08:00:00+07:00');
    await student.post(`${path}/submission`, { text: 'Terlambat', seq: 0 }).expect(303);
    expect((await only(path)).daysLate).toBe(2);
    app.clock.set('2027-09-11T08:00:00+07:00');
    await partner.post(`${path}/submission`, { text: 'Sangat terlambat', seq: 0 }, path).expect(303);
    await partner.get(path).expect(/Mintalah izin kepada instruktur Anda/);
    expect(await versionsOf(path)).toHaveLength(1);
    await app.units.inTransaction((manager) =>
      manager.insert(LateLeave, {
        activityId: idOf(path),
        submitterKind: 'individual',
        submitterId: duo.partnerEnrolment.id,
        reason: 'Banjir',
        grantedById: cast.instructor.id,
        grantedAt: app.clock.now(),
      }),
    );
    await partner.get(path).expect(/nilainya berkurang 30/);
    await partner.post(`${path}/submission`, { text: 'Dengan izin', seq: 0 }).expect(303);
    expect((await versionsOf(path)).map(({ daysLate }) => daysLate)).toEqual([2, 4]);
  });

  it('follows an extension of any member', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await app.units.inTransaction((manager) =>
      manager.insert(Extension, {
        enrolmentId: duo.partnerEnrolment.id,
        activityId: idOf(path),
        dueAt: new Date('2027-09-12T23:59:00+07:00'),
        extraMinutes: 0,
        reason: 'Sakit',
        grantedById: cast.staff.id,
      }),
    );
    app.clock.set('2027-09-11T08:00:00+07:00');
    await student.post(`${path}/submission`, { text: 'Tepat waktu', seq: 0 }).expect(303);
    expect((await only(path)).daysLate).toBe(0);
  });

  it('is closed to whoever has finished or left', async () => {
    const path = await assign();
    const become = (status: 'active' | 'finished' | 'withdrawn') =>
      app.units.inTransaction((m) => m.update(Enrolment, { id: room.enrolment.id }, { status }));
    await become('finished');
    await student.post(`${path}/submission`, { text: 'x', seq: 0 }, path).expect(303);
    await student.get(path).expect(/Angkatan Anda sudah selesai/);
    await become('withdrawn');
    await student.get(path).expect(404);
    await become('active');
    expect(await versionsOf(path)).toEqual([]);
  });
});

describe('replacing what was handed in', () => {
  it('makes the next version, and keeps the one before with its file', async () => {
    const path = await assign();
    await student.upload(`${path}/submission`, { text: 'Satu', seq: 0 }, [file('a.pdf', pdf)]).expect(303);
    await student.post(`${path}/draft`).expect(303);
    await student.post(`${path}/draft`).expect(303);
    const [, draft] = await versionsOf(path);
    expect(draft).toMatchObject({ number: 2, state: 'draft', text: 'Satu', revision: 0 });
    expect(await filesOf(draft!)).toHaveLength(1);
    await student.post(`${path}/submission`, { text: 'Dua', seq: 0 }).expect(303);
    expect((await versionsOf(path)).map(({ state, text }) => [state, text])).toEqual([
      ['replaced', 'Satu'],
      ['submitted', 'Dua'],
    ]);
    const [first, second] = await versionsOf(path);
    await student.get(`${path}/receipts/1`).expect(200);
    await student.get(`${path}/receipts/2`).expect(/Versi: 2/);
    expect([await filesOf(first!), await filesOf(second!)].map((files) => files.length)).toEqual([1, 1]);
  });

  it('can be dropped, and then the first stands', async () => {
    const path = await assign();
    await student.upload(`${path}/submission`, { text: 'Satu', seq: 0 }, [file('a.pdf', pdf)]).expect(303);
    await student.post(`${path}/draft`).expect(303);
    await student.get(path).expect(/Versi 1 tetap berlaku sampai Anda mengumpulkan yang baru/);
    await student.post(`${path}/draft/removal`).expect(303);
    const version = await only(path);
    expect(version).toMatchObject({ state: 'submitted', text: 'Satu' });
    const [kept] = await filesOf(version);
    await student.get(`/files/${kept?.id}`).expect(200);
  });

  it('is not possible after the deadline', async () => {
    const path = await assign();
    await student.post(`${path}/submission`, { text: 'Satu', seq: 0 }).expect(303);
    app.clock.set('2027-09-08T08:00:00+07:00');
    await student.post(`${path}/draft`, {}, path).expect(303);
    await student.get(path).expect(/sudah dikumpulkan dan batas waktunya sudah lewat/);
    await student.post(`${path}/submission`, { text: 'Dua', seq: 0 }, path).expect(303);
    expect((await only(path)).text).toBe('Satu');
  });

  it('does not happen by a page that was opened before another member handed in', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await student.post(`${path}/submission`, { text: 'Dari Norlaila', seq: 0 }).expect(303);
    const answer = await partner.post(`${path}/submission`, { text: 'Dari Deri', seq: 0 }).expect(409);
    expect(answer.text).toContain('Anggota lain sudah mengumpulkan tugas ini');
    expect(answer.text).toContain('Dari Deri');
    expect((await only(path)).text).toBe('Dari Norlaila');
  });
});

describe('revising returned work', () => {
  async function returned(): Promise<string> {
    const path = await assign();
    app.clock.set('2027-09-09T08:00:00+07:00');
    await student.post(`${path}/submission`, { text: 'Satu', seq: 0 }).expect(303);
    app.clock.set('2027-09-12T08:00:00+07:00');
    await giveBack((await only(path)).id);
    return path;
  }
  const giveBack = (submissionId: number) =>
    app.units.inTransaction(async (manager) => {
      const judgedAt = app.clock.now();
      await manager.update(Submission, { id: submissionId }, { state: 'returned', judgedAt });
      await manager.insert(Grading, {
        submissionId,
        round: 1,
        graderId: cast.instructor.id,
        state: 'returned',
        levels: {},
        feedback: 'Sebutkan sumber angkanya.',
        reason: '',
        scoreBefore: null,
        penalty: 0,
        score: null,
        version: 1,
        savedAt: judgedAt,
      });
    });

  it('is possible once within seven days, counting as late as the work first was', async () => {
    const path = await returned();
    const page = await student.get(path).expect(200);
    expect(page.text).toContain('kumpulkan perbaikan sebelum Minggu, 19 September 2027, 08.00 WIB');
    expect(page.text).toContain('Sebutkan sumber angkanya.');
    app.clock.set('2027-09-18T08:00:00+07:00');
    await student.post(`${path}/draft`).expect(303);
    await student.get(path).expect(/Terlambat 2 hari: bila dikumpulkan sekarang/);
    await student.post(`${path}/submission`, { text: 'Sumber: nota', seq: 0 }).expect(303);
    const versions = await versionsOf(path);
    expect(versions.map(({ state, daysLate, revision }) => [state, daysLate, revision])).toEqual([
      ['replaced', 2, 0],
      ['submitted', 2, 1],
    ]);
    await giveBack(versions[1]!.id);
    await student.post(`${path}/draft`, {}, path).expect(303);
    await student.get(path).expect(/Perbaikan hanya satu kali/);
    expect(await versionsOf(path)).toHaveLength(2);
  });

  it('ends after seven days', async () => {
    const path = await returned();
    app.clock.set('2027-09-19T08:01:00+07:00');
    await student.post(`${path}/draft`, {}, path).expect(303);
    await student.get(path).expect(/Waktu perbaikan sudah habis/);
    await only(path);
  });
});

describe('a member who has changed the pair', () => {
  it('keeps the work of the old one', async () => {
    const path = await assign({ submitsAs: 'pair' });
    await student.post(`${path}/submission`, { text: 'Berdua', seq: 0 }).expect(303);
    await app.units.inTransaction((manager) =>
      manager.delete(GroupMember, { enrolmentId: duo.partnerEnrolment.id, kind: 'pair' }),
    );
    await partner.get(path).expect(/Berdua/);
    const members = await app.units.inTransaction((manager) =>
      manager.countBy(SubmissionMember, { enrolmentId: duo.partnerEnrolment.id }),
    );
    expect(members).toBeGreaterThan(0);
  });
});
