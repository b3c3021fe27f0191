import * as fc from 'fast-check';
import { halfUp } from './half-up.js';

describe('rounding half up', () => {
  it.each([
    [0, 1, 0],
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [5, 2, 3],
    [69_995, 10, 7000],
    [69_994, 10, 6999],
    [10_000, 10_000, 1],
  ])('%i / %i = %i', (numerator, denominator, rounded) => {
    expect(halfUp(numerator, denominator)).toBe(rounded);
  });

  it('is within half of the exact quotient, and takes the upper where both are as near', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 30 }), fc.integer({ min: 1, max: 2 ** 20 }), (n, d) => {
        const twiceOff = 2n * BigInt(halfUp(n, d)) * BigInt(d) - 2n * BigInt(n);
        expect(twiceOff > -BigInt(d) && twiceOff <= BigInt(d)).toBe(true);
      }),
    );
  });
});
