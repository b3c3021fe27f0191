import { type AuditNote, AuditService } from '../../src/platform/audit/audit.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;
let cast: Cast;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  admin = await app.as(cast.admin);
});
afterAll(() => app.close());

const note = (more: Partial<AuditNote> = {}) =>
  app.units.inTransaction((manager) =>
    app.app.get(AuditService).note(manager, {
      by: { personId: cast.staff.id, requestId: 'abc-123' },
      action: 'jobs.audit.retried',
      record: { type: 'job', id: 7 },
      ...more,
    }),
  );
const rowsOf = (html: string): number => html.match(/<tr><td/g)?.length ?? 0;

describe('the audit log', () => {
  it('tells who did what to which record, when, why and in which request', async () => {
    await note({ fields: { score: { from: 7000, to: 7550 } }, reason: 'Salah <b>hitung</b>' });
    const { text } = await admin.get('/audit').expect(200);
    for (const part of [
      'Melki Sangen',
      'Memulai lagi pekerjaan yang berhenti',
      'job 7',
      'score: 7000 → 7550',
      'Salah &lt;b&gt;hitung&lt;/b&gt;',
      'Rujukan: abc-123',
      'Selasa, 31 Agustus 2027, 10.00 WIB',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names fields without values, and the product itself', async () => {
    await note({ by: null, record: { type: 'person', id: 'x9' }, fields: ['phone', 'email'] });
    const { text } = await admin.get('/audit').expect(200);
    expect(text).toMatch(/Sistem.*person x9.*phone, email/s);
  });

  it('is for administrators', async () => {
    await (await app.as(cast.staff)).get('/audit').expect(403);
    await app.guest().get('/audit').expect(303);
  });

  it('keeps no entry of what was not done', async () => {
    const failing = app.units.inTransaction(async (manager) => {
      await app.app.get(AuditService).note(manager, {
        by: null,
        action: 'x.never',
        record: { type: 'x', id: 1 },
      });
      throw new Error('not done');
    });
    await expect(failing).rejects.toThrow('not done');
    expect((await admin.get('/audit')).text).not.toContain('x.never');
  });

  it('filters by action and by the name of the person', async () => {
    await note({ action: 'x.other', by: { personId: cast.instructor.id } });
    const other = await admin.get('/audit?action=x.other').expect(200);
    expect(rowsOf(other.text)).toBe(1);
    expect(other.text).toContain('<option value="x.other" selected>');
    const byName = await admin.get('/audit?person=elsi').expect(200);
    expect(rowsOf(byName.text)).toBe(1);
    expect(byName.text).toContain('value="elsi"');
    for (const nobody of ['%25', '_', "' OR 1=1 --"]) {
      await admin
        .get(`/audit?person=${nobody}`)
        .expect(200)
        .expect(/Tidak ada catatan yang cocok/);
    }
  });

  it('pages, the newest first, with as many queries for 50 rows as for one', async () => {
    await note({ action: 'x.page', record: { type: 'x', id: 'first' } });
    const few = await countQueries(app, () => admin.get('/audit?action=x.page').expect(200));
    for (let number = 2; number <= 51; number += 1)
      await note({ action: 'x.page', by: { personId: number % 2 ? cast.staff.id : cast.student.id } });
    let text = '';
    const many = await countQueries(app, async () => ({ text } = await admin.get('/audit?action=x.page')));
    expect(rowsOf(text)).toBe(50);
    expect(text).not.toContain('x first');
    expect(few).toBeGreaterThan(2);
    expect(many).toBe(few);
    const next = await admin.get('/audit?action=x.page&page=2').expect(200);
    expect(rowsOf(next.text)).toBe(1);
    expect(next.text).toContain('x first');
  });
});
