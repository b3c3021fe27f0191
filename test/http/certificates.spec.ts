import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { BatchMember, CertificateBatch } from '../../src/certificates/certificate-batch.entity.js';
import { Certificate, NumberSeries } from '../../src/certificates/certificate.entity.js';
import { PublicationService } from '../../src/certificates/publication.service.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { Blob } from '../../src/platform/uploads/blob.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, issue, reach } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let staff: Client;
let second: Client;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  staff = await app.as(graduation.cast.staff);
  second = await app.as(graduation.second);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(testNow));

const manager = () => app.app.get(DataSource).manager;
const read = (id: number) => manager().findOneByOrFail(Certificate, { id });
const audits = (action: string, id: number) =>
  manager().findBy(AuditEntry, { action: `certificates.audit.${action}`, recordId: String(id) });

let lastLetter = 0;
async function someone(): Promise<Enrolment> {
  lastLetter += 1;
  const name = `Pemegang ${String.fromCharCode(96 + lastLetter)}`;
  return await app.units.inTransaction((inUnit) => graduate(inUnit, graduation, { name }));
}

async function issuedTo(enrolment: Enrolment): Promise<Certificate> {
  const [certificate] = await issue(app, graduation, [enrolment]);
  if (!certificate) throw new Error('nothing was issued');
  return certificate;
}
const issued = async () => issuedTo(await someone());

/** Proposes and confirms a reissue, and publishes it. */
async function reissue({ id }: Certificate): Promise<Certificate> {
  const answer = await staff.post(`/certificates/${id}/reissue`, { key: randomUUID() }).expect(303);
  const address = String(answer.headers['location']);
  await second.post(`${address}/confirmation`).expect(303);
  app.clock.advance(10 * 60_000);
  await app.app.get(PublicationService).publish(Number(address.split('/').at(-1)), async () => {});
  return await manager().findOneByOrFail(Certificate, { replacesId: id });
}

const rename = (enrolment: Enrolment, name: string) =>
  app.units.inTransaction((inUnit) => inUnit.update(Person, { id: enrolment.personId }, { name }));

