import { Job } from '../../src/platform/jobs/job.entity.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { JobsService, type NewJob } from '../../src/platform/jobs/jobs.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { gate } from '../support/gates.js';

let app: TestApp;
let cast: Cast;
let work: () => Promise<void>;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  app.app.get(JobHandlers).register('letters.send', () => work());
});
afterAll(() => app.close());
beforeEach(async () => {
  work = async () => {};
  await app.units.inTransaction((manager) => manager.createQueryBuilder().delete().from(Job).execute());
});

let letters = 0;
const add = (more: Partial<NewJob> = {}) =>
  app.units.inTransaction((manager) =>
    app.app.get(JobsService).add(manager, {
      kind: 'letters.send',
      dedupeKey: `letter:${(letters += 1)}`,
      payload: null,
      startedBy: { personId: cast.staff.id },
      returnTo: '/home',
      ...more,
    }),
  );

/** Lets the job fail until it is parked. */
async function park(): Promise<number> {
  const id = await add();
  work = async () => {
    throw new Error('<b>no connection</b>');
  };
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await app.work();
    app.clock.advance(3_600_000);
  }
  return id;
}

describe('watching a job', () => {
  it('tells how far it is, and comes again by itself', async () => {
    const id = await add();
    const staff = await app.as(cast.staff);
    const before = await staff.get(`/jobs/${id}`).expect(200);
    expect(before.text).toContain('Menunggu giliran');
    expect(before.headers['refresh']).toBe('3');
    const answer = await staff.get(`/jobs/${id}/progress`).set('Accept', 'application/json').expect(200);
    expect(answer.body).toEqual({
      state: 'waiting',
      moves: true,
      done: 0,
      total: 0,
      text: 'Menunggu giliran.',
      result: null,
    });
  });

  it('shows the count while it runs', async () => {
    const id = await add();
    const counted = gate();
    const mayEnd = gate();
    app.app.get(JobHandlers).register('letters.count', async ({ progress }) => {
      await progress(64, 112);
      counted.open();
      await mayEnd.opened;
    });
    const long = await add({ kind: 'letters.count' });
    const working = app.work();
    await counted.opened;
    const { text } = await (await app.as(cast.staff)).get(`/jobs/${long}`);
    expect(text).toContain('Sedang dikerjakan: 64 dari 112.');
    expect(text).toContain('max="112" value="64"');
    mayEnd.open();
    await working;
    expect(id).toBeLessThan(long);
  });

  it('leads to what came of it', async () => {
    const id = await add();
    await app.work();
    const answer = await (await app.as(cast.staff)).get(`/jobs/${id}`).expect(200);
    expect(answer.text).toMatch(/<p id="job-result"><a class="button" href="\/home">Lihat hasilnya/);
    expect(answer.headers['refresh']).toBeUndefined();
  });

  it('says that it failed, not why', async () => {
    const id = await park();
    const answer = await (await app.as(cast.staff)).get(`/jobs/${id}`).expect(200);
    expect(answer.text).toContain('Tidak berhasil setelah sepuluh kali dicoba');
    expect(answer.text).not.toContain('no connection');
    expect(answer.headers['refresh']).toBeUndefined();
  });

  it('is for whoever started it, and for administrators', async () => {
    const id = await add();
    for (const path of [`/jobs/${id}`, `/jobs/${id}/progress`]) {
      await (await app.as(cast.admin)).get(path).expect(200);
      await (await app.as(cast.stranger)).get(path).expect(404);
      await app.guest().get(path).expect(303);
    }
    await (await app.as(cast.staff)).get('/jobs/0').expect(404);
  });
});

describe('the list of jobs', () => {
  it('shows what stopped, and why, to administrators only', async () => {
    await park();
    const { text } = await (await app.as(cast.admin)).get('/jobs').expect(200);
    expect(text).toContain('10 kali dicoba');
    expect(text).toContain('&lt;b&gt;no connection&lt;/b&gt;');
    expect(text).toContain('Berhenti (1)');
    await (await app.as(cast.staff)).get('/jobs').expect(403);
    await app.guest().get('/jobs').expect(303);
  });

  it('pages', async () => {
    for (let count = 1; count <= 51; count += 1) await add();
    const admin = await app.as(cast.admin);
    const first = await admin.get('/jobs?show=open').expect(200);
    expect(first.text.match(/href="\/jobs\/\d+"/g)).toHaveLength(50);
    expect(first.text).toContain('href="/jobs?show&#x3D;open&amp;page&#x3D;2"');
    const second = await admin.get('/jobs?show=open&page=2').expect(200);
    expect(second.text.match(/href="\/jobs\/\d+"/g)).toHaveLength(1);
    await admin
      .get('/jobs?show=nothing&page=-1')
      .expect(200)
      .expect(/Tidak ada pekerjaan yang berhenti/);
  });
});

describe('starting a parked job again', () => {
  it('does it, with all attempts before it', async () => {
    const id = await park();
    const admin = await app.as(cast.admin);
    const answer = await admin.post(`/jobs/${id}/retry`).expect(303).expect('Location', '/jobs');
    const { text } = await admin.get('/audit').expect(200);
    expect(text).toMatch(new RegExp(`Dwi Lestari.*Memulai lagi pekerjaan.*job ${id}`, 's'));
    expect(text).toContain(`Rujukan: ${answer.headers['x-request-id']}`);
    work = async () => {};
    await app.work();
    await admin
      .get(`/jobs/${id}`)
      .expect(200)
      .expect(/Selesai/);
    await admin.post(`/jobs/${id}/retry`).expect(404);
  });

  it('is for administrators', async () => {
    const id = await park();
    await (await app.as(cast.staff)).post(`/jobs/${id}/retry`).expect(403);
    await (await app.as(cast.admin)).forge(`/jobs/${id}/retry`).expect(403);
  });
});
