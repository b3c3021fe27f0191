import { DataSource } from 'typeorm';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { ActivityVersion } from '../../src/courses/activity.entity.js';
import type { LessonContent } from '../../src/courses/activity-content.js';
import { Fact } from '../../src/courses/fact.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createAssignment, createClassroom, createLesson } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let reader: DataSource;
let instructor: Client;
let lessonId: number;
let assignmentId: number;
let ids: Record<'minimum' | 'kur' | 'old' | 'expired', number>;

const plain = { unit: null, checkedById: null, expiresOn: null, flag: null, note: null };

/** A new course for each test, so that none depends on another. */
beforeEach(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  reader = app.app.get(DataSource);
  instructor = await app.as(cast.instructor);
  await app.units.inTransaction(async (manager) => {
    const markdown = 'Upahnya {fakta:upah}.\n\nBunganya {fakta:kur}.';
    const facts = ['upah', 'kur'];
    const lesson = { markdown, facts, html: '<p>lama</p>' };
    lessonId = (await createLesson(manager, room, lesson, { key: 'p1-materi', position: 1 })).id;
    const instructions = 'Pakai {fakta:upah}.';
    const task = { instructions, facts: ['upah'], html: '<p>lama</p>' };
    assignmentId = (await createAssignment(manager, room, task, { key: 't1', position: 2 })).id;
    await createLesson(manager, room, {}, { key: 'p1-lain', position: 3 });
    const courseId = room.course.id;
    const put = async (fact: Partial<Fact> & Pick<Fact, 'key' | 'value' | 'checkedOn'>): Promise<number> => {
      const row = manager.create(Fact, { ...plain, courseId, source: 'PP 7/2021', ...fact });
      return (await manager.save(row)).id;
    };
    ids = {
      minimum: await put({ key: 'upah', value: 'Rp3.473.621', checkedOn: '2027-08-01', unit: 'sebulan' }),
      kur: await put({ key: 'kur', value: '6 persen', checkedOn: '2027-08-02', flag: 'changing' }),
      old: await put({
        key: 'hari-jadi',
        value: '23 Mei',
        checkedOn: '2027-06-30',
        note: 'Cek laman resmi.',
      }),
      expired: await put({
        key: 'batas',
        value: 'Okt 2026',
        checkedOn: '2027-08-01',
        expiresOn: '2027-08-20',
      }),
    };
  });
});
afterEach(() => app.close());

const stored = (id: number) => reader.manager.findOneByOrFail(Fact, { id });
const versionsOf = (activityId: number) =>
  reader.manager.find(ActivityVersion, { where: { activityId }, order: { version: 'ASC' } });
const audit = () => reader.manager.find(AuditEntry, { order: { id: 'ASC' } });

async function seenOf(id: number, client = instructor): Promise<string> {
  const { text } = await client.get(`/facts/${id}`).expect(200);
  return /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
}
const fields = { value: 'Rp3.600.000', unit: 'sebulan', source: 'Kepgub 2028', expiresOn: '2028-12-31' };

describe('the facts to check', () => {
  it('come by pages of 50, the most urgent first, within what is asked for', async () => {
    const { id: courseId } = room.course;
    await app.units.inTransaction(async (manager) => {
      const more = Array.from({ length: 48 }, (_each, n) => ({
        ...plain,
        courseId,
        key: `angka-${n}`,
        value: `${n} jiwa`,
        source: 'BPS',
        checkedOn: '2027-08-15',
      }));
      await manager.insert(Fact, more);
    });
    const articles = (page: string): number => page.match(/<article /g)?.length ?? 0;
    const first = (await instructor.get('/facts?show=all').expect(200)).text;
    expect(articles(first)).toBe(50);
    expect(first).toContain('>23 Mei<');
    const [, next = ''] = /rel="next" href="([^"]*)"/.exec(first) ?? [];
    const address = next.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
    expect(address).toBe(`/facts?course=${courseId}&show=all&page=2`);
    const second = (await instructor.get(address).expect(200)).text;
    expect(articles(second)).toBe(2);
    expect(second).not.toContain('>23 Mei<');
    expect((await instructor.get('/facts').expect(200)).text).not.toContain('rel="next"');
  });

  it('begin with what is due, and say why, where it is shown and who looked', async () => {
    const { text } = await instructor.get('/facts').expect(200);
    const order = ['23 Mei', 'Okt 2026', '6 persen'].map((value) => text.indexOf(`>${value}<`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).not.toContain('>Rp3.473.621 sebulan<');
    for (const said of [
      'dicek terlalu lama',
      'masa berlaku habis',
      'berubah-ubah',
      'Cek laman resmi.',
      'dari paket materi',
      `<a href="/lessons/${lessonId}">P1 · p1-materi</a>`,
      'Perlu dicek (3)',
      'Semua (4)',
      'sejak 1 Juli 2027',
    ])
      expect(text).toContain(said);
  });

  it.each([
    ['all', 4],
    ['flagged', 1],
    ['due', 3],
    ['nonsense', 3],
  ])('are filtered: %s', async (show, count) => {
    const { text } = await instructor.get(`/facts?show=${show}`).expect(200);
    expect(text.match(/<article /g)).toHaveLength(count);
  });

  it('ask the staff on their first page, until all are looked at', async () => {
    const staff = await app.as(cast.staff);
    expect((await staff.get('/home').expect(200)).text).toContain('3 data perlu dicek.');
    await app.units.inTransaction((manager) =>
      manager.update(
        Fact,
        { courseId: room.course.id },
        { checkedById: cast.staff.id, checkedOn: '2027-08-31', expiresOn: null },
      ),
    );
    expect((await staff.get('/home').expect(200)).text).not.toContain('data perlu dicek');
    expect((await staff.get('/facts').expect(200)).text).toContain('Semua data sudah dicek');
  });

  it('are due again for the next cohort', async () => {
    await app.units.inTransaction((manager) =>
      manager.update(Cohort, { id: room.cohort.id }, { startsOn: '2028-02-07' }),
    );
    expect((await instructor.get('/facts')).text).toContain('Perlu dicek (4)');
  });

  it('cost no more queries when there are more', async () => {
    const few = await countQueries(app, () => instructor.get('/facts?show=all').expect(200));
    await app.units.inTransaction(async (manager) => {
      for (let number = 0; number < 30; number++)
        await manager.insert(Fact, {
          ...plain,
          courseId: room.course.id,
          key: `f${number}`,
          value: '1',
          source: 's',
          checkedOn: '2026-01-01',
          checkedById: cast.staff.id,
        });
    });
    expect(await countQueries(app, () => instructor.get('/facts?show=all').expect(200))).toBeLessThanOrEqual(
      few + 1,
    );
  });
});

