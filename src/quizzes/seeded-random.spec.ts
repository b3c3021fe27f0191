import * as fc from 'fast-check';
import { SeededRandom } from './seeded-random.js';

const draws = (seed: string, limit: number, count: number): number[] => {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => random.below(limit));
};

describe('seeded random numbers', () => {
  it('are the documented stream, so that another program can draw the same', () => {
    // printf 'P1#0' | sha256sum, and the first eight digits of P1#1
    expect(draws('P1', 2 ** 32, 9).map((word) => word.toString(16).padStart(8, '0'))).toEqual([
      '14d3f75a',
      'ebf0679d',
      '5e35ee42',
      'ec8a4a76',
      'ec8c0bce',
      'd0adbbf1',
      'ec0c3cf5',
      '3230c5ff',
      '7faef679',
    ]);
  });

  it('repeat for the same seed and differ for another', () => {
    expect(draws('a', 1000, 20)).toEqual(draws('a', 1000, 20));
    expect(draws('a', 1000, 20)).not.toEqual(draws('b', 1000, 20));
  });

  it('stay below the limit', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, limit) => {
        for (const value of draws(seed, limit, 5)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(limit);
        }
      }),
    );
  });

  it('favour none: 6,000 throws of a die give each face between 900 and 1,100 times', () => {
    const counts = Array.from({ length: 6 }, () => 0);
    for (const face of draws('die', 6, 6000)) counts[face] = (counts[face] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});

describe('a shuffle', () => {
  it('keeps every member, once, and leaves the given list alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
        const before = [...list];
        const shuffled = new SeededRandom(seed).shuffled(list);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
        expect(list).toEqual(before);
      }),
    );
  });

  it('gives each order of three about equally often', () => {
    const random = new SeededRandom('orders');
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round += 1) {
      const order = random.shuffled(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(900);
  });
});
