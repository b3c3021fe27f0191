import { Missing, Stale } from './refusals.js';
import { unlessStale } from './unless-stale.js';

const failing = (reason: Error) => () => Promise.reject(reason);

describe('a change that its page may have come too late for', () => {
  it('is done where nothing newer stands', async () => {
    await expect(unlessStale(() => Promise.resolve('done'), failing(new Missing('page')))).resolves.toBe(
      'done',
    );
  });

  it('gives way to the other answer where something newer does', async () => {
    await expect(unlessStale(failing(new Stale()), () => Promise.resolve('newer'))).resolves.toBe('newer');
  });

  it('lets every other error pass', async () => {
    const change = unlessStale(failing(new Missing('lesson')), () => Promise.resolve('newer'));
    await expect(change).rejects.toThrow(Missing);
  });
});
