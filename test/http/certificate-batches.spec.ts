import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { BatchMember, CertificateBatch } from '../../src/certificates/certificate-batch.entity.js';
import { Certificate, NumberSeries } from '../../src/certificates/certificate.entity.js';
import { PublicationService } from '../../src/certificates/publication.service.js';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { SettingsService } from '../../src/platform/settings/settings.service.js';
import { BlobsService } from '../../src/platform/uploads/blobs.service.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, reach } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let proposer: Client;
let second: Client;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  proposer = await app.as(graduation.cast.staff);
  second = await app.as(graduation.second);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));
afterEach(() => jest.restoreAllMocks());

const manager = () => app.app.get(DataSource).manager;
const batch = (id: number) => manager().findOneByOrFail(CertificateBatch, { id });
const members = (batchId: number) =>
  manager().find(BatchMember, { where: { batchId }, order: { id: 'ASC' } });
const issued = (batchId: number) =>
  manager().find(Certificate, { where: { batchId }, order: { number: 'ASC' } });
const series = async () =>
  (await manager().findOneBy(NumberSeries, { cohortId: graduation.room.cohort.id }))?.next ?? 1;
const serials = (certificates: readonly Certificate[]) =>
  certificates.map(({ number }) => Number(number.slice(0, 4)));
const publication = () => app.app.get(PublicationService);
const noProgress = async () => {};
const passTheUndoTime = () => app.clock.advance(10 * 60_000);
const workOff = () => app.app.get(Worker).workOff();

let lastLetter = 0;

/** New people who qualify, proposed by one. @returns the batch and who is in it. */
async function propose(count = 1): Promise<{ id: number; address: string; enrolments: Enrolment[] }> {
  const names = Array.from({ length: count }, () => {
    lastLetter += 1;
    return `Peserta ${String.fromCharCode(97 + Math.floor(lastLetter / 26), 97 + (lastLetter % 26))}`;
  });
  const enrolments = await app.units.inTransaction(async (inUnit) => {
    const made: Enrolment[] = [];
    for (const name of names) made.push(await graduate(inUnit, graduation, { name }));
    return made;
  });
  const fields = { ids: enrolments.map(({ id }) => id), key: randomUUID() };
  const answer = await proposer.post(`${graduation.board}/batches`, fields).expect(303);
  const address = String(answer.headers['location']);
  return { id: Number(address.split('/').at(-1)), address, enrolments };
}

async function confirm(count = 1) {
  const proposed = await propose(count);
  await second.post(`${proposed.address}/confirmation`).expect(303);
  return proposed;
}

const lose = (enrolment: Pick<Enrolment, 'id'>) =>
  app.units.inTransaction((inUnit) =>
    reach(inUnit, enrolment, graduation.cast.staff, { score: 6500, visits: 4 }),
  );

describe('a proposal', () => {
  it('shows who would get which number, to both people', async () => {
    const { address } = await propose(2);
    const page = await second.get(address).expect(200);
    expect(page.text).toContain('Setujui 2 sertifikat');
    expect(page.text).toContain('0001/KKP-I/PLUT-KT/VIII/2027');
    expect(page.text).toContain('0002/KKP-I/PLUT-KT/VIII/2027');
    const own = await proposer.get(address).expect(200);
    expect(own.text).toContain('orang lain yang harus menyetujuinya');
    expect(own.text).not.toContain('Setujui 2 sertifikat');
  });

  it('says who no longer qualifies, before anyone confirms', async () => {
    const { address, enrolments } = await propose(2);
    await lose(enrolments[0] as Enrolment);
    const page = await second.get(address).expect(200);
    expect(page.text).toContain('Setujui 1 sertifikat');
    expect(page.text).toContain('Nilai akhir 65,00; perlu 70,00.');
  });

  it('is not there for staff of another cohort, nor where it is not', async () => {
    const { address } = await propose();
    const outsider = await app.as(graduation.outsider);
    await outsider.get(address).expect(404);
    for (const what of ['confirmation', 'cancellation', 'undo']) {
      await outsider.post(`${address}/${what}`).expect(404);
      await second.post(`/certificate-batches/999999/${what}`).expect(404);
    }
    await second.get('/certificate-batches/x').expect(404);
  });

  it('is not for students, instructors and coordinators', async () => {
    const { address } = await propose();
    for (const who of [graduation.cast.student, graduation.cast.instructor, graduation.cast.coordinator]) {
      const client = await app.as(who);
      await client.get(address).expect(403);
      await client.post(`${address}/confirmation`).expect(403);
    }
  });
});

