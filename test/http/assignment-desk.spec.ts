import { Submission } from '../../src/assignments/submission.entity.js';
import type { AssignmentContent } from '../../src/courses/activity-content.js';
import { type Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { ActivityDraft } from '../../src/courses/activity-draft.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom, createLesson } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { pdfOf } from '../support/files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let instructor: Client;
/** Teaches nothing here. */
let stranger: Client;
let made = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  instructor = await app.as(cast.instructor);
  const person = await app.units.inTransaction((manager) =>
    createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
  );
  stranger = await app.as(person);
});
afterAll(() => app.close());

const newAssignment = (more: Partial<Omit<Activity, 'id'>> = {}): Promise<Activity> =>
  app.units.inTransaction((manager) =>
    createAssignment(manager, room, {}, { key: `T${(made += 1)}`, title: 'Data awal UMKM', ...more }),
  );

type Fields = Record<string, string | string[]>;

const criterion = (key: string, name: string, weight: string): Fields => ({
  [`name[${key}]`]: name,
  [`weight[${key}]`]: weight,
  [`level4[${key}]`]: `${name} unggul`,
  [`level3[${key}]`]: `${name} memenuhi`,
  [`level2[${key}]`]: `${name} berkembang`,
  [`level1[${key}]`]: `${name} belum`,
});

const written = (more: Fields = {}): Fields => ({
  instructions: 'Tulis **dua** halaman.',
  accepts: ['pdf', 'docx'],
  maxMegabytes: '10',
  maxFiles: '2',
  ...criterion('bukti', 'Bukti', '62,5'),
  ...criterion('rapi', 'Kerapian', '37,5'),
  step: 'publish',
  ...more,
});

const versionsOf = async ({ id }: Pick<Activity, 'id'>): Promise<AssignmentContent[]> => {
  const versions = await app.units.inTransaction((manager) =>
    manager.find(ActivityVersion, { where: { activityId: id }, order: { version: 'ASC' } }),
  );
  return versions.map(({ content }) => content as AssignmentContent);
};

type Of = Pick<Activity, 'id'>;
const draftOf = async ({ id }: Of): Promise<unknown> =>
  (await app.units.inTransaction((manager) => manager.findOneBy(ActivityDraft, { activityId: id })))?.source;
const seenIn = (text: string): string => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
const seenOn = async (client: Client, of: Of): Promise<string> =>
  seenIn((await client.get(addressOf(of)).expect(200)).text);
const saveAs = async (client: Client, of: Of, fields: Fields, seen?: string) =>
  await client.post(addressOf(of), { ...fields, seen: seen ?? (await seenOn(client, of)) });
/** By the two steps of the desk: checked at its form, then published. */
async function publishAs(client: Client, of: Of, fields: Fields): Promise<void> {
  expect((await saveAs(client, of, fields)).headers['location']).toBe(`/activities/${of.id}/publication`);
  await client
    .post(`/activities/${of.id}/publication`, { seen: await seenOn(client, of) })
    .expect(303)
    .expect('Location', addressOf(of));
}

const addressOf = ({ id }: Pick<Activity, 'id'>): string => `/assignments/${id}/edit`;

