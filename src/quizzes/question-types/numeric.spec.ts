import * as fc from 'fast-check';
import { SeededRandom } from '../seeded-random.js';
import { numeric } from './numeric.js';
import { NOTHING_DRAWN } from './question-type.js';

const hpp = { correct: 14171, tolerance: 5, unit: 'rupiah' };
const varied = {
  variants: [
    { values: { bahan: 'Rp120.000', isi: '40' }, correct: 3000 },
    { values: { bahan: 'Rp150.000', isi: '40' }, correct: 3750 },
    { values: { bahan: 'Rp150.000', isi: '60' }, correct: 2500 },
  ],
  tolerance: 0,
};
const stem = 'Bahan {bahan} untuk {isi} bungkus. Berapa biaya bahan per bungkus?';

describe('a numeric body', () => {
  it.each<[unknown, string]>([
    [hpp, 'Berapa HPP per bungkus?'],
    [{ correct: -0.5, tolerance: 0.25 }, 'Berapa?'],
    [{ correct: 0, tolerance: 0 }, 'Berapa?'],
    [varied, stem],
  ])('%j is accepted', (body, question) => {
    expect(numeric.check(body, question)).toEqual([]);
  });

  it.each<[string, unknown, string, string, string]>([
    ['no number', { tolerance: 1 }, '', 'correct', 'missing'],
    ['no tolerance', { correct: 1 }, '', 'tolerance', 'missing'],
    ['a number in quotes', { correct: '14.171', tolerance: 1 }, '', 'correct', 'wrong-kind'],
    ['a tolerance below zero', { correct: 1, tolerance: -1 }, '', 'tolerance', 'out-of-range'],
    ['more than six decimals', { correct: 1.1234567, tolerance: 0 }, '', 'correct', 'out-of-range'],
    ['a number out of all bounds', { correct: 1e21, tolerance: 0 }, '', 'correct', 'out-of-range'],
    ['no number at all', { correct: Number.NaN, tolerance: 0 }, '', 'correct', 'out-of-range'],
    ['an empty unit', { ...hpp, unit: '' }, '', 'unit', 'empty'],
    ['a place without values', hpp, 'Bahan {bahan}?', 'stem', 'unknown-placeholder'],
    ['both kinds of key', { ...varied, correct: 1 }, stem, 'correct', 'unknown-field'],
    ['one variant', { ...varied, variants: varied.variants.slice(1, 2) }, stem, 'variants', 'too-few'],
    [
      'a variant without a value',
      { ...varied, variants: [varied.variants[0], { values: { bahan: 'Rp1' }, correct: 1 }] },
      stem,
      'variants.1.values.isi',
      'unknown-placeholder',
    ],
    [
      'a value without a place',
      {
        ...varied,
        variants: [varied.variants[0], { values: { bahan: '1', isi: '2', oli: '3' }, correct: 1 }],
      },
      stem,
      'variants.1.values.oli',
      'unused-value',
    ],
    [
      'a value that is a number',
      { ...varied, variants: [varied.variants[0], { values: { bahan: 1, isi: '2' }, correct: 1 }] },
      stem,
      'variants.1.values.bahan',
      'wrong-kind',
    ],
  ])('with %s is refused', (_what, body, question, at, problem) => {
    expect(numeric.check(body, question)).toEqual([{ at, problem }]);
  });
});

describe('a numeric answer', () => {
  it.each<[unknown, unknown]>([
    ['14.171', { value: '14.171' }],
    [' Rp14.171 ', { value: 'Rp14.171' }],
    ['14.171 Rupiah', { value: '14.171 Rupiah' }],
    ['', { value: null }],
    ['  ', { value: null }],
    [undefined, { value: null }],
    ['empat belas', { problem: 'not-a-number' }],
    ['14.171 bungkus', { problem: 'not-a-number' }],
    ['1'.repeat(61), { problem: 'too-long' }],
    [14171, { problem: 'malformed' }],
    [['1'], { problem: 'malformed' }],
  ])('%j is read as %j', (given, reading) => {
    expect(numeric.read(hpp, NOTHING_DRAWN, given)).toEqual(reading);
  });

  it.each<[string | null, number]>([
    ['14.171', 100],
    ['14171', 100],
    ['Rp14.176', 100],
    ['14.166,00', 100],
    ['14.166 rupiah', 100],
    ['14.165,99', 0],
    ['14.177', 0],
    ['14,171', 0],
    [null, 0],
  ])('%j earns %d of 100 for 14,171 within 5', (value, earned) => {
    expect(numeric.score(hpp, NOTHING_DRAWN, value, 100)).toBe(earned);
  });

  it.each([
    ['1,1', 1, 0.1, 100],
    ['0,3', 0.1, 0.2, 100],
    ['1,1000001', 1, 0.1, 0],
    ['-2,5', -2.5, 0, 100],
    ['2,5', -2.5, 0, 0],
    ['-0,1', 0, 0.1, 100],
    ['33,33', 33.3333, 0.01, 100],
  ])('%s for %d within %d earns %d: the bounds are exact', (value, correct, tolerance, earned) => {
    expect(numeric.score({ correct, tolerance }, NOTHING_DRAWN, value, 100)).toBe(earned);
  });

  it('is right exactly where it lies within the tolerance', () => {
    const hundredths = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(hundredths, fc.nat(500), fc.integer({ min: -600, max: 600 }), (correct, tolerance, off) => {
        const body = { correct: correct / 100, tolerance: tolerance / 100 };
        const value = String((correct + off) / 100).replace('.', ',');
        const isRight = Math.abs(off) <= tolerance;
        expect(numeric.score(body, NOTHING_DRAWN, value, 100)).toBe(isRight ? 100 : 0);
      }),
    );
  });

  it('is shown as typed, with what was read', () => {
    expect(numeric.show(hpp, NOTHING_DRAWN, '14.171 rupiah')).toEqual({
      type: 'numeric',
      typed: '14.171 rupiah',
      reading: '14171',
      unit: 'rupiah',
    });
    expect(numeric.show(varied, NOTHING_DRAWN, null)).toEqual({
      type: 'numeric',
      typed: '',
      reading: null,
      unit: null,
    });
  });
});

describe('a numeric question with variants', () => {
  const second = { optionOrder: [], variant: 1 };

  it('asks, scores and reviews with the numbers that the attempt drew', () => {
    expect(numeric.stem?.(stem, varied, second)).toBe(
      'Bahan Rp150.000 untuk 40 bungkus. Berapa biaya bahan per bungkus?',
    );
    expect(numeric.score(varied, second, '3.750', 100)).toBe(100);
    expect(numeric.score(varied, second, '3.000', 100)).toBe(0);
    expect(numeric.correct(varied, second)).toEqual({
      kind: 'number',
      number: 3750,
      tolerance: 0,
      unit: null,
    });
  });

  it('draws each of them for some seed, and always one that there is', () => {
    const drawn = Array.from(
      { length: 60 },
      (_, seed) => numeric.draw(varied, new SeededRandom(`${seed}`)).variant,
    );
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2]));
  });
});