describe('confirming', () => {
  it('is refused to whoever proposed', async () => {
    const { id, address } = await propose();
    await proposer.post(`${address}/confirmation`, {}, address).expect(303).expect('Location', address);
    expect((await proposer.get(address)).text).toContain('Usulan Anda sendiri harus disetujui orang lain');
    expect((await batch(id)).state).toBe('proposed');
  });

  it('is allowed to whoever proposed where the office has one person only', async () => {
    const { id, address } = await propose();
    const settings = app.app.get(SettingsService);
    const before = await settings.current();
    const admin = { personId: graduation.cast.admin.id } as Actor;
    await settings.save(admin, { ...before, onePersonOffice: true });
    expect((await proposer.get(address)).text).toContain('Setujui 1 sertifikat');
    await proposer.post(`${address}/confirmation`).expect(303);
    expect(await batch(id)).toMatchObject({ state: 'confirmed', confirmedById: graduation.cast.staff.id });
    await settings.save(admin, before);
  });

  it('by a second person starts the time in which it can be undone', async () => {
    const { id, address } = await confirm();
    expect(await batch(id)).toMatchObject({
      state: 'confirmed',
      confirmedById: graduation.second.id,
      publishAfter: new Date(testNow.getTime() + 10 * 60_000),
      issuedOn: '2027-08-31',
    });
    expect((await proposer.get(address)).text).toContain('masih dapat dibatalkan');
    await workOff();
    expect(await issued(id)).toEqual([]);
  });

  it('twice, or by two at once, is once', async () => {
    const { id, address } = await propose();
    const admin = await app.as(graduation.cast.admin);
    await Promise.all([
      second.post(`${address}/confirmation`),
      second.post(`${address}/confirmation`),
      admin.post(`${address}/confirmation`),
    ]);
    expect((await batch(id)).state).toBe('confirmed');
    const audit = await manager().findBy(AuditEntry, {
      action: 'certificates.audit.confirmed',
      recordId: String(id),
    });
    expect(audit).toHaveLength(1);
    await second.post(`${address}/confirmation`, {}, address).expect(303);
    expect((await second.get(address)).text).toContain('Usulan ini sudah disetujui.');
  });

  it('leaves out who no longer qualifies, and says so', async () => {
    const { id, address, enrolments } = await propose(2);
    await lose(enrolments[1] as Enrolment);
    await second.post(`${address}/confirmation`).expect(303);
    expect((await second.get(address)).text).toContain(
      '1 sertifikat disetujui. 1 orang tidak lagi memenuhi syarat dan ditinggalkan.',
    );
    expect((await members(id)).map(({ outcome, because }) => [outcome, because])).toEqual([
      ['pending', null],
      ['left-out', 'not-yet'],
    ]);
  });

  it('is refused where nobody is left', async () => {
    const { id, address, enrolments } = await propose();
    await lose(enrolments[0] as Enrolment);
    await second.post(`${address}/confirmation`, {}, address).expect(303);
    expect((await second.get(address)).text).toContain('Tidak ada lagi yang memenuhi syarat');
    expect((await batch(id)).state).toBe('proposed');
  });
});

describe('taking back', () => {
  it('a proposal frees its people for another', async () => {
    const { id, address, enrolments } = await propose();
    await proposer.post(`${address}/cancellation`).expect(303);
    expect(await batch(id)).toMatchObject({ state: 'cancelled', closedAt: testNow });
    const again = { ids: [enrolments[0]?.id ?? 0], key: randomUUID() };
    const answer = await proposer.post(`${graduation.board}/batches`, again).expect(303);
    expect(answer.headers['location']).not.toBe(graduation.board);
    await second.post(`${address}/confirmation`, {}, address).expect(303);
    expect((await second.get(address)).text).toContain('Usulan ini sudah dibatalkan.');
  });

  it('what was confirmed issues nothing, though its time comes', async () => {
    const { id, address } = await confirm();
    passTheUndoTime();
    await second.post(`${address}/undo`).expect(303);
    await workOff();
    expect(await issued(id)).toEqual([]);
    expect((await batch(id)).state).toBe('undone');
    await second.post(`${address}/undo`, {}, address).expect(303);
    expect((await second.get(address)).text).toContain('Penerbitan ini sudah dibatalkan.');
  });

  it('is too late once it is published', async () => {
    const { id, address } = await confirm();
    passTheUndoTime();
    await workOff();
    await second.post(`${address}/undo`, {}, address).expect(303);
    expect((await second.get(address)).text).toContain('tidak dapat dibatalkan lagi');
    expect((await batch(id)).state).toBe('published');
    expect(await issued(id)).toHaveLength(1);
  });

  it('and publishing at once come to one of the two', async () => {
    const { id, address } = await confirm(2);
    passTheUndoTime();
    await Promise.all([publication().publish(id, noProgress), second.post(`${address}/undo`)]);
    const { state } = await batch(id);
    expect((await issued(id)).length).toBe(state === 'published' ? 2 : 0);
  });
});

