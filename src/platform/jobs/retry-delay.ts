/** A job that has failed so often is parked. */
export const MOST_ATTEMPTS = 10;

const FIRST_MS = 15_000;
const LONGEST_MS = 3_600_000;

/**
 * How long a job rests after its nth failure, in milliseconds: 15 seconds, then twice as long each time, an hour at
 * most. Ten attempts span two hours, longer than a mail server is usually away.
 */
export const retryDelayMs = (attempts: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
