import { DataSource, type FindOptionsWhere, In } from 'typeorm';
import type { CoursePack } from '../../src/course-packs/course-pack.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import type { AssignmentContent, LessonContent } from '../../src/courses/activity-content.js';
import { Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { CourseFile } from '../../src/courses/course-file.entity.js';
import { Course, CourseModule, GradeComponent } from '../../src/courses/course.entity.js';
import { Fact } from '../../src/courses/fact.entity.js';
import { Question, QuestionVersion } from '../../src/courses/question.entity.js';
import { Session } from '../../src/courses/session.entity.js';
import { VersionPin } from '../../src/courses/version-pin.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { createClassroom, createLesson } from '../support/classroom.js';
import { pdfOf } from '../support/files.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let reader: DataSource;
/** Each test has a course of its own. */
let courseKey: string;
let courses = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  reader = app.app.get(DataSource);
});
afterAll(() => app.close());
beforeEach(() => {
  courses += 1;
  courseKey = `kelas-${courses}`;
});

const importing = (pack: CoursePack) => app.app.get(PackImportService).import(pack, null);
const course = () => reader.manager.findOneByOrFail(Course, { key: courseKey });
const smallCourse = async (): Promise<CoursePack> => ({
  ...(await readPackOf('test/packs/satu-pertemuan')),
  key: courseKey,
});

async function rowsOf<Row extends { courseId: number }>(table: new () => Row): Promise<Row[]> {
  const where = { courseId: (await course()).id } as FindOptionsWhere<Row>;
  return await reader.manager.find(table, { where, order: { id: 'ASC' } as object });
}

async function activityOf(key: string): Promise<Activity> {
  return await reader.manager.findOneByOrFail(Activity, { courseId: (await course()).id, key });
}

async function versionsOf(key: string): Promise<ActivityVersion[]> {
  const { id } = await activityOf(key);
  return await reader.manager.find(ActivityVersion, { where: { activityId: id }, order: { version: 'ASC' } });
}

async function everything() {
  const activities = await rowsOf(Activity);
  const questions = await rowsOf(Question);
  return {
    course: await course(),
    modules: await rowsOf(CourseModule),
    components: await rowsOf(GradeComponent),
    facts: await rowsOf(Fact),
    sessions: await rowsOf(Session),
    activities,
    questions,
    versions: await reader.manager.findBy(ActivityVersion, {
      activityId: In(activities.map(({ id }) => id)),
    }),
    texts: await reader.manager.findBy(QuestionVersion, { questionId: In(questions.map(({ id }) => id)) }),
  };
}

/** The small pack with a fact that its lesson shows. */
async function packWithFact(): Promise<CoursePack> {
  const pack = await smallCourse();
  pack.facts.push({
    key: 'harga-buku',
    value: '5.000',
    unit: 'rupiah',
    source: 'Pasar Besar',
    checkedOn: '2026-11-24',
    expiresOn: null,
    flag: 'changing',
    note: null,
  });
  lessonOf(pack).content.markdown += '\nSatu buku berharga {fakta:harga-buku}.\n';
  return pack;
}

function lessonOf(pack: CoursePack) {
  const lesson = pack.sessions[0]?.activities[0];
  if (lesson?.kind !== 'lesson') throw new Error('the pack starts with a lesson');
  return lesson;
}

