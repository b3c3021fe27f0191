import { DataSource } from 'typeorm';
import { Signatory } from '../../src/certificates/signatory.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let staff: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  staff = await app.as(cast.staff);
});
afterAll(() => app.close());

const stored = () => app.app.get(DataSource).manager.find(Signatory, { order: { id: 'ASC' } });
const fields = {
  position: '1',
  prefix: 'Plt.',
  office: 'Kepala UPT PLUT-KUMKM',
  nameBefore: 'Dra.',
  name: 'Yosevina Tundan',
  nameAfter: 'M.Si.',
  rank: 'Pembina Tingkat I',
  nip: '19780412 200501 2 003',
  validFrom: '2027-01-01',
  validTo: '',
};

describe('signatories', () => {
  it('are none at first, and the page says what that means', async () => {
    expect((await staff.get('/signatories').expect(200)).text).toContain(
      'Sertifikat belum dapat diterbitkan',
    );
  });

  it('are added with titles, office and dates', async () => {
    await staff.post('/signatories', fields).expect(303).expect('Location', '/signatories');
    expect(await stored()).toMatchObject([
      { position: 1, prefix: 'Plt.', nip: '197804122005012003', validTo: null, rank: 'Pembina Tingkat I' },
    ]);
    const page = (await staff.get('/signatories')).text;
    expect(page).toContain('Dra. Yosevina Tundan, M.Si.');
    expect(page).toContain('Plt. Kepala UPT PLUT-KUMKM · Pembina Tingkat I · NIP 19780412 200501 2 003');
    expect(page).toContain('menandatangani hari ini');
  });

  it('are changed, and which fields changed is on record', async () => {
    const [signatory] = await stored();
    const address = `/signatories/${signatory?.id}`;
    expect((await staff.get(address).expect(200)).text).toContain('value="Yosevina Tundan"');
    await staff.post(address, { ...fields, prefix: '', validTo: '2027-08-30' }).expect(303);
    expect(await stored()).toMatchObject([{ prefix: '', validTo: '2027-08-30' }]);
    expect((await staff.get('/signatories')).text).toContain('tidak hari ini');
    const audit = await app.app
      .get(DataSource)
      .manager.findBy(AuditEntry, { action: 'certificates.audit.signatoryChanged' });
    expect(audit).toMatchObject([{ actorId: cast.staff.id, fields: ['prefix', 'validTo'] }]);
  });

  it.each([
    ['no name', { name: '' }, 'name'],
    ['no office', { office: ' ' }, 'office'],
    ['a fourth place', { position: '4' }, 'position'],
    ['a prefix of one’s own', { prefix: 'Yth.' }, 'prefix'],
    ['a short NIP', { nip: '1978' }, 'nip'],
    ['no first day', { validFrom: '' }, 'validFrom'],
    ['a last day before the first', { validTo: '2026-12-31' }, 'validTo'],
  ])('are refused in place with %s, keeping what was typed', async (_what, wrong, field) => {
    const before = await stored();
    const page = await staff.post('/signatories', { ...fields, ...wrong }).expect(422);
    expect(page.text).toContain(`id="${field}-error"`);
    expect(page.text).toContain('value="Pembina Tingkat I"');
    const again = await staff.post(`/signatories/${before[0]?.id}`, { ...fields, ...wrong }).expect(422);
    expect(again.text).toContain(`id="${field}-error"`);
    expect(await stored()).toEqual(before);
  });

  it('are not there where they are not', async () => {
    await staff.get('/signatories/999999').expect(404);
    await staff.post('/signatories/999999', fields).expect(404);
    await staff.get('/signatories/x').expect(404);
  });

  it('are the office’s business', async () => {
    for (const who of [cast.student, cast.instructor, cast.coordinator]) {
      const client = await app.as(who);
      await client.get('/signatories').expect(403);
      await client.post('/signatories', fields).expect(403);
    }
    await (await app.as(cast.admin)).get('/signatories').expect(200);
  });
});