describe('one certificate', () => {
  it('tells the office everything about it', async () => {
    const certificate = await issued();
    const page = (await staff.get(`/certificates/${certificate.id}`).expect(200)).text;
    expect(page).toContain(certificate.number);
    expect(page).toContain('berlaku');
    expect(page).toContain('Diusulkan oleh Melki Sangen');
    expect(page).toContain('Disetujui oleh Rina Wati');
    expect(page).toContain(`href="/verify/${certificate.code}"`);
    expect(page).toMatch(/Unduh sertifikat \(PDF, \d+ kB\)/);
  });

  it('is a PDF under its number and name', async () => {
    const certificate = await issued();
    const answer = await staff.get(`/certificates/${certificate.id}/file`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(
      'Sertifikat 0002-KKP-I-PLUT-KT-VIII-2027 Pemegang b.pdf',
    );
    expect((answer.body as Buffer).subarray(0, 8).toString()).toBe('%PDF-1.7');
    const blob = await manager().findOneByOrFail(Blob, { key: certificate.pdfKey });
    expect((answer.body as Buffer).length).toBe(blob.bytes);
  });

  it('is not there for staff of another cohort, nor where it is not', async () => {
    const { id } = await issued();
    const outsider = await app.as(graduation.outsider);
    for (const path of ['', '/file', '/reissue']) {
      await outsider.get(`/certificates/${id}${path}`).expect(404);
      await staff.get(`/certificates/999999${path}`).expect(404);
    }
    await outsider.post(`/certificates/${id}/revocation`, { reason: 'wrong-data' }).expect(404);
    await outsider.post(`/certificates/${id}/reissue`, { key: randomUUID() }).expect(404);
  });

  it('is for the office only', async () => {
    const { id } = await issued();
    for (const who of [graduation.cast.student, graduation.cast.instructor, graduation.cast.coordinator]) {
      const client = await app.as(who);
      await client.get(`/certificates/${id}`).expect(403);
      await client.post(`/certificates/${id}/revocation`, { reason: 'wrong-data' }).expect(403);
    }
    await (await app.as(graduation.cast.instructor)).get(`/certificates/${id}/file`).expect(403);
    await app.guest().get(`/certificates/${id}/file`).expect(303);
  });
});

describe('revoking', () => {
  const fields = { reason: 'wrong-data', note: 'Ijazah tidak sesuai, lihat berkas 14.' };

  it('says who, when and why; the note stays in the office', async () => {
    const { id, code } = await issued();
    await staff
      .post(`/certificates/${id}/revocation`, fields)
      .expect(303)
      .expect('Location', `/certificates/${id}`);
    expect(await read(id)).toMatchObject({
      revokedAt: testNow,
      revokedById: graduation.cast.staff.id,
      revocationReason: 'wrong-data',
      revocationNote: fields.note,
    });
    const page = (await staff.get(`/certificates/${id}`)).text;
    expect(page).toContain('Dicabut oleh Melki Sangen');
    expect(page).toContain(fields.note);
    expect(page).not.toContain('action="/certificates/1/revocation"');
    const shown = (await app.guest().get(`/verify/${code}`).expect(200)).text;
    expect(shown).toContain('Sertifikat ini sudah dicabut');
    expect(shown).toContain('data pada sertifikat keliru');
    expect(shown).not.toContain('berkas 14');
    expect(await audits('revoked', id)).toMatchObject([
      { actorId: graduation.cast.staff.id, reason: fields.note },
    ]);
  });

  it.each([
    ['no reason', { note: 'Karena' }],
    ['a reason that is not in the list', { reason: 'because', note: 'Karena' }],
  ])('asks for a reason where there is %s, keeping the note', async (_what, wrong) => {
    const { id } = await issued();
    const answer = await staff.post(`/certificates/${id}/revocation`, wrong).expect(422);
    expect(answer.text).toContain('id="reason-error"');
    expect(answer.text).toContain('Karena</textarea>');
    expect((await read(id)).revokedAt).toBeNull();
  });

  it('twice, or by two at once, is once', async () => {
    const { id } = await issued();
    const address = `/certificates/${id}`;
    await Promise.all([
      staff.post(`${address}/revocation`, fields),
      second.post(`${address}/revocation`, { reason: 'on-request' }),
      staff.post(`${address}/revocation`, fields),
    ]);
    expect(await audits('revoked', id)).toHaveLength(1);
    await staff.post(`${address}/revocation`, fields, address).expect('Location', address);
    expect((await staff.get(address)).text).toContain('Sertifikat ini sudah dicabut.');
  });

  it('shows on the board, and does not make the person qualify again', async () => {
    const certificate = await issued();
    await staff.post(`/certificates/${certificate.id}/revocation`, fields).expect(303);
    expect((await staff.get(`${graduation.board}?show=issued`)).text).toContain('terbit, lalu dicabut');
    await staff
      .post(`${graduation.board}/batches`, { ids: [certificate.enrolmentId], key: randomUUID() })
      .expect('Location', graduation.board);
  });
});

describe('a reissue', () => {
  it('shows what would change, line by line', async () => {
    const enrolment = await someone();
    const { id, number } = await issuedTo(enrolment);
    await rename(enrolment, 'Pemegang Yang Benar');
    app.clock.advance(24 * 3_600_000);
    const page = (await staff.get(`/certificates/${id}/reissue`).expect(200)).text;
    expect(page).toContain(`${number}, edisi 2`);
    expect(page).toContain('Pemegang Yang Benar');
    expect(page).toContain('Cetak ulang · edisi 2');
    expect(page).toContain('Palangka Raya, 1 September 2027');
    expect(page).not.toContain('>Perguruan tinggi</th>');
  });

  it('keeps the number, counts up the edition, has a code of its own, and draws no number', async () => {
    const enrolment = await someone();
    const first = await issuedTo(enrolment);
    const { next } = await manager().findOneByOrFail(NumberSeries, { cohortId: graduation.room.cohort.id });
    await rename(enrolment, 'Pemegang Setelah Diperbaiki');
    const edition = await reissue(first);
    expect(edition).toMatchObject({ number: first.number, edition: 2, enrolmentId: enrolment.id });
    expect(edition.code).not.toBe(first.code);
    expect(JSON.parse(edition.snapshot)).toMatchObject({
      edition: 2,
      holder: { name: { name: 'Pemegang Setelah Diperbaiki' } },
    });
    expect(
      await manager().findOneByOrFail(NumberSeries, { cohortId: graduation.room.cohort.id }),
    ).toMatchObject({ next });
    const unchanged = await read(first.id);
    expect(unchanged.snapshot).toBe(first.snapshot);
  });

  it('lets the page of the old edition say that it was replaced, without giving the new code away', async () => {
    const first = await issued();
    const edition = await reissue(first);
    const old = (await app.guest().get(`/verify/${first.code}`).expect(200)).text;
    expect(old).toContain('Sertifikat ini asli, tetapi sudah digantikan');
    expect(old).toContain('Digantikan oleh edisi 2');
    expect(old).not.toContain(edition.code);
    expect((await app.guest().get(`/verify/${edition.code}`)).text).toContain('asli dan berlaku');
    const page = (await staff.get(`/certificates/${edition.id}`)).text;
    expect(page).toContain(`<a href="/certificates/${first.id}">Edisi 1`);
  });

  it('needs a second person like any other, and can be taken back', async () => {
    const { id } = await issued();
    const answer = await staff.post(`/certificates/${id}/reissue`, { key: randomUUID() }).expect(303);
    const address = String(answer.headers['location']);
    await staff.post(`${address}/confirmation`, {}, address).expect('Location', address);
    const batch = () =>
      manager().findOneByOrFail(CertificateBatch, { id: Number(address.split('/').at(-1)) });
    expect((await batch()).state).toBe('proposed');
    await staff.post(`${address}/cancellation`).expect(303);
    expect((await batch()).state).toBe('cancelled');
  });

  it('sent twice is once, and is not proposed again while it waits', async () => {
    const { id } = await issued();
    const key = randomUUID();
    const send = (withKey: string) =>
      staff.post(`/certificates/${id}/reissue`, { key: withKey }, `/certificates/${id}`);
    const [one, other] = await Promise.all([send(key), send(key)]);
    expect(one.headers['location']).toBe(other.headers['location']);
    await send(randomUUID()).expect('Location', `/certificates/${id}`);
    expect(await manager().countBy(BatchMember, { replacesId: id })).toBe(1);
    await send('x').expect(404);
  });

  it('brings back what was revoked, when two people say so', async () => {
    const first = await issued();
    await staff.post(`/certificates/${first.id}/revocation`, { reason: 'wrong-data' }).expect(303);
    const edition = await reissue(first);
    expect((await app.guest().get(`/verify/${edition.code}`)).text).toContain('asli dan berlaku');
    const old = (await app.guest().get(`/verify/${first.code}`)).text;
    expect(old).toContain('Sertifikat ini sudah dicabut');
    expect(old).toContain('Digantikan oleh edisi 2');
  });

  it('stands in the way of a revocation until it is taken back', async () => {
    const { id } = await issued();
    const address = `/certificates/${id}`;
    const answer = await staff.post(`${address}/reissue`, { key: randomUUID() }).expect(303);
    await staff.post(`${address}/revocation`, { reason: 'dishonesty' }, address).expect('Location', address);
    expect((await staff.get(address)).text).toContain('Cetak ulangnya sedang diusulkan');
    await staff.post(`${answer.headers['location']}/cancellation`).expect(303);
    await staff.post(`${address}/revocation`, { reason: 'dishonesty' }).expect(303);
    expect((await read(id)).revocationReason).toBe('dishonesty');
  });

  it('is of the latest edition only', async () => {
    const first = await issued();
    await reissue(first);
    const page = (await staff.get(`/certificates/${first.id}/reissue`).expect(200)).text;
    expect(page).toContain('Cetak ulang belum dapat diusulkan');
    await staff
      .post(`/certificates/${first.id}/revocation`, { reason: 'wrong-data' }, '/home')
      .expect('Location', '/home');
    expect((await read(first.id)).revokedAt).toBeNull();
  });

  it('is not possible where the corrected scores no longer suffice', async () => {
    const enrolment = await someone();
    const { id } = await issuedTo(enrolment);
    await app.units.inTransaction((inUnit) =>
      reach(inUnit, enrolment, graduation.cast.staff, { score: 6000, visits: 4 }),
    );
    const page = (await staff.get(`/certificates/${id}/reissue`).expect(200)).text;
    expect(page).toContain('Nilai akhir 60,00; perlu 70,00.');
    await staff
      .post(`/certificates/${id}/reissue`, { key: randomUUID() }, '/home')
      .expect('Location', '/home');
    expect(await manager().countBy(BatchMember, { replacesId: id })).toBe(0);
  });
});

describe('my certificate', () => {
  const holder = async ({ enrolmentId }: Certificate) => {
    const { personId } = await manager().findOneByOrFail(Enrolment, { id: enrolmentId });
    return await app.as({ id: personId });
  };

  it('is told, downloaded and shared', async () => {
    const certificate = await issued();
    const student = await holder(certificate);
    const page = (await student.get('/certificate').expect(200)).text;
    expect(page).toContain(certificate.number);
    expect(page).toContain('82,15 · Memuaskan');
    expect(page).toContain(`href="/verify/${certificate.code}"`);
    expect(page).toContain(`href="/certificates/${certificate.id}/file"`);
    await student.get(`/certificates/${certificate.id}/file`).expect(200);
  });

  it('is not somebody else’s', async () => {
    const { id } = await issued();
    await (await app.as(graduation.cast.student)).get(`/certificates/${id}/file`).expect(404);
    await (await app.as(graduation.cast.stranger)).get(`/certificates/${id}/file`).expect(404);
  });

  it('is the latest edition', async () => {
    const first = await issued();
    const edition = await reissue(first);
    const student = await holder(first);
    const page = (await student.get('/certificate').expect(200)).text;
    expect(page).toContain(edition.code);
    expect(page).not.toContain(first.code);
    await student.get(`/certificates/${first.id}/file`).expect(404);
    await student.get(`/certificates/${edition.id}/file`).expect(200);
  });

  it('can no longer be downloaded once it is revoked, and says why', async () => {
    const certificate = await issued();
    await staff.post(`/certificates/${certificate.id}/revocation`, { reason: 'on-request', note: 'Rahasia' });
    const student = await holder(certificate);
    const page = (await student.get('/certificate').expect(200)).text;
    expect(page).toContain('atas permintaan pemegang');
    expect(page).not.toContain('Rahasia');
    await student.get(`/certificates/${certificate.id}/file`).expect(404);
  });

  it('leads to what is still missing where there is none yet', async () => {
    const page = (await (await app.as(graduation.cast.student)).get('/certificate').expect(200)).text;
    expect(page).toContain('href="/progress"');
  });

  it('is a page of students', async () => {
    await staff.get('/certificate').expect(403);
  });
});