describe('the form of an assignment', () => {
  it('holds what is published, and is reached from its preview', async () => {
    const assignment = await newAssignment();
    const { text } = await instructor.get(addressOf(assignment)).expect(200);
    expect(text).toContain('Tulis satu halaman.</textarea>');
    expect(text).toMatch(/name="weight\[bukti\]" value="60"/);
    expect(text).toMatch(/name="accepts" value="pdf" checked/);
    const preview = await instructor.get(`/assignments/${assignment.id}`).expect(200);
    expect(preview.text).toContain(`href="${addressOf(assignment)}"`);
  });

  it('publishes the next version', async () => {
    const assignment = await newAssignment();
    await publishAs(await app.as(cast.staff), assignment, written());
    expect(await draftOf(assignment)).toBeUndefined();
    const [first, second, ...more] = await versionsOf(assignment);
    expect(more).toEqual([]);
    expect(first?.rubric[0]?.weight).toBe(6000);
    expect(second).toMatchObject({
      instructions: 'Tulis **dua** halaman.',
      accepts: ['pdf', 'docx'],
      maxBytes: 10_000_000,
      maxFiles: 2,
      rubric: [
        { key: 'bukti', name: 'Bukti', weight: 6250, levels: { 4: 'Bukti unggul', 1: 'Bukti belum' } },
        { key: 'rapi', weight: 3750 },
      ],
    });
    expect(second?.html).toContain('<strong>dua</strong>');
  });

  it('leaves work that was handed in its rubric', async () => {
    const assignment = await newAssignment();
    const student = await app.as(cast.student);
    await student
      .upload(`/assignments/${assignment.id}/submission`, { text: 'Isi.', seq: 0 }, [])
      .expect(303);
    await publishAs(instructor, assignment, written());
    const work = await app.units.inTransaction((manager) =>
      manager.findOneOrFail(Submission, {
        where: { activityId: assignment.id },
        relations: { activityVersion: true },
      }),
    );
    expect(work.activityVersion.version).toBe(1);
    const desk = await instructor.get(`/submissions/${work.id}`).expect(200);
    expect(desk.text).not.toContain('Kerapian');
  });

  it.each<[string, Fields, RegExp]>([
    ['weights of 90', { 'weight[rapi]': '27,5' }, /role="alert">Bobot semua kriteria harus berjumlah 100/],
    ['a weight that is none', { 'weight[rapi]': 'banyak' }, /id="weight\[rapi\]-error">Tulis angka/],
    ['a weight of nothing', { 'weight[rapi]': '0' }, /id="weight\[rapi\]-error">Tulis angka/],
    ['a criterion without a name', { 'name[rapi]': '' }, /id="name\[rapi\]-error">Isi bagian ini/],
    ['a level without its text', { 'level2[rapi]': '' }, /id="level2\[rapi\]-error">Isi bagian ini/],
    ['no instructions', { instructions: '' }, /id="instructions-error">Isi bagian ini/],
    ['a picture that is not there', { instructions: 'a\n\n![x](pictures/x.svg)' }, /error">Baris 3: /],
    ['no kind of file', { accepts: ['exe'] }, /class="error">Isi bagian ini/],
    ['files too large', { maxMegabytes: '101' }, /id="maxMegabytes-error">Tulis angka/],
    ['no number of files', { maxFiles: '0' }, /id="maxFiles-error">Tulis angka/],
  ])('says at its field what is wrong with %s, and keeps the rest', async (_what, more, says) => {
    const assignment = await newAssignment();
    const seen = await seenOn(instructor, assignment);
    const { text, status } = await saveAs(instructor, assignment, written(more), seen);
    expect(status).toBe(422);
    expect(text).toMatch(says);
    expect(text).toContain('Bukti unggul</textarea>');
    expect(text).toContain(`name="seen" value="${seen}"`);
    expect(await draftOf(assignment)).toBeUndefined();
    expect(await versionsOf(assignment)).toHaveLength(1);
  });

  it('adds and removes criteria and keeps what was typed', async () => {
    const assignment = await newAssignment();
    const added = await instructor.post(addressOf(assignment), written({ step: 'add' })).expect(200);
    expect(added.text).toContain('name="name[kriteria-3]"');
    expect(added.text).toContain('Kerapian unggul</textarea>');
    const removed = await instructor
      .post(addressOf(assignment), written({ step: 'remove:rapi' }))
      .expect(200);
    expect(removed.text).not.toContain('Kerapian');
    expect(removed.text).toContain('Bukti unggul</textarea>');
    expect(await versionsOf(assignment)).toHaveLength(1);
  });

  it('shows a preview with nothing that runs in it', async () => {
    const assignment = await newAssignment();
    const fields = written({ step: 'preview', instructions: '**Tebal** <script>x</script>' });
    const { text } = await instructor.post(addressOf(assignment), fields).expect(200);
    expect(text).toContain('<strong>Tebal</strong>');
    expect(text).not.toContain('<script>x');
  });

  it('keeps a draft as it stands, which no learner sees and nobody publishes before it is complete', async () => {
    const assignment = await newAssignment();
    const half = written({ 'weight[rapi]': '10', instructions: 'Baru separuh.', step: 'save' });
    expect((await saveAs(instructor, assignment, half)).status).toBe(303);
    const { text } = await instructor.get(addressOf(assignment)).expect(200);
    expect(text).toContain('Baru separuh.</textarea>');
    expect(text).toMatch(/name="weight\[rapi\]" value="10"/);
    const student = await app.as(cast.student);
    expect((await student.get(`/assignments/${assignment.id}`)).text).not.toContain('Baru separuh.');
    const publication = `/activities/${assignment.id}/publication`;
    const seen = seenIn(text);
    const refused = await instructor.post(publication, { seen }).expect(422);
    expect(refused.text).toContain('Ada isian yang belum lengkap atau belum tepat.');
    expect(await versionsOf(assignment)).toHaveLength(1);
    await instructor.post(`/activities/${assignment.id}/draft/removal`, { seen }).expect(303);
    expect(await draftOf(assignment)).toBeUndefined();
  });

  it('says before it is published which cohort keeps which version', async () => {
    const assignment = await newAssignment();
    const student = await app.as(cast.student);
    await student
      .upload(`/assignments/${assignment.id}/submission`, { text: 'Isi.', seq: 0 }, [])
      .expect(303);
    await saveAs(instructor, assignment, written());
    const { text } = await instructor.get(`/activities/${assignment.id}/publication`).expect(200);
    expect(text).toMatch(/1 peserta sudah mulai.*tetap versi 1/s);
    expect(text).toMatch(/Bobot kriteria 1 \(%\)<\/strong>: <del>60<\/del> → <ins>62,5<\/ins>/);
    expect(text).not.toContain('Perbaikan kecil');
  });

  it('shows both to the second of two authors and overwrites nothing', async () => {
    const assignment = await newAssignment();
    const seen = await seenOn(instructor, assignment);
    await saveAs(await app.as(cast.admin), assignment, written({ instructions: 'Tulis Admin' }));
    const mine = written({ instructions: 'Tulis Pengajar' });
    const { text, status } = await saveAs(instructor, assignment, mine, seen);
    expect(status).toBe(409);
    expect(text).toContain('<del>Admin</del>');
    expect(text).toContain('<ins>Pengajar</ins>');
    expect(text).toContain('Tulis Pengajar</textarea>');
    expect(await draftOf(assignment)).toMatchObject({ instructions: 'Tulis Admin' });
    expect((await saveAs(instructor, assignment, mine, seenIn(text))).status).toBe(303);
    expect(await draftOf(assignment)).toMatchObject({ instructions: 'Tulis Pengajar' });
  });

  it('restores an older version as the next', async () => {
    const assignment = await newAssignment();
    await publishAs(instructor, assignment, written());
    const history = `/activities/${assignment.id}/versions`;
    await instructor.get(history).expect(/Versi 2<\/a>.*Versi 1<\/a>/s);
    await instructor.get(`${history}/2`).expect(/<ins>62,5<\/ins>/);
    await instructor.get(`${history}/7`).expect(404);
    await instructor.post(`${history}/1/restoration`).expect(303).expect('Location', addressOf(assignment));
    await instructor.get(addressOf(assignment)).expect(/Tulis satu halaman\.<\/textarea>/);
    const seen = await seenOn(instructor, assignment);
    await instructor.post(`/activities/${assignment.id}/publication`, { seen }).expect(303);
    const versions = await versionsOf(assignment);
    expect(versions.map(({ instructions }) => instructions)).toEqual([
      'Tulis satu halaman.',
      'Tulis **dua** halaman.',
      'Tulis satu halaman.',
    ]);
    expect(versions[2]?.rubric).toEqual(versions[0]?.rubric);
  });

  it('asks for no files where the work is graded live', async () => {
    const assignment = await newAssignment({ submitsAs: 'none' });
    const { text } = await instructor.get(addressOf(assignment)).expect(200);
    expect(text).not.toContain('name="accepts"');
    await publishAs(instructor, assignment, written({ accepts: [], maxFiles: '' }));
    expect((await versionsOf(assignment)).at(-1)).toMatchObject({ accepts: [], maxFiles: 0 });
  });

  it('is not there for others', async () => {
    const assignment = await newAssignment();
    await stranger.get(addressOf(assignment)).expect(404);
    await stranger.post(addressOf(assignment), written()).expect(404);
    const student = await app.as(cast.student);
    await student.get(addressOf(assignment)).expect(403);
    await student.post(addressOf(assignment), written()).expect(403);
    await app.guest().get(addressOf(assignment)).expect(303);
    await instructor.get('/assignments/999999/edit').expect(404);
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, {}, { key: 'materi' }),
    );
    await instructor.post(addressOf(lesson), written()).expect(404);
    expect(await versionsOf(assignment)).toHaveLength(1);
  });
});

