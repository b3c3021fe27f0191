import { longDate, periodText } from './indonesian-date.js';

describe('dates in words', () => {
  it.each([
    ['2027-11-18', '18 November 2027'],
    ['2027-08-04', '4 Agustus 2027'],
    ['2028-02-29', '29 Februari 2028'],
  ])('%s is %s', (date, text) => {
    expect(longDate(date)).toBe(text);
  });

  it.each([
    ['2027-08-24', '2027-11-18', '24 Agustus s.d. 18 November 2027'],
    ['2027-11-02', '2027-11-18', '2 s.d. 18 November 2027'],
    ['2027-11-24', '2028-02-10', '24 November 2027 s.d. 10 Februari 2028'],
    ['2027-11-18', '2028-11-18', '18 November 2027 s.d. 18 November 2028'],
    ['2027-11-18', '2027-11-18', '18 November 2027'],
  ])('from %s to %s', (from, to, text) => {
    expect(periodText(from, to)).toBe(text);
  });
});
