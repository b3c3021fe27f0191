import { DataSource } from 'typeorm';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { GroupMember } from '../../src/cohorts/group.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom } from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { demoFile } from '../../src/seeds/demo-files.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let staff: Client;
let path: string;
const find = () => app.app.get(DataSource).manager;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  staff = await app.as(cast.staff);
  path = `/cohorts/${room.cohort.id}/enrolments`;
});
afterAll(() => app.close());

const head = 'nim;nama;kampus;prodi;surel;hp;kelas;kelompok;duet';
const bring = (client: Client, list: string, more: Record<string, string> = {}) =>
  client.post(`${path}/import`, { list, ...more });
const counts = async () => ({
  people: await find().countBy(Person, {}),
  records: await find().countBy(StudentRecord, {}),
  grants: await find().countBy(RoleGrant, {}),
  enrolments: await find().countBy(Enrolment, {}),
  members: await find().countBy(GroupMember, {}),
});

describe('the page for a list of students', () => {
  it('tells which campuses and classes a list may name', async () => {
    const { text } = await staff.get(`${path}/import`).expect(200);
    expect(text).toContain('<code>uin-palangka-raya</code>');
    expect(text).toContain('Kelas A');
  });
});

describe('bringing a list', () => {
  const list = [
    head,
    "2411160001;Muhammad Rafi'i;uin-palangka-raya;Ekonomi Syariah;rafii@contoh.test;0812-0000-7001;Kelas A;Kelompok 1;Duet 1",
    '2411160002;Dwi <b>Lestari;UIN;;;;kelas a;Kelompok 1;Duet 1',
    '2411160088;Suparti;UIN Palangka Raya;;;;Kelas A;;',
  ].join('\n');

  it('first shows what it would do, and does nothing', async () => {
    const before = await counts();
    const { text } = await bring(staff, list).expect(200);
    expect(text).toContain('Muhammad Rafi&#x27;i');
    expect(text).toContain('Dwi &lt;b&gt;Lestari');
    expect(text.match(/peserta baru/g)).toHaveLength(3);
    expect(text).toContain('Simpan 3 baris');
    expect(await counts()).toEqual(before);
  });

  it('then enrols everybody: new people, and those known already', async () => {
    const before = await counts();
    const answer = await bring(staff, list, { confirmed: 'yes' }).expect(303);
    expect(answer.headers['location']).toBe(`/cohorts/${room.cohort.id}`);
    await staff.get(`/cohorts/${room.cohort.id}`).expect(/Daftar tersimpan: 3 baris/);
    expect(await counts()).toEqual({
      people: before.people + 2,
      records: before.records + 2,
      grants: before.grants + 2,
      enrolments: before.enrolments + 3,
      members: before.members + 3 + 4,
    });
    const rafii = await find().findOneByOrFail(Person, { emailNorm: 'rafii@contoh.test' });
    expect(rafii).toMatchObject({ name: "Muhammad Rafi'i", phoneNorm: '+6281200007001', passwordHash: null });
  });

  it('changes nothing when it is brought again', async () => {
    const before = await counts();
    const preview = await bring(staff, list).expect(200);
    expect(preview.text).toContain('Semua isi daftar ini sudah tersimpan');
    await bring(staff, list, { confirmed: 'yes' }).expect(303);
    expect(await counts()).toEqual(before);
  });

  it('moves a student to another team, and keeps what the list leaves out', async () => {
    const change = `nim;nama;kampus;kelas;kelompok\n2411160001;Muhammad Rafi'i;UIN;Kelas A;Kelompok 2`;
    await bring(staff, change)
      .expect(200)
      .expect(/diperbarui/);
    await bring(staff, change, { confirmed: 'yes' }).expect(303);
    const rafii = await find().findOneByOrFail(Person, { emailNorm: 'rafii@contoh.test' });
    const members = await find().find(GroupMember, {
      where: { enrolment: { personId: rafii.id } },
      relations: { group: true },
    });
    expect(members.map(({ group }) => group.name).toSorted()).toEqual(['Duet 1', 'Kelas A', 'Kelompok 2']);
  });

  it('tells every problem by its line and saves nothing, also when it is confirmed', async () => {
    const wrong = `${list}\n2411160003;Elsi;UPR;;;;Kelas A;;\n2411160004;Deri;UIN;;norlaila@contoh.test;;Kelas Z;;\n2411160001;Rini;UIN;;;;Kelas A;;`;
    const before = await counts();
    for (const confirmed of [{}, { confirmed: 'yes' }] as Record<string, string>[]) {
      const { text } = await bring(staff, wrong, confirmed).expect(422);
      for (const problem of [
        'Baris 5</td><td class="whole">Perguruan tinggi “UPR” tidak dikenal.',
        'Baris 6</td><td class="whole">Angkatan ini tidak punya kelas “Kelas Z”.',
        'Baris 6</td><td class="whole">Surel norlaila@contoh.test sudah dipakai orang lain.',
        'Baris 7</td><td class="whole">NIM 2411160001 sudah tercatat atas nama Muhammad Rafi&#x27;i.',
        'Baris 7</td><td class="whole">NIM ini sudah ada di baris 2.',
      ])
        expect(text).toContain(problem);
      expect(text).toContain('2411160004;Deri;UIN');
    }
    expect(await counts()).toEqual(before);
  });

  it('takes a file, and says what is wrong with one that is no text', async () => {
    const upload = (file: string, content: Buffer) =>
      staff.upload(`${path}/import`, {}, [{ name: 'file', file, content }]);
    await upload('daftar.csv', Buffer.from(`\uFEFF${list}`))
      .expect(200)
      .expect(/Muhammad Rafi/);
    await upload('daftar.csv', Buffer.from([0x6e, 0xff, 0xfe, 0x00]))
      .expect(422)
      .expect(/bukan teks UTF-8/);
    await upload('daftar.csv', Buffer.alloc(200_001, 'a'))
      .expect(422)
      .expect(/tidak terkirim/);
  });

  it('asks for a list where none came, and keeps nothing of a bad one from the page', async () => {
    await bring(staff, '')
      .expect(422)
      .expect(/id="list-error"/);
    await bring(staff, '=cmd()')
      .expect(422)
      .expect(/Judul kolom ini tidak ada/);
    await bring(staff, 'a'.repeat(200_001))
      .expect(422)
      .expect(/Terlalu panjang/);
  });

  it('of a whole cohort comes in at once', async () => {
    await app.units.inTransaction(async (manager) => {
      for (const name of ['B', 'C', 'D'])
        await manager.query(
          `INSERT INTO \`groups\` (cohort_id, kind, name) VALUES (${room.cohort.id}, 'class', 'Kelas ${name}')`,
        );
    });
    const demo = (await demoFile('angkatan-1.csv')).replaceAll('iakn-palangka-raya', 'uin-palangka-raya');
    const before = await counts();
    await bring(staff, demo, { confirmed: 'yes' }).expect(303);
    expect((await counts()).enrolments).toBe(before.enrolments + 120);
  });

  it('is not for strangers, nor for who works for another cohort', async () => {
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Lisa Niun', role: 'staff', scope: 'cohort', scopeId: 99 }),
    );
    const before = await counts();
    await bring(await app.as(elsewhere), list, { confirmed: 'yes' }).expect(404);
    await bring(await app.as(cast.instructor), list, { confirmed: 'yes' }).expect(403);
    await bring(app.guest(), list, { confirmed: 'yes' }).expect(303);
    expect(await counts()).toEqual(before);
  });
});

