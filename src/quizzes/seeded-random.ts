import { createHash } from 'node:crypto';

/**
 * Numbers that look random and are the same for the same seed on every machine, so that an attempt can be drawn
 * again from its stored seed.
 *
 * The stream is SHA-256(`<seed>#<block>`) for block = 0, 1, 2 …, each block read as eight unsigned 32-bit
 * big-endian integers. `below` refuses the few values that would favour small results (rejection sampling);
 * `shuffled` draws one of those that are left, again and again.
 */
export class SeededRandom {
  private block = 0;
  private words: number[] = [];

  constructor(private readonly seed: string) {}

  /** An integer from 0 to `limit` − 1, each equally likely; `limit` from 1 to 2³². */
  below(limit: number): number {
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let word = this.word();
    while (word >= fair) word = this.word();
    return word % limit;
  }

  /** A new list of the same members in drawn order. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const drawn: T[] = [];
    while (rest.length > 0) drawn.push(...rest.splice(this.below(rest.length), 1));
    return drawn;
  }

  private word(): number {
    if (this.words.length === 0) {
      const digest = createHash('sha256').update(`${this.seed}#${this.block}`).digest();
      this.block += 1;
      this.words = Array.from({ length: 8 }, (_, index) => digest.readUInt32BE(index * 4));
    }
    return this.words.shift() as number;
  }
}
