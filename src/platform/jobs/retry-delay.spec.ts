import { MOST_ATTEMPTS, retryDelayMs } from './retry-delay.js';

describe('the rest after a failure', () => {
  it.each([
    [1, 15],
    [2, 30],
    [3, 60],
    [8, 1920],
    [9, 3600],
    [30, 3600],
  ])('number %i lasts %i seconds', (attempts, seconds) => {
    expect(retryDelayMs(attempts)).toBe(seconds * 1000);
  });

  it('adds up to two hours before a job is parked', () => {
    const rests = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => retryDelayMs(index + 1));
    expect(rests.reduce((sum, rest) => sum + rest, 0)).toBeGreaterThan(2 * 3_600_000);
  });
});
