import { ActorSource } from '../../src/platform/access/actor-source.js';
import { Assets } from '../../src/platform/web/assets.js';
import { startApp, type TestApp } from '../support/app.js';
import { createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';

let app: TestApp;
let student: Client;
let lookUps = 0;

beforeAll(async () => {
  app = await startApp();
  student = await app.as((await createCast(app)).student);
  const source = app.app.get(ActorSource);
  const byToken = source.byToken.bind(source);
  source.byToken = async (token) => {
    lookUps += 1;
    return await byToken(token);
  };
});
afterAll(() => app.close());

const css = (): string => app.app.get(Assets).url('kader.css');
const paths: [string, () => string, number][] = [
  ['/healthz', () => '/healthz', 200],
  ['/readyz', () => '/readyz', 200],
  ['/metrics', () => '/metrics', 200],
  ['a stylesheet', css, 200],
  ['a stylesheet of yesterday', () => '/assets/kader.gone.css', 404],
  ['an asset that never was', () => '/assets/../../etc/passwd', 404],
  ['the icon that every browser asks for', () => '/favicon.ico', 404],
  ['a source map', () => '/assets/attempt.js.map', 404],
  ['a script of another product', () => '/wp-content/plugins/x.js', 404],
];

describe('what no person asks for', () => {
  it.each(paths)(
    '%s is answered without a look at who asks, and leaves no cookie',
    async (_what, path, status) => {
      lookUps = 0;
      for (const client of [student, app.guest()]) {
        const answer = await client.get(path()).expect(status);
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
      expect(lookUps).toBe(0);
    },
  );

  it('is not kept where it is not there, as it may be there tomorrow', async () => {
    await student.get('/assets/kader.gone.css').expect('Cache-Control', 'no-store');
  });

  it('is not there for machines from elsewhere, and tells them as little', async () => {
    lookUps = 0;
    const answer = await student.get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(404);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(lookUps).toBe(0);
  });

  it('is unlike any page: there the person is found, once', async () => {
    lookUps = 0;
    await student.get('/no/such/page').expect(404);
    expect(lookUps).toBe(1);
  });
});
