import { SettingChecks } from '../../src/platform/settings/setting-checks.js';
import { defaultSettings } from '../../src/platform/settings/settings.js';
import { SettingsService } from '../../src/platform/settings/settings.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let cast: Cast;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  admin = await app.as(cast.admin);
});
afterAll(() => app.close());

const current = () => app.app.get(SettingsService).current();
const fields = {
  organiserName: 'PLUT-KUMKM Kalimantan Selatan',
  letterhead: 'PEMERINTAH PROVINSI\r\n  DINAS KOPERASI ',
  certificatePlace: 'Banjarbaru',
  certificateNumberTemplate: '{urut4}/KKP-{angkatanRomawi}/PLUT-KS/{tahun}',
  legalBasis: '',
  minutesPerHour: '45',
  undoMinutes: '20',
  onePersonOffice: 'on',
};

describe('the settings', () => {
  it('show the defaults until somebody changes them', async () => {
    expect(await current()).toEqual(defaultSettings);
    const { text } = await admin.get('/settings').expect(200);
    expect(text).toContain('value="Palangka Raya"');
    expect(text).toMatch(/name="lateAnswersCount" checked/);
    expect(text).not.toMatch(/name="onePersonOffice" checked/);
  });

  it('keep what changed, and the audit log tells what it was', async () => {
    await admin.post('/settings', fields).expect(303).expect('Location', '/settings');
    expect(await current()).toEqual({
      ...defaultSettings,
      organiserName: 'PLUT-KUMKM Kalimantan Selatan',
      letterhead: ['PEMERINTAH PROVINSI', 'DINAS KOPERASI'],
      certificatePlace: 'Banjarbaru',
      certificateNumberTemplate: '{urut4}/KKP-{angkatanRomawi}/PLUT-KS/{tahun}',
      undoMinutes: 20,
      onePersonOffice: true,
      lateAnswersCount: false,
    });
    const { text } = await admin.get('/audit?action=settings.audit.changed').expect(200);
    expect(text).toContain('value: 10 → 20');
    expect(text.match(/Mengubah pengaturan<\/td>/g)).toHaveLength(7);
    await admin.post('/settings', { ...fields, undoMinutes: '15' }).expect(303);
    const after = await admin.get('/audit?action=settings.audit.changed');
    expect(after.text).toContain('value: 20 → 15');
    expect(after.text.match(/Mengubah pengaturan<\/td>/g)).toHaveLength(8);
  });

  it('name the organiser on every page', async () => {
    await admin.post('/settings', { ...fields, organiserName: 'PLUT <Kalsel>' }).expect(303);
    await app
      .guest()
      .get('/')
      .expect(200)
      .expect(/PLUT &lt;Kalsel&gt;/);
  });

  it.each([
    ['organiserName', ''],
    ['letterhead', 'a\nb\nc\nd\ne'],
    ['letterhead', 'a\n\nb'],
    ['letterhead', `a\n${'b'.repeat(101)}`],
    ['minutesPerHour', '0'],
    ['undoMinutes', '-1'],
    ['undoMinutes', 'sepuluh'],
    ['certificateNumberTemplate', 'x'.repeat(81)],
  ])('refuse %s %j in its place', async (name, value) => {
    const before = await current();
    const answer = await admin.post('/settings', { ...fields, [name]: value }).expect(422);
    expect(answer.text).toContain(`id="${name}-error"`);
    expect(answer.text).toContain('Yang sudah Anda ketik tidak hilang');
    expect(answer.text).toContain('value="Banjarbaru"');
    expect(await current()).toEqual(before);
  });

  it('obey the rules that features add', async () => {
    app.app
      .get(SettingChecks)
      .add('certificatePlace', (place) => (place === 'Atlantis' ? { key: 'forms.wrong' } : null));
    await admin
      .post('/settings', { ...fields, certificatePlace: 'Atlantis' })
      .expect(422)
      .expect(/id="certificatePlace-error"/);
    await admin.post('/settings', fields).expect(303);
  });

  it('are for administrators', async () => {
    const staff = await app.as(cast.staff);
    await staff.get('/settings').expect(403);
    await staff.post('/settings', fields).expect(403);
    await admin.forge('/settings', fields).expect(403);
    await app.guest().get('/settings').expect(303);
  });
});
