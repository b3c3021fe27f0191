import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { BatchMember, CertificateBatch } from '../../src/certificates/certificate-batch.entity.js';
import { Signatory } from '../../src/certificates/signatory.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, headOfOffice } from '../support/graduates.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let graduation: Graduation;
let staff: Client;
let enrolments: Record<string, Enrolment>;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  staff = await app.as(graduation.cast.staff);
  enrolments = await app.units.inTransaction(async (manager) => ({
    ahmad: await graduate(manager, graduation, { name: 'Ahmad Fauzan', score: 8410 }),
    elsi: await graduate(manager, graduation, { name: 'Elsi Bahen Muda', score: 9175, visits: 6 }),
    ririn: await graduate(manager, graduation, { name: 'Ririn Antang', score: 6890 }),
    rafii: await graduate(manager, graduation, { name: 'Muhammad Rafi’i', visits: 2 }),
    lisa: await graduate(manager, graduation, { name: 'Lisa Niun' }),
  }));
  await app.units.inTransaction((manager) =>
    manager.update(Enrolment, { id: idOf('lisa') }, { status: 'withdrawn' }),
  );
});
afterAll(() => app.close());

const idOf = (who: string): number => enrolments[who]?.id ?? 0;
const text = async (path: string): Promise<string> => (await staff.get(path).expect(200)).text;
const members = () => app.app.get(DataSource).manager.find(BatchMember, { order: { id: 'ASC' } });
const batches = () => app.app.get(DataSource).manager.find(CertificateBatch);

/** What stands in the rows of a table, in order, for names to be looked for. */
const order = (page: string, ...names: string[]): string[] =>
  names.toSorted((a, b) => page.indexOf(`>${a}<`) - page.indexOf(`>${b}<`));

async function forgetBatches(): Promise<void> {
  await app.units.inTransaction(async (manager) => {
    await manager.createQueryBuilder().delete().from(BatchMember).execute();
    await manager.createQueryBuilder().delete().from(CertificateBatch).execute();
  });
}

describe('the board', () => {
  it('says of each who qualifies, and why the others do not', async () => {
    const page = await text(graduation.board);
    expect(page).toContain('<b class="num">2</b><span>memenuhi semua syarat</span>');
    expect(page).toContain('<b class="num">3</b><span>belum memenuhi</span>');
    expect(page).toContain('<b class="num">1</b><span>mengundurkan diri</span>');
    expect(page).toContain('Nilai akhir 68,90; perlu 70,00.');
    expect(page).toContain('Kunjungan sah 2; perlu 4.');
    expect(page).toContain('Praktik lapangan<br>≥\u00a070<');
    expect(page).toMatch(/data-label="nilai akhir">91,75</);
  });

  it('says what would happen before it happens', async () => {
    const page = await text(graduation.board);
    expect(page).toContain(
      '2 sertifikat, nomor 0001/KKP-I/PLUT-KT/VIII/2027 sampai 0002/KKP-I/PLUT-KT/VIII/2027, tanggal 31 Agustus 2027.',
    );
    expect(page).toContain('Tidak ada yang terbit sebelum orang kedua menyetujui.');
    expect(await batches()).toEqual([]);
  });

  it.each([
    ['show=qualifies', ['Ahmad Fauzan', 'Elsi Bahen Muda'], ['Ririn Antang', 'Lisa Niun', 'Norlaila']],
    ['show=not-yet', ['Ririn Antang', 'Norlaila'], ['Ahmad Fauzan', 'Lisa Niun']],
    ['show=withdrawn', ['Lisa Niun'], ['Ahmad Fauzan']],
    ['q=rafi%27i', ['Muhammad Rafi’i'], ['Ahmad Fauzan']],
    ['q=2411160087', ['Norlaila'], ['Ahmad Fauzan']],
    ['show=nonsense&page=0', ['Ahmad Fauzan', 'Lisa Niun'], []],
  ])('shows for %s whom it is asked for', async (query, shown, hidden) => {
    const page = await text(`${graduation.board}?${query}`);
    for (const name of shown) expect(page).toContain(`>${name}</a>`);
    for (const name of hidden) expect(page).not.toContain(`>${name}</a>`);
  });

  it('says so where nobody matches', async () => {
    expect(await text(`${graduation.board}?q=siapa`)).toContain('Tidak ada peserta yang cocok');
  });

  it('sorts by a requirement, the lowest first', async () => {
    const page = await text(`${graduation.board}?order=finalScore`);
    expect(order(page, 'Elsi Bahen Muda', 'Ririn Antang', 'Ahmad Fauzan', 'Norlaila')).toEqual([
      'Norlaila',
      'Ririn Antang',
      'Ahmad Fauzan',
      'Elsi Bahen Muda',
    ]);
  });

  it('is not there for staff of another cohort, nor for a cohort that is not', async () => {
    const outsider = await app.as(graduation.outsider);
    await outsider.get(graduation.board).expect(404);
    await outsider.get(`${graduation.board}/preview`).expect(404);
    await outsider
      .post(`${graduation.board}/batches`, { ids: [idOf('ahmad')], key: randomUUID() })
      .expect(404);
    await staff.get('/cohorts/999999/certificates').expect(404);
    await staff.get('/cohorts/x/certificates').expect(404);
  });
});