describe('a fact that was looked at and holds', () => {
  it('bears the day and the name, and each text that shows it is published anew', async () => {
    await instructor
      .post(`/facts/${ids.minimum}/check`, { seen: await seenOf(ids.minimum) })
      .expect(303)
      .expect('Location', `/facts?course=${room.course.id}`);
    expect(await stored(ids.minimum)).toMatchObject({
      checkedOn: '2027-08-31',
      checkedById: cast.instructor.id,
      value: 'Rp3.473.621',
    });
    expect((await instructor.get('/facts?show=all')).text).toContain(
      'diperiksa 31 Agustus 2027 oleh Elsi Bahen',
    );
    expect(await audit()).toMatchObject([
      { action: 'facts.audit.confirmed', actorId: cast.instructor.id, recordId: String(ids.minimum) },
    ]);
    await app.work();
    for (const id of [lessonId, assignmentId]) {
      const [, anew, none] = await versionsOf(id);
      expect((anew!.content as LessonContent).html).toContain('diperiksa 31 Agustus 2027, PP 7/2021');
      expect(anew).toMatchObject({ version: 2, authorId: cast.instructor.id });
      expect(none).toBeUndefined();
    }
    const student = await app.as(cast.student);
    expect((await student.get(`/lessons/${lessonId}`).expect(200)).text).toContain(
      'diperiksa 31 Agustus 2027',
    );
  });

  it('is refused when somebody has changed it since the page was shown', async () => {
    const seen = await seenOf(ids.minimum);
    await instructor.post(`/facts/${ids.minimum}`, { ...fields, seen }).expect(303);
    const before = await stored(ids.minimum);
    await instructor.post(`/facts/${ids.minimum}/check`, { seen }, '/facts').expect(303);
    expect((await instructor.get('/facts')).text).toContain('baru saja diubah orang lain');
    expect(await stored(ids.minimum)).toEqual(before);
    expect(await audit()).toHaveLength(1);
  });

  it('needs another date where its time is over', async () => {
    expect((await instructor.get('/facts')).text).not.toContain(`/facts/${ids.expired}/check`);
    await instructor
      .post(`/facts/${ids.expired}/check`, { seen: await seenOf(ids.expired) })
      .expect(303)
      .expect('Location', `/facts/${ids.expired}`);
    expect((await stored(ids.expired)).checkedById).toBeNull();
  });
});

