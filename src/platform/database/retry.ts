import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailableError, isConflict, isUnavailable } from './database-errors.js';

const conflictTries = 8;
/** No try begins later than this: with the time a connection may take, an answer comes within 9 s. */
const patienceMs = 7_000;

const realTime = { now: () => performance.now(), pause: (ms: number): Promise<void> => setTimeout(ms) };

/**
 * Repeats the whole attempt while it fails for reasons that pass: a conflict at most 8 times, a database that
 * is away for as long as a failover takes. Then it gives up with a `DatabaseUnavailableError`. Any other error
 * is thrown as it is.
 */
export async function withRetries<T>(attempt: () => Promise<T>, time = realTime): Promise<T> {
  const end = time.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const conflict = isConflict(error);
      if (!conflict && !isUnavailable(error)) throw error;
      const wait = backoffMs(tries);
      const isOver = conflict ? tries >= conflictTries : time.now() + wait > end;
      if (isOver) throw new DatabaseUnavailableError(error);
      await time.pause(wait);
    }
  }
}

/** 10 ms doubled with each try, at most 500; half of it is chance, so that rivals do not meet again. */
function backoffMs(tries: number): number {
  const ceiling = Math.min(500, 10 * 2 ** (tries - 1));
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}
