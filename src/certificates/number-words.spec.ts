import { numberInWords } from './number-words.js';

describe('a number in words', () => {
  it.each([
    [0, 'nol', 'zero'],
    [1, 'satu', 'one'],
    [10, 'sepuluh', 'ten'],
    [11, 'sebelas', 'eleven'],
    [12, 'dua belas', 'twelve'],
    [19, 'sembilan belas', 'nineteen'],
    [20, 'dua puluh', 'twenty'],
    [21, 'dua puluh satu', 'twenty-one'],
    [69, 'enam puluh sembilan', 'sixty-nine'],
    [80, 'delapan puluh', 'eighty'],
    [100, 'seratus', 'one hundred'],
    [101, 'seratus satu', 'one hundred and one'],
    [111, 'seratus sebelas', 'one hundred and eleven'],
    [120, 'seratus dua puluh', 'one hundred and twenty'],
    [500, 'lima ratus', 'five hundred'],
    [999, 'sembilan ratus sembilan puluh sembilan', 'nine hundred and ninety-nine'],
  ])('%i', (value, id, en) => {
    expect([numberInWords(value, 'id'), numberInWords(value, 'en')]).toEqual([id, en]);
  });

  it('differs for every number', () => {
    for (const locale of ['id', 'en'] as const) {
      const all = Array.from({ length: 1000 }, (_none, value) => numberInWords(value, locale));
      expect(new Set(all).size).toBe(1000);
      expect(all.every((words) => /^[a-z]+([ -][a-z]+)*$/.test(words))).toBe(true);
    }
  });

  it.each([-1, 1000, 1.5])('there are none for %d', (value) => {
    expect(() => numberInWords(value, 'id')).toThrow(RangeError);
  });
});