describe('a fact that is changed', () => {
  it('reaches every text, and what changed is on record', async () => {
    const seen = await seenOf(ids.minimum);
    await instructor
      .post(`/facts/${ids.minimum}`, { ...fields, seen, flag: 'unverified', note: 'Tunggu SK.' })
      .expect(303)
      .expect('Location', `/facts?course=${room.course.id}&show=all`);
    expect(await stored(ids.minimum)).toMatchObject({
      ...fields,
      flag: 'unverified',
      note: 'Tunggu SK.',
      checkedOn: '2027-08-31',
      checkedById: cast.instructor.id,
    });
    const [entry] = await audit();
    expect(entry).toMatchObject({
      action: 'facts.audit.changed',
      fields: { value: { from: 'Rp3.473.621', to: 'Rp3.600.000' }, flag: { from: null, to: 'unverified' } },
    });
    await app.work();
    const versions = await versionsOf(lessonId);
    const { html, markdown } = versions.at(-1)!.content as LessonContent;
    expect(versions).toHaveLength(2);
    expect(html).toContain('Rp3.600.000 sebulan');
    expect(html).not.toContain('3.473.621');
    expect(markdown).toBe('Upahnya {fakta:upah}.\n\nBunganya {fakta:kur}.');
  });

  it('reaches the text of a lesson also where somebody has begun it', async () => {
    const student = await app.as(cast.student);
    await student.post(`/lessons/${lessonId}/opening`).expect(204);
    await instructor
      .post(`/facts/${ids.minimum}`, { ...fields, seen: await seenOf(ids.minimum) })
      .expect(303);
    await app.work();
    expect((await student.get(`/lessons/${lessonId}`).expect(200)).text).toContain('Rp3.600.000 sebulan');
  });

  it('may be changed again at once: the last word stands', async () => {
    for (const value of ['Rp1', 'Rp2', 'Rp3'])
      await instructor
        .post(`/facts/${ids.minimum}`, { ...fields, value, seen: await seenOf(ids.minimum) })
        .expect(303);
    await app.work();
    await app.work();
    const versions = await versionsOf(lessonId);
    expect((versions.at(-1)!.content as LessonContent).html).toContain('Rp3 sebulan');
  });

  it('shows the second of two editors what the first wrote, and keeps what was typed', async () => {
    const staff = await app.as(cast.staff);
    const seen = await seenOf(ids.minimum, staff);
    await instructor.post(`/facts/${ids.minimum}`, { ...fields, seen }).expect(303);
    const late = { ...fields, value: 'Rp9.999.999', seen };
    const { text } = await staff.post(`/facts/${ids.minimum}`, late).expect(409);
    expect(text).toContain('Orang lain sudah mengubah data ini');
    expect(text).toContain('Rp3.600.000 sebulan · Kepgub 2028');
    expect(text).toContain('oleh Elsi Bahen');
    expect(text).toContain('value="Rp9.999.999"');
    expect((await stored(ids.minimum)).value).toBe('Rp3.600.000');
    const again = /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
    await staff.post(`/facts/${ids.minimum}`, { ...late, seen: again }).expect(303);
    expect((await stored(ids.minimum)).value).toBe('Rp9.999.999');
  });

  it.each([
    ['no value', { value: ' ' }, 'value'],
    ['a value too long', { value: 'x'.repeat(121) }, 'value'],
    ['no source', { source: '' }, 'source'],
    ['a flag of one’s own', { flag: 'salah' }, 'flag'],
    ['no day', { expiresOn: 'besok' }, 'expiresOn'],
    ['a day that is past', { expiresOn: '2027-08-30' }, 'expiresOn'],
  ])('is refused in place with %s, keeping what was typed', async (_what, wrong, field) => {
    const before = await stored(ids.kur);
    const seen = await seenOf(ids.kur);
    const { text } = await instructor
      .post(`/facts/${ids.kur}`, { ...fields, unit: 'per tahun', seen, ...wrong })
      .expect(422);
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain('value="per tahun"');
    expect(text).toContain(`name="seen" value="${seen}"`);
    expect(await stored(ids.kur)).toEqual(before);
  });

  it('is escaped in texts', async () => {
    const value = '<b>6</b> & 7';
    await instructor.post(`/facts/${ids.kur}`, { ...fields, value, seen: await seenOf(ids.kur) }).expect(303);
    await app.work();
    const { html } = (await versionsOf(lessonId)).at(-1)!.content as LessonContent;
    expect(html).toContain('&lt;b&gt;6&lt;/b&gt; &amp; 7');
    expect(html).not.toContain('<b>6');
  });
});

describe('the facts', () => {
  it('are not there for who teaches another course', async () => {
    const other = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Rahmat', role: 'instructor' }),
    );
    const stranger = await app.as(other);
    expect((await stranger.get('/facts').expect(200)).text).toContain('belum mengajar');
    await stranger.get(`/facts/${ids.kur}`).expect(404);
    await stranger.post(`/facts/${ids.kur}`, fields).expect(404);
    await stranger.post(`/facts/${ids.kur}/check`).expect(404);
    await instructor.get('/facts/999999').expect(404);
  });

  it('are for who teaches and for the office', async () => {
    for (const who of [cast.student, cast.coordinator]) {
      const client = await app.as(who);
      await client.get('/facts').expect(403);
      await client.post(`/facts/${ids.kur}/check`).expect(403);
    }
    await app.guest().get('/facts').expect(303);
    for (const who of [cast.staff, cast.admin]) await (await app.as(who)).get('/facts').expect(200);
  });
});
