import { DatabaseUnavailableError } from './database-errors.js';
import { withRetries } from './retry.js';

/** Time that passes only where someone waits. */
function fakeTime() {
  let now = 0;
  const pauses: number[] = [];
  const pause = async (ms: number) => {
    now += ms;
    pauses.push(ms);
  };
  return { now: () => now, pause, pauses };
}

/** Fails so many times, each time with the error, and counts its calls. */
function failing(times: number, error: unknown) {
  let calls = 0;
  const attempt = async () => {
    calls += 1;
    if (calls <= times) throw error;
    return 'done';
  };
  return { attempt, calls: () => calls };
}

const driverError = (values: object) => Object.assign(new Error('query failed'), { driverError: values });

describe('errors that pass', () => {
  it.each([
    ['a deadlock', driverError({ errno: 1213 })],
    ['a lock held too long', driverError({ errno: 1205 })],
    ['a conflict found while committing', driverError({ errno: 1180 })],
    ['a node outside its cluster', driverError({ errno: 1047 })],
    ['a lost connection', driverError({ code: 'PROTOCOL_CONNECTION_LOST' })],
    ['a connection reset', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
    ['a server that is not there', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['silence', Object.assign(new Error('connect'), { code: 'ETIMEDOUT' })],
    ['a broken pipe', Object.assign(new Error('write'), { code: 'EPIPE' })],
    ['a closed pool', new Error('Pool is closed.')],
    ['another process writing to SQLite', driverError({ errcode: 5, message: 'database is locked' })],
  ])('repeat the attempt: %s', async (_, error) => {
    const { attempt, calls } = failing(2, error);
    expect(await withRetries(attempt, fakeTime())).toBe('done');
    expect(calls()).toBe(3);
  });
});

describe('errors that stay', () => {
  it.each([
    ['a key that is taken', driverError({ errno: 1062, code: 'ER_DUP_ENTRY' })],
    ['a rule of the work itself', new Error('the quiz is closed')],
    ['no error at all', undefined],
  ])('are thrown at once: %s', async (_, error) => {
    const { attempt, calls } = failing(1, error);
    await expect(withRetries(attempt, fakeTime())).rejects.toBe(error);
    expect(calls()).toBe(1);
  });
});

describe('patience', () => {
  it('ends after 8 conflicts', async () => {
    const { attempt, calls } = failing(Infinity, driverError({ errno: 1213 }));
    await expect(withRetries(attempt, fakeTime())).rejects.toThrow(DatabaseUnavailableError);
    expect(calls()).toBe(8);
  });

  it('outlasts a failover of 6 seconds, and ends after 7', async () => {
    const time = fakeTime();
    const error = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const { attempt, calls } = failing(Infinity, error);
    const failed = withRetries(attempt, time);
    await expect(failed).rejects.toMatchObject({ retryAfter: 5, cause: error });
    expect(time.now()).toBeGreaterThan(6_000);
    expect(time.now()).toBeLessThanOrEqual(7_000);
    expect(calls()).toBeGreaterThan(8);
  });

  it('waits longer each time, to half a second', async () => {
    const time = fakeTime();
    await withRetries(failing(10, driverError({ errno: 1047 })).attempt, time);
    time.pauses.forEach((pause, tries) => {
      const ceiling = Math.min(500, 10 * 2 ** tries);
      expect(pause).toBeGreaterThanOrEqual(ceiling / 2);
      expect(pause).toBeLessThanOrEqual(ceiling);
    });
  });
});