describe('withdrawing', () => {
  const statusOf = async () => (await find().findOneByOrFail(Enrolment, { id: room.enrolment.id })).status;

  it('ends an enrolment, and can be taken back', async () => {
    const withdrawal = `${path}/${room.enrolment.id}/withdrawal`;
    await staff.post(withdrawal).expect(303);
    expect(await statusOf()).toBe('withdrawn');
    await staff.get(`/cohorts/${room.cohort.id}?search=norlaila`).expect(/Aktifkan lagi/);
    await staff.post(withdrawal).expect(303);
    expect(await statusOf()).toBe('withdrawn');
    await staff.post(`${withdrawal}/end`).expect(303);
    await staff.post(`${withdrawal}/end`).expect(303);
    expect(await statusOf()).toBe('active');
    const audit = await (await app.as(cast.admin)).get('/audit').expect(200);
    expect(audit.text.match(/<td class="whole">Mencatat peserta mengundurkan diri/g)).toHaveLength(1);
    expect(audit.text.match(/<td class="whole">Mengaktifkan lagi peserta/g)).toHaveLength(1);
  });

  it('is of an enrolment of this cohort only', async () => {
    await staff.post(`${path}/999999/withdrawal`).expect(404);
    await staff.post(`/cohorts/999999/enrolments/${room.enrolment.id}/withdrawal`).expect(404);
    expect(await statusOf()).toBe('active');
  });

  it('is not undone by a list', async () => {
    await staff.post(`${path}/${room.enrolment.id}/withdrawal`).expect(303);
    const list = `nim;nama;kampus;kelas\n2411160087;Norlaila;UIN;Kelas A`;
    await bring(staff, list)
      .expect(200)
      .expect(/tetap mengundurkan diri/);
    await bring(staff, list, { confirmed: 'yes' }).expect(303);
    expect(await statusOf()).toBe('withdrawn');
  });
});