describe('a cohort that has no requirements yet', () => {
  const require = (requirements: unknown[]) => {
    const changed = { ...graduation.room.cohort.rules, requirements } as object;
    return app.units.inTransaction((manager) =>
      manager.update(Cohort, { id: graduation.room.cohort.id }, { rules: changed }),
    );
  };
  beforeAll(() => require([]));
  afterAll(() => require(graduation.room.cohort.rules.requirements));

  it('has a board that says so, on which nobody qualifies', async () => {
    const page = await text(graduation.board);
    expect(page).toContain('Syarat sertifikat angkatan ini belum ditetapkan.');
    expect(page).toContain('<b class="num">0</b><span>memenuhi semua syarat</span>');
    expect(page).toContain('<b class="num">5</b><span>belum memenuhi</span>');
    expect(page).toContain('>Ahmad Fauzan</a>');
    expect(page).not.toContain('name="ids"');
    expect(await text(`${graduation.board}/enrolments/${idOf('ahmad')}`)).toContain('Ahmad Fauzan');
  });

  it('gives nobody a certificate, chosen or not', async () => {
    const chosen = await text(`${graduation.board}/preview?who=chosen&ids=${idOf('ahmad')}`);
    expect(chosen).toContain('Belum memenuhi semua syarat.');
    expect(chosen).not.toContain('<form method="post" action="/cohorts');
    const ids = [idOf('ahmad')];
    await staff
      .post(`${graduation.board}/batches`, { ids, key: randomUUID() })
      .expect(303)
      .expect('Location', graduation.board);
    expect(await batches()).toEqual([]);
  });
});