describe('a file for the instructions', () => {
  const send = async (
    client: Client,
    assignment: Activity,
    file: string,
    content: Buffer,
    more: Fields = {},
  ) =>
    await client.upload(`${addressOf(assignment)}/files`, { ...written(more), step: '' }, [
      { name: 'file', file, content },
    ]);

  it('is taken while the form stays as typed, and is given with what is published', async () => {
    const assignment = await newAssignment();
    const instructions = 'Isi [formulir](files/formulir.pdf).';
    const sent = await send(instructor, assignment, 'Formulir.pdf', await pdfOf('a'), { instructions });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Lampiran formulir.pdf siap dipakai.');
    expect(sent.text).toContain(`${instructions}</textarea>`);
    expect(sent.text).toMatch(/name="weight\[bukti\]" value="62,5"/);
    expect(await versionsOf(assignment)).toHaveLength(1);
    await publishAs(instructor, assignment, written({ instructions }));
    const html = (await versionsOf(assignment)).at(-1)!.html;
    const [, href = ''] = /href="(\/files\/[^"]*)">formulir <small>PDF, \d+ k?B</.exec(html) ?? [];
    await (await app.as(cast.student)).get(href).expect(200);
  });

  it('that is none is refused at its field, and nothing typed is lost', async () => {
    const assignment = await newAssignment();
    const sent = await send(instructor, assignment, 'a.pdf', Buffer.from('<p>Halo'), {
      instructions: 'Saya.',
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toMatch(/id="file-error" role="alert">Pilih berkas PDF/);
    expect(sent.text).toContain('Saya.</textarea>');
    expect(sent.text).toMatch(/name="weight\[bukti\]" value="62,5"/);
  });

  it('is taken from nobody else', async () => {
    const assignment = await newAssignment();
    const pdf = await pdfOf('a');
    expect((await send(stranger, assignment, 'a.pdf', pdf)).status).toBe(404);
    expect((await send(await app.as(cast.student), assignment, 'a.pdf', pdf)).status).toBe(403);
    expect((await send(app.guest(), assignment, 'a.pdf', pdf)).status).toBe(303);
  });
});
