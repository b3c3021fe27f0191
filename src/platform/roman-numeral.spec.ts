import * as fc from 'fast-check';
import { romanNumeral } from './roman-numeral.js';

const WORTH: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Reads a numeral the way a person does: a lesser letter before a greater one is taken off. */
function read(numeral: string): number {
  const values = [...numeral].map((letter) => WORTH[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

describe('a Roman numeral', () => {
  it.each([
    [1, 'I'],
    [2, 'II'],
    [4, 'IV'],
    [9, 'IX'],
    [11, 'XI'],
    [12, 'XII'],
    [49, 'XLIX'],
    [2027, 'MMXXVII'],
    [3999, 'MMMCMXCIX'],
  ])('%i is %s', (value, numeral) => {
    expect(romanNumeral(value)).toBe(numeral);
  });

  it.each([0, -1, 4000, 1.5, NaN])('%d has none', (value) => {
    expect(() => romanNumeral(value)).toThrow(RangeError);
  });

  it('reads back as its value, with no letter four times in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
        expect(read(romanNumeral(value))).toBe(value);
        expect(romanNumeral(value)).not.toMatch(/(.)\1{3}/);
      }),
    );
  });
});