describe('the sample', () => {
  it('is a certificate of nobody, which no code leads to', async () => {
    const answer = await staff.get(`${graduation.board}/sample`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect((answer.body as Buffer).subarray(0, 8).toString()).toBe('%PDF-1.7');
    await app.guest().get('/verify/0000-0000-0000-0000').expect(404);
    await (await app.as(graduation.outsider)).get(`${graduation.board}/sample`).expect(404);
  });
});

describe('the preview', () => {
  it('tells exactly who gets what', async () => {
    const page = await text(`${graduation.board}/preview?who=all`);
    expect(page).toContain('0001/KKP-I/PLUT-KT/VIII/2027');
    expect(page).toContain(`name="ids" value="${idOf('ahmad')}"`);
    expect(page).toContain(`name="ids" value="${idOf('elsi')}"`);
    expect(page).toContain('Usulkan 2 sertifikat');
    expect(page).not.toContain(`value="${idOf('ririn')}"`);
  });

  it('tells of those chosen who will get none, and why', async () => {
    const chosen = ['elsi', 'ririn', 'lisa'].map((who) => `ids=${idOf(who)}`).join('&');
    const page = await text(`${graduation.board}/preview?who=chosen&${chosen}`);
    expect(page).toContain('Usulkan 1 sertifikat');
    expect(page).toContain('Nilai akhir 68,90; perlu 70,00.');
    expect(page).toContain('Mengundurkan diri.');
  });

  it('offers nothing where nobody is chosen', async () => {
    const page = await text(`${graduation.board}/preview?who=chosen`);
    expect(page).toContain('Tidak ada yang dapat diusulkan');
    expect(page).not.toContain('<form method="post" action="/cohorts');
  });

  it('leaves out whose name cannot be printed, and says which letters', async () => {
    const { personId } = enrolments['ahmad'] as Enrolment;
    const name = (to: string) =>
      app.units.inTransaction((manager) => manager.update(Person, { id: personId }, { name: to }));
    await name('نورليلى');
    const page = await text(`${graduation.board}/preview?who=all`);
    expect(page).toContain('Usulkan 1 sertifikat');
    expect(page).toContain('Huruf ini tidak dapat dicetak: ن');
    await name('Ahmad Fauzan');
  });

  it('offers nothing on a day on which nobody signs', async () => {
    const gone = (validTo: string | null) =>
      app.units.inTransaction((manager) =>
        manager.update(Signatory, { name: headOfOffice.name }, { validTo }),
      );
    await gone('2027-08-30');
    await staff.get(`${graduation.board}/sample`).expect(303);
    expect(await text(graduation.board)).toContain('Harus ada satu sampai tiga penanda tangan');
    const page = await text(`${graduation.board}/preview?who=all`);
    expect(page).toContain('Belum ada penanda tangan yang berlaku hari ini');
    expect(page).not.toContain('Usulkan 2 sertifikat');
    await staff
      .post(`${graduation.board}/batches`, { ids: [idOf('ahmad')], key: randomUUID() })
      .expect(303)
      .expect('Location', graduation.board);
    expect(await batches()).toEqual([]);
    await gone(null);
  });

  it('says what is wrong with a number template', async () => {
    const template = (numberTemplate: string) => {
      const { rules } = graduation.room.cohort;
      const changed = { ...rules, certificate: { ...rules.certificate, numberTemplate } } as object;
      return app.units.inTransaction((manager) =>
        manager.update(Cohort, { id: graduation.room.cohort.id }, { rules: changed }),
      );
    };
    await template('{urut4}/{hari}');
    const page = await text(`${graduation.board}/preview?who=all`);
    expect(page).toContain('Pola nomor memuat hari yang tidak dikenal.');
    expect(page).toContain('Pola nomor harus memuat angkatan');
    await staff.get(graduation.board).expect(200);
    await template(graduation.room.cohort.rules.certificate.numberTemplate);
  });
});

describe('proposing', () => {
  afterEach(forgetBatches);

  const propose = (ids: number[], key: string = randomUUID(), client = staff) =>
    client.post(`${graduation.board}/batches`, { ids, key });

  it('makes a batch that a second person has to look at, and writes it down', async () => {
    const answer = await propose([idOf('ahmad'), idOf('elsi')]).expect(303);
    const [batch] = await batches();
    expect(answer.headers['location']).toBe(`/certificate-batches/${batch?.id}`);
    expect(batch).toMatchObject({
      state: 'proposed',
      proposedById: graduation.cast.staff.id,
      confirmedById: null,
    });
    expect((await members()).map(({ enrolmentId, outcome }) => [enrolmentId, outcome])).toEqual([
      [idOf('ahmad'), 'pending'],
      [idOf('elsi'), 'pending'],
    ]);
    const page = await text(`${graduation.board}?show=proposed`);
    expect(page).toContain('Ahmad Fauzan');
    expect(page).toContain('menunggu orang kedua');
    const audit = await app.app
      .get(DataSource)
      .manager.findBy(AuditEntry, { action: 'certificates.audit.proposed' });
    expect(audit).toMatchObject([{ actorId: graduation.cast.staff.id, recordId: String(batch?.id) }]);
  });

  it('sent twice is once', async () => {
    const key = randomUUID();
    const both = await Promise.all([propose([idOf('ahmad')], key), propose([idOf('ahmad')], key)]);
    const third = await propose([idOf('ahmad')], key);
    const [batch] = await batches();
    for (const answer of [...both, third]) {
      expect(answer.headers['location']).toBe(`/certificate-batches/${batch?.id}`);
    }
    expect(await batches()).toHaveLength(1);
    expect(await members()).toHaveLength(1);
  });

  it('of the same by two at once is once', async () => {
    const other = await app.as(graduation.second);
    const both = await Promise.all([
      propose([idOf('ahmad'), idOf('elsi')]),
      propose([idOf('elsi')], randomUUID(), other),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await batches()).toHaveLength(1);
    expect((await members()).filter(({ enrolmentId }) => enrolmentId === idOf('elsi'))).toHaveLength(1);
  });

  it.each(['ririn', 'lisa'])('never takes who does not qualify: %s', async (who) => {
    await propose([idOf('ahmad'), idOf(who)])
      .expect(303)
      .expect('Location', graduation.board);
    expect(await text(graduation.board)).toContain('Ada yang berubah sejak halaman itu dibuka');
    expect(await batches()).toEqual([]);
  });

  it('takes nobody twice, and nobody of another cohort', async () => {
    await propose([idOf('ahmad')]).expect(303);
    await propose([idOf('ahmad')]).expect('Location', graduation.board);
    await propose([999_999]).expect('Location', graduation.board);
    expect(await members()).toHaveLength(1);
  });

  it.each([
    ['nobody', { ids: [], key: randomUUID() }],
    ['no ids', { ids: ['x'], key: randomUUID() }],
    ['a key that is none', { ids: [1], key: 'x' }],
  ])('of %s changes nothing', async (_what, fields) => {
    await staff.post(`${graduation.board}/batches`, fields).expect(303).expect('Location', graduation.board);
    expect(await batches()).toEqual([]);
  });

  it('expects the numbers behind those of other proposals', async () => {
    await propose([idOf('ahmad')]).expect(303);
    expect(await text(`${graduation.board}/preview?who=all`)).toContain('0002/KKP-I/PLUT-KT/VIII/2027');
  });
});

describe('a whole cohort', () => {
  const letter = (place: number): string => String.fromCharCode(97 + (place % 26));
  const rows = (from: number, to: number) =>
    app.units.inTransaction(async (manager) => {
      for (let row = from; row < to; row += 1) {
        const name = `Peserta ${letter(Math.floor(row / 26))}${letter(row)}`;
        await graduate(manager, graduation, { name });
      }
    });

  it('is read with the same number of queries, however many they are', async () => {
    await rows(0, 6);
    const few = await countQueries(app, () => staff.get(graduation.board).expect(200));
    await rows(6, 114);
    expect(await countQueries(app, () => staff.get(graduation.board).expect(200))).toBe(few);
    expect(few).toBeLessThan(40);
  });

  it('comes by pages of 50, and is proposed as a whole', async () => {
    const first = await text(graduation.board);
    expect(first.match(/<tr>/g)).toHaveLength(51);
    expect(first).toContain('Periksa usulan 116 sertifikat');
    const third = await text(`${graduation.board}?page=3`);
    expect(third.match(/<tr>/g)).toHaveLength(21);
    const second = await text(`${graduation.board}?show=qualifies&page=2`);
    expect(second).toContain('show&#x3D;qualifies&amp;page&#x3D;3');
    const preview = await text(`${graduation.board}/preview?who=all`);
    const ids = [...preview.matchAll(/name="ids" value="(\d+)"/g)].map(([, id]) => Number(id));
    await staff.post(`${graduation.board}/batches`, { ids, key: randomUUID() }).expect(303);
    expect(await members()).toHaveLength(116);
  });
});