describe('publishing', () => {
  it('does not begin before its time', async () => {
    const { id } = await confirm();
    await expect(publication().publish(id, noProgress)).rejects.toThrow('not due');
    expect(await issued(id)).toEqual([]);
  });

  it('issues in the order of the names, from where the series stands, and draws no more than it needs', async () => {
    const next = await series();
    const { id, address } = await confirm(3);
    passTheUndoTime();
    await publication().publish(id, noProgress);
    expect(serials(await issued(id))).toEqual([next, next + 1, next + 2]);
    expect(await series()).toBe(next + 3);
    expect(await batch(id)).toMatchObject({ state: 'published', closedAt: app.clock.now() });
    const page = (await second.get(address).expect(200)).text;
    expect(page).toContain('Sudah terbit.');
    for (const certificate of await issued(id)) {
      expect(page).toContain(`<a href="/certificates/${certificate.id}">${certificate.number}</a>`);
    }
    const names = (await issued(id)).map(({ snapshot }) => JSON.parse(snapshot).holder.name.name as string);
    expect(names).toEqual(names.toSorted());
  });

  it('is seen to go on, and comes again by itself until it is done', async () => {
    const { id, address } = await confirm(2);
    passTheUndoTime();
    const blobs = app.app.get(BlobsService);
    const keep = blobs.keepMade.bind(blobs);
    let page = await second.get(address);
    expect(page.headers['refresh']).toBe('3');
    jest.spyOn(blobs, 'keepMade').mockImplementation(async (content, type) => {
      page = await second.get(address).expect(200);
      return await keep(content, type);
    });
    await publication().publish(id, noProgress);
    expect(page.text).toContain('Menyiapkan 2 sertifikat: 1 selesai.');
    expect(page.text).toContain('<progress class="meter" max="2" value="1"');
    expect(page.headers['refresh']).toBe('3');
    expect((await second.get(address)).headers['refresh']).toBeUndefined();
  });

  it('leaves out who no longer qualifies by then, without a gap', async () => {
    const next = await series();
    const { id, enrolments } = await confirm(3);
    await lose(enrolments[1] as Enrolment);
    passTheUndoTime();
    await publication().publish(id, noProgress);
    expect((await members(id)).map(({ outcome }) => outcome)).toEqual(['issued', 'left-out', 'issued']);
    expect(serials(await issued(id))).toEqual([next, next + 1]);
  });

  it('prints the day that was confirmed, though it is published later', async () => {
    const { id } = await confirm();
    app.clock.set('2027-09-02T03:00:00Z');
    await workOff();
    const [certificate] = await issued(id);
    expect(certificate?.number).toContain('/VIII/2027');
    expect(JSON.parse(certificate?.snapshot ?? '{}')).toMatchObject({
      issued: { on: '2027-08-31', place: 'Palangka Raya' },
      holder: { campus: 'UIN Palangka Raya', studyProgramme: 'Ekonomi Syariah' },
      signatories: [{ nip: '197804122005012003' }],
      finalScore: 8215,
    });
  });

  it.each([
    ['while a file is made', 'before'],
    ['when a file is kept and its row is not written yet', 'after'],
  ])('killed %s goes on without a gap or a second one', async (_when, moment) => {
    const next = await series();
    const { id } = await confirm(4);
    passTheUndoTime();
    const blobs = app.app.get(BlobsService);
    const keep = blobs.keepMade.bind(blobs);
    let kept = 0;
    jest.spyOn(blobs, 'keepMade').mockImplementation(async (content, type) => {
      kept += 1;
      if (kept === 3 && moment === 'before') throw new Error('killed');
      const stored = await keep(content, type);
      if (kept === 3) throw new Error('killed');
      return stored;
    });
    await expect(publication().publish(id, noProgress)).rejects.toThrow('killed');
    expect(serials(await issued(id))).toEqual([next, next + 1]);
    jest.restoreAllMocks();
    await publication().publish(id, noProgress);
    await publication().publish(id, noProgress);
    expect(serials(await issued(id))).toEqual([next, next + 1, next + 2, next + 3]);
    expect(await series()).toBe(next + 4);
  });

  it('killed in the job is taken up by the next attempt of the job', async () => {
    const { id } = await confirm(2);
    passTheUndoTime();
    jest.spyOn(app.app.get(BlobsService), 'keepMade').mockRejectedValueOnce(new Error('killed'));
    await workOff();
    expect(await issued(id)).toEqual([]);
    app.clock.advance(60_000);
    await workOff();
    expect(await issued(id)).toHaveLength(2);
  });

  it('by two workers at once gives each person one, and each number once', async () => {
    const next = await series();
    const { id } = await confirm(4);
    const other = await confirm(3);
    passTheUndoTime();
    await Promise.all([
      publication().publish(id, noProgress),
      publication().publish(id, noProgress),
      publication().publish(other.id, noProgress),
    ]);
    const all = [...(await issued(id)), ...(await issued(other.id))];
    expect(serials(all).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 7 }, (_each, at) => next + at),
    );
    expect(new Set(all.map(({ enrolmentId }) => enrolmentId)).size).toBe(7);
    expect(new Set(all.map(({ code }) => code)).size).toBe(7);
  });
});
