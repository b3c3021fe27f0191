import { InvalidConfig, readConfig } from './config.js';

const root = '/srv/kelas';
const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env, root);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.lines;
    throw error;
  }
};

describe('configuration', () => {
  it('needs nothing to be a demo on loopback', () => {
    expect(readConfig({}, root)).toMatchObject({
      demo: true,
      production: false,
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      dataDir: '/srv/kelas/data',
      timeZone: 'Asia/Jakarta',
    });
  });

  it.each([
    [{ NODE_ENV: 'production', BASE_URL: 'https://kader.example' }],
    [{ DATABASE_URL: 'mysql://u:p@127.0.0.1/kader' }],
    [{ DATA_DIR: '/var/lib/kader' }],
    [{ DEMO: 'off' }],
  ])('is no demo with %j', (env) => {
    expect(readConfig(env, root).demo).toBe(false);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT=abc: expected a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT=70000: expected a whole number from 0 to 65535'],
    [{ SESSION_DAYS: '0' }, 'SESSION_DAYS=0: expected a whole number from 1 to 365'],
    [
      { DATABASE_URL: 'postgres://x/y' },
      'DATABASE_URL=postgres://x/y: expected a URL that starts with mysql:// or mariadb://',
    ],
    [{ BASE_URL: 'kader' }, 'BASE_URL=kader: expected a URL that starts with http:// or https://'],
    [{ TZ_DISPLAY: 'Mars/Base' }, 'TZ_DISPLAY=Mars/Base: expected an IANA time zone such as Asia/Jakarta'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud: expected one of fatal, error, warn, info, debug, silent'],
    [{ WORKER: 'many' }, 'WORKER=many: expected one of inline, only, off'],
  ])('tells what is wrong with %j', (env, line) => {
    expect(problemsOf(env)).toEqual([line]);
  });

  it('tells everything that is wrong at once', () => {
    expect(problemsOf({ PORT: '-1', TRUST_PROXY: 'yes', NODE_ENV: 'production' })).toHaveLength(3);
  });
});