describe('importing a pack', () => {
  it('writes the whole course and publishes its content', async () => {
    const report = await importing(await smallCourse());
    // One course, module, session and picture, two components, three activities, five questions.
    expect(report).toEqual({ created: 14, changed: 0, newVersions: 0, unchanged: 0, notInPack: [] });
    const [lesson] = await versionsOf('p1-materi');
    expect(lesson).toMatchObject({ version: 1, brief: { minutes: 4, bytes: expect.any(Number) } });
    const { html, words, bytes } = lesson!.content as LessonContent;
    expect(html).toContain('<section class="case">');
    expect(html).toContain('Tepat.');
    expect(bytes).toBe(Buffer.byteLength(html));
    expect(words).toBeGreaterThan(100);
    expect(await versionsOf('p1-kuis')).toMatchObject([
      { content: { purpose: 'exit', questions: 5, from: [] }, brief: { minutes: 15, questions: 5 } },
    ]);
    const [task] = await versionsOf('catatan');
    expect((task!.content as AssignmentContent).html).toContain('<ol>');
    expect(await activityOf('catatan')).toMatchObject({
      position: 3,
      submitsAs: 'individual',
      dueRule: '+7d 23:59',
      currentVersionId: task?.id,
    });
  });

  it('changes nothing when the same is imported again', async () => {
    await importing(await packWithFact());
    const before = await everything();
    app.clock.advance(86_400_000);
    const report = await importing(await packWithFact());
    expect(report).toEqual({ created: 0, changed: 0, newVersions: 0, unchanged: 15, notInPack: [] });
    expect(await everything()).toEqual(before);
  });

  it('publishes other content as the next version, and leaves the old one as it was', async () => {
    await importing(await smallCourse());
    const [before] = await versionsOf('p1-materi');
    const pack = await smallCourse();
    lessonOf(pack).content.markdown += '\nKalimat baru.\n';
    pack.sessions[0]!.questions[0]!.stem = 'Kapan dicatat?';
    expect(await importing(pack)).toMatchObject({ created: 0, newVersions: 2, changed: 0 });
    const [first, second] = await versionsOf('p1-materi');
    expect(first).toEqual(before);
    expect((second!.content as LessonContent).html).toContain('Kalimat baru.');
    expect((await activityOf('p1-materi')).currentVersionId).toBe(second?.id);
    expect((await everything()).texts.filter(({ stem }) => stem === 'Kapan dicatat?')).toMatchObject([
      { version: 2 },
    ]);
  });

  it('changes titles and dates without a new version', async () => {
    await importing(await smallCourse());
    const pack = await smallCourse();
    Object.assign(lessonOf(pack), { title: 'Empat kolom', opens: '-7d' });
    expect(await importing(pack)).toMatchObject({ changed: 1, newVersions: 0 });
    expect(await activityOf('p1-materi')).toMatchObject({ title: 'Empat kolom', opensRule: '-7d' });
  });

  it('shows a fact with its day, and publishes anew what shows one that changed', async () => {
    await importing(await packWithFact());
    const pack = await packWithFact();
    Object.assign(pack.facts[0]!, { value: '6.000', checkedOn: '2027-02-01' });
    expect(await importing(pack)).toMatchObject({ changed: 1, newVersions: 1 });
    const shown = (await versionsOf('p1-materi')).map(({ content }) =>
      /<span class="fact">.*?<\/span>/.exec((content as LessonContent).html)?.[0].replaceAll(/<[^>]*>/g, ''),
    );
    expect(shown).toEqual([
      '5.000 rupiah (diperiksa 24 November 2026, Pasar Besar)',
      '6.000 rupiah (diperiksa 1 Februari 2027, Pasar Besar)',
    ]);
  });

  it('publishes a changed fact also where the pack has not the text, and for who has begun', async () => {
    const room = await createClassroom(app, cast);
    const markdown = 'Satu buku berharga {fakta:harga-buku}.';
    const begun = await app.units.inTransaction(async (manager) => {
      const [fact] = (await packWithFact()).facts;
      const before = { ...fact!, value: '4.000', checkedOn: '2026-01-01' };
      await manager.save(manager.create(Fact, { ...before, courseId: room.course.id, checkedById: null }));
      const content = { markdown, facts: ['harga-buku'], html: '<p>4.000</p>' };
      const { id } = await createLesson(manager, room, content, { key: 'ditulis-di-sini', position: 9 });
      const { currentVersionId } = await manager.findOneByOrFail(Activity, { id });
      const pin = { activityId: id, activityVersionId: currentVersionId ?? 0, cohortId: room.cohort.id };
      await manager.insert(VersionPin, pin);
      return id;
    });
    const report = await importing({ ...(await packWithFact()), key: room.course.key });
    expect(report).toMatchObject({ newVersions: 1 });
    const versions = await reader.manager.findBy(ActivityVersion, { activityId: begun });
    expect(versions.map(({ content }) => (content as LessonContent).html)).toEqual([
      '<p>4.000</p>',
      expect.stringContaining('5.000 rupiah'),
    ]);
    expect(await reader.manager.countBy(VersionPin, { activityId: begun })).toBe(0);
  });

  it('leaves a fact alone that a person has checked since', async () => {
    await importing(await packWithFact());
    await app.units.inTransaction(async (manager) =>
      manager.update(
        Fact,
        { courseId: (await course()).id, key: 'harga-buku' },
        { value: '7.000', checkedOn: '2027-03-01', checkedById: cast.staff.id },
      ),
    );
    await importing(await packWithFact());
    const [fact] = await rowsOf(Fact);
    expect(fact).toMatchObject({ value: '7.000', checkedById: cast.staff.id });
    expect(((await versionsOf('p1-materi')).at(-1)!.content as LessonContent).html).toContain('7.000 rupiah');
  });

  it('leaves alone what the pack no longer has, and says so', async () => {
    await importing(await smallCourse());
    const pack = await smallCourse();
    pack.sessions[0]!.activities.pop();
    pack.sessions[0]!.questions.pop();
    const { id, currentVersionId } = await activityOf('catatan');
    expect((await importing(pack)).notInPack).toEqual(['catatan', 'satu-q5']);
    expect(await activityOf('catatan')).toMatchObject({ id, currentVersionId });
  });

  it('refuses a key that an activity of another kind has, and writes nothing', async () => {
    await importing(await smallCourse());
    const before = await everything();
    const pack = await smallCourse();
    pack.title = 'Lain';
    pack.sessions[0]!.activities[1]!.key = 'p1-materi';
    await expect(importing(pack)).rejects.toMatchObject({ key: 'course-packs.otherKind' });
    expect(await everything()).toEqual(before);
  });

  it('is completed by importing again where it was cut off', async () => {
    const pack = await smallCourse();
    const activities = [{ ...lessonOf(pack), key: 'p2-materi' }];
    const second = { ...pack.sessions[0]!, key: 'P2', number: 2, questions: [], activities };
    const broken = { ...second, activities: [{ ...lessonOf(pack), key: null as unknown as string }] };
    await expect(importing({ ...pack, sessions: [pack.sessions[0]!, broken] })).rejects.toThrow();
    expect(await rowsOf(Session)).toHaveLength(2);
    expect(await rowsOf(Activity)).toHaveLength(3);
    const report = await importing({ ...pack, sessions: [pack.sessions[0]!, second] });
    expect(report).toEqual({ created: 1, changed: 0, newVersions: 0, unchanged: 15, notInPack: [] });
  });

  it('gives modules the order of the pack, and drops those that no session is in', async () => {
    const pack = await smallCourse();
    pack.modules = [
      { key: 'M0', title: 'Kosong', hours: 2 },
      { key: 'M1', title: 'Catatan penjualan', hours: 1 },
    ];
    await importing(pack);
    await importing(await smallCourse());
    const modules = await rowsOf(CourseModule);
    expect(modules).toMatchObject([{ key: 'M1', position: 1, hours: 3 }]);
    expect((await rowsOf(Session))[0]?.moduleId).toBe(modules[0]?.id);
  });

  it('lets a component that is gone weigh nothing', async () => {
    await importing(await smallCourse());
    const pack = await smallCourse();
    pack.components = [{ key: 'quiz', name: 'Kuis', weight: 10_000 }];
    expect((await importing(pack)).notInPack).toEqual(['assignment']);
    const weights = (await rowsOf(GradeComponent)).map(({ key, weight }) => [key, weight]);
    expect(weights).toEqual([
      ['quiz', 10_000],
      ['assignment', 0],
    ]);
  });

  it('takes the course that the product carries, every session of it', async () => {
    const pack = { ...(await readPackOf('content/kader-pendamping')), key: courseKey };
    await importing(pack);
    const before = await everything();
    expect(before.sessions).toHaveLength(24);
    expect(before.activities.every(({ currentVersionId }) => currentVersionId !== null)).toBe(true);
    expect(before.facts).toHaveLength(pack.facts.length);
    expect(await importing(pack)).toMatchObject({ created: 0, changed: 0, newVersions: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe('a file beside a text', () => {
  const packWithFile = async (text: string): Promise<CoursePack> => {
    const pack = await smallCourse();
    lessonOf(pack).content.markdown += '\n[Buku kas](files/buku-kas.pdf)\n';
    return { ...pack, files: [{ name: 'buku-kas.pdf', type: 'application/pdf', bytes: await pdfOf(text) }] };
  };
  const addresses = async () =>
    (await versionsOf('p1-materi')).map(
      ({ content }) =>
        /class="download" href="(\/files\/[\da-f]{64}\/buku-kas\.pdf)">Buku kas <small>PDF, \d+ k?B</.exec(
          (content as LessonContent).html,
        )?.[1],
    );

  it('is given to save with its kind and size; the same again changes nothing', async () => {
    const pack = await packWithFile('Edisi satu');
    expect(await importing(pack)).toMatchObject({ created: 15 });
    const before = await everything();
    expect(await importing(pack)).toMatchObject({ created: 0, changed: 0, newVersions: 0 });
    expect(await everything()).toEqual(before);
    expect(await rowsOf(CourseFile)).toMatchObject([{ name: 'buku-kas.pdf', isCurrent: true }]);
    expect(await addresses()).toEqual([expect.any(String)]);
  });

  it('publishes the text anew with other content, and leaves what was published as it was', async () => {
    await importing(await packWithFile('Edisi satu'));
    expect(await importing(await packWithFile('Edisi dua'))).toMatchObject({ changed: 1, newVersions: 1 });
    const [old, current] = await addresses();
    expect(old).toBeDefined();
    expect(current).toBeDefined();
    expect(current).not.toBe(old);
    expect((await rowsOf(CourseFile)).map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  });
});
