import supertest from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { migratedDatabase, type TestDatabase } from '../support/databases.js';
import { type MariadbServer, startMariadb } from '../support/mariadb.js';

let server: MariadbServer;
let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  server = await startMariadb();
  database = await migratedDatabase(undefined, server.url);
  app = await startApp({ databaseUrl: database.settings.url });
}, 60_000);
afterAll(async () => {
  await app.close();
  await server.stop();
});

const get = (path: string) => supertest(app.app.getHttpServer()).get(path);

describe('a database that is away', () => {
  it('makes the process unready, not dead, and ready again when it is back', async () => {
    await get('/readyz').expect(200);
    await server.kill();
    const answer = await get('/readyz').expect(503);
    expect(answer.body).toEqual({ status: 'unavailable', missing: 'database' });
    await get('/healthz').expect(200);
    expect((await get('/metrics').expect(200)).text).not.toContain('outbox_jobs{');
    await server.restart();
    await get('/readyz').expect(200);
  }, 60_000);

  it('is the same as one that is silent', async () => {
    process.kill(server.pid, 'SIGSTOP');
    await get('/readyz').expect(503);
    process.kill(server.pid, 'SIGCONT');
    while ((await get('/readyz')).status !== 200);
  }, 60_000);
});
