import * as fc from 'fast-check';
import { isPeerFactor, memberScore } from './peer-factor.js';

describe('a peer factor', () => {
  it.each([
    [8000, 0, 8000],
    [8000, 10, 8800],
    [8000, -10, 7200],
    [8333, 5, 8750],
    [8333, -5, 7916],
    [9500, 10, 10_000],
    [10_000, -10, 9000],
    [0, 10, 0],
    [5, 10, 6],
  ])('%d with %d %% is %d', (group, factor, member) => {
    expect(memberScore(group, factor)).toBe(member);
  });

  it.each([
    [10, true],
    [-10, true],
    [0, true],
    [11, false],
    [-11, false],
    [2.5, false],
    [Number.NaN, false],
  ])('may be %d: %s', (factor, expected) => {
    expect(isPeerFactor(factor)).toBe(expected);
  });

  it('that is none is refused', () => {
    expect(() => memberScore(8000, 20)).toThrow(RangeError);
  });

  it('keeps every member between 0 and 100, in the order of the factors', () => {
    const factor = fc.integer({ min: -10, max: 10 });
    fc.assert(
      fc.property(fc.nat(10_000), factor, factor, (group, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(memberScore(group, low)).toBeGreaterThanOrEqual(0);
        expect(memberScore(group, low)).toBeLessThanOrEqual(memberScore(group, high));
        expect(memberScore(group, high)).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
