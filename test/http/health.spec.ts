import { getDataSourceToken } from '@nestjs/typeorm';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { JobsService } from '../../src/platform/jobs/jobs.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { createCast } from '../support/cast.js';
import { countQueries } from '../support/query-count.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ metricsToken: 'rahasia-metrik' });
});
afterAll(() => app.close());

/** A machine: it keeps no cookies and asks for no page. */
const get = (path: string) => supertest(app.app.getHttpServer()).get(path);

describe('/healthz', () => {
  it('answers while the process lives, without asking anybody', async () => {
    const queries = await countQueries(app, async () => {
      const answer = await get('/healthz').set('Cookie', 'kader=any').expect(200);
      expect(answer.body).toEqual({ status: 'alive' });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['cache-control']).toBe('no-store');
    });
    expect(queries).toBe(0);
  });
});

describe('/readyz', () => {
  it('answers where the database does and is up to date', async () => {
    const answer = await get('/readyz').expect(200);
    expect(answer.body).toEqual({ status: 'ready' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is unavailable where a migration has not run', async () => {
    const { migrations } = app.app.get<DataSource>(getDataSourceToken());
    migrations.push({ name: 'Later1900000000000', up: async () => {}, down: async () => {} });
    const answer = await get('/readyz').expect(503);
    expect(answer.body).toEqual({ status: 'unavailable', missing: 'migrations' });
    expect(answer.headers['retry-after']).toBe('5');
    migrations.pop();
    await get('/readyz').expect(200);
  });
});

describe('/metrics', () => {
  it('counts requests by the pattern of their route', async () => {
    const cast = await createCast(app);
    const student = await app.as(cast.student);
    await student.get('/jobs/12345').expect(404);
    await student.get('/no/such/page').expect(404);
    const { text } = await get('/metrics').expect(200);
    expect(text).toMatch(/http_request_duration_seconds_count\{.*route="\/jobs\/:id".*status="404".*\} 1/);
    expect(text).toMatch(/http_request_duration_seconds_count\{.*route="none".*status="404".*\} 1/);
    expect(text).not.toContain('12345');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('counts the jobs that wait', async () => {
    expect((await get('/metrics')).text).toContain('outbox_jobs{state="open"} 0');
    await app.units.inTransaction((manager) =>
      app.app.get(JobsService).add(manager, { kind: 'x.y', dedupeKey: 'x', payload: null }),
    );
    const { text } = await get('/metrics');
    expect(text).toContain('outbox_jobs{state="open"} 1');
    expect(text).toContain('outbox_jobs{state="parked"} 0');
  });

  it('does not exist for whoever comes through a proxy, unless with the token', async () => {
    const fromAfar = () => get('/metrics').set('X-Forwarded-For', '203.0.113.9');
    await fromAfar().expect(404);
    await get('/metrics').set('Forwarded', 'for=203.0.113.9').expect(404);
    await fromAfar().set('Authorization', 'Bearer salah').expect(404);
    await fromAfar().set('Authorization', 'rahasia-metrik').expect(404);
    await fromAfar().set('Authorization', 'Bearer rahasia-metrik').expect(200);
  });
});

describe('without a token in the configuration', () => {
  it('no token opens the metrics', async () => {
    const bare = await startApp();
    const answer = supertest(bare.app.getHttpServer()).get('/metrics').set('X-Forwarded-For', '203.0.113.9');
    await answer.set('Authorization', 'Bearer ').expect(404);
    await bare.close();
  });
});
