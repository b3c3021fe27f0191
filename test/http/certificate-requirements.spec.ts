import { DataSource } from 'typeorm';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { RequirementWaiver } from '../../src/results/waiver.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, issue } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let staff: Client;
let ririn: Enrolment;
let address: string;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  staff = await app.as(graduation.cast.staff);
  ririn = await app.units.inTransaction((manager) =>
    graduate(manager, graduation, { name: 'Ririn Antang', visits: 3 }),
  );
  address = `${graduation.board}/enrolments/${ririn.id}`;
});
afterAll(() => app.close());
beforeEach(() =>
  app.units.inTransaction((manager) => manager.delete(RequirementWaiver, { enrolmentId: ririn.id })),
);

const waivers = () => app.app.get(DataSource).manager.findBy(RequirementWaiver, { enrolmentId: ririn.id });
const audits = (action: string) =>
  app.app.get(DataSource).manager.findBy(AuditEntry, {
    action: `certificates.audit.${action}`,
    recordId: String(ririn.id),
  });
const wish = { requirement: 'validVisits', reason: 'Surat Kepala UPT 12/2027, banjir' };

describe('one enrolment before the board', () => {
  it('is told requirement by requirement', async () => {
    const page = (await staff.get(address).expect(200)).text;
    expect(page).toContain('Ririn Antang');
    expect(page).toContain('Kunjungan sah 3; perlu 4.');
    expect(page).toContain('<option value="validVisits">Kunjungan sah</option>');
    expect(page).not.toContain('<option value="finalScore">');
  });

  it('is not there in another cohort, for staff of another cohort, or at all', async () => {
    const outsider = await app.as(graduation.outsider);
    await outsider.get(address).expect(404);
    await outsider.post(`${address}/waivers`, wish).expect(404);
    await outsider.post(`${address}/waivers/removal`, wish).expect(404);
    await staff.get(`${graduation.board}/enrolments/999999`).expect(404);
    await staff.post(`${graduation.board}/enrolments/999999/waivers`, wish).expect(404);
    await staff.get(`/cohorts/999999/certificates/enrolments/${ririn.id}`).expect(404);
  });
});

describe('waiving', () => {
  it('frees of one requirement, with the reason and who said so', async () => {
    await staff.post(`${address}/waivers`, wish).expect(303).expect('Location', address);
    expect(await waivers()).toMatchObject([
      { ...wish, waivedById: graduation.cast.staff.id, waivedAt: app.clock.now() },
    ]);
    const page = (await staff.get(address)).text;
    expect(page).toContain('dibebaskan: Surat Kepala UPT 12/2027, banjir');
    const board = (await staff.get(`${graduation.board}?show=qualifies`)).text;
    expect(board).toContain('Ririn Antang');
    expect(board).toContain('dibebaskan: Kunjungan sah');
    expect(await audits('waived')).toMatchObject([
      { actorId: graduation.cast.staff.id, fields: ['validVisits'], reason: wish.reason },
    ]);
  });

  it('twice, or by two at once, is once, with the first reason', async () => {
    const other = await app.as(graduation.second);
    await staff.post(`${address}/waivers`, wish).expect(303);
    await Promise.all([
      staff.post(`${address}/waivers`, wish),
      other.post(`${address}/waivers`, { ...wish, reason: 'Lain' }),
    ]);
    expect(await waivers()).toMatchObject([{ reason: wish.reason }]);
  });

  it.each([
    ['no reason', { ...wish, reason: '  ' }, 'reason-error'],
    ['no requirement', { reason: 'Karena' }, 'requirement-error'],
    ['a reason without end', { ...wish, reason: 'x'.repeat(501) }, 'reason-error'],
  ])('is refused in place for %s', async (_what, fields, error) => {
    const answer = await staff.post(`${address}/waivers`, fields).expect(422);
    expect(answer.text).toContain(`id="${error}"`);
    expect(await waivers()).toEqual([]);
  });

  it('is refused for what is met, and for what is no requirement', async () => {
    await staff
      .post(`${address}/waivers`, { ...wish, requirement: 'finalScore' }, address)
      .expect('Location', address);
    expect((await staff.get(address)).text).toContain('Syarat itu sudah terpenuhi.');
    await staff.post(`${address}/waivers`, { ...wish, requirement: 'prayer' }).expect(404);
    expect(await waivers()).toEqual([]);
  });

  it('can be withdrawn, twice too, and both are on record', async () => {
    await staff.post(`${address}/waivers`, wish).expect(303);
    const before = (await audits('unwaived')).length;
    await staff.post(`${address}/waivers/removal`, { requirement: 'validVisits' }).expect(303);
    await staff.post(`${address}/waivers/removal`, { requirement: 'validVisits' }).expect(303);
    await staff.post(`${address}/waivers/removal`, {}).expect(404);
    expect(await waivers()).toEqual([]);
    expect((await audits('unwaived')).length).toBe(before + 1);
  });

  it('is not for students, instructors and coordinators', async () => {
    for (const who of [graduation.cast.student, graduation.cast.instructor, graduation.cast.coordinator]) {
      await (await app.as(who)).post(`${address}/waivers`, wish).expect(403);
    }
    expect(await waivers()).toEqual([]);
  });

  it('ends once the certificate is out', async () => {
    await staff.post(`${address}/waivers`, wish).expect(303);
    await issue(app, graduation, [ririn]);
    await staff.post(`${address}/waivers/removal`, { requirement: 'validVisits' }, address).expect(303);
    const page = (await staff.get(address)).text;
    expect(page).toContain('jadi syaratnya tidak dapat diubah lagi');
    expect(page).not.toContain('/waivers');
    expect(await waivers()).toHaveLength(1);
  });
});
