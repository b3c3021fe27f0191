import * as fc from 'fast-check';
import { readTypedNumber } from './typed-number.js';

describe('a typed number', () => {
  it.each([
    ['0', '0'],
    ['007', '7'],
    ['14171', '14171'],
    ['0,5', '0.5'],
    ['1,250', '1.25'],
    ['12,00', '12'],
    ['14.171', '14171'],
    ['1.250.000', '1250000'],
    ['1.250.000,75', '1250000.75'],
    ['Rp1.250.000', '1250000'],
    ['Rp 1.250.000,-', '1250000'],
    ['rp. 9000', '9000'],
    ['IDR 500', '500'],
    ['Rp-2.000', '-2000'],
    ['-Rp2.000', '-2000'],
    ['−3', '-3'],
    ['+3', '3'],
    ['-0', '0'],
    ['1 250 000', '1250000'],
    ['1\u00a0250\u00a0000', '1250000'],
    ['  42  ', '42'],
    ['12,5 %', '12.5'],
    ['35 jt', '35000000'],
    ['1,5 juta', '1500000'],
    ['1.250 ribu', '1250000'],
    ['12rb', '12000'],
    ['2,25 miliar', '2250000000'],
    ['0,0005 juta', '500'],
    ['１２，５', '12.5'],
  ])('%j reads %s, as written in Indonesian', (text, expected) => {
    expect(readTypedNumber(text)).toBe(expected);
  });

  it.each([
    ['0.5', '0.5', 'no thousand begins with a zero'],
    ['0.500', '0.5', 'no thousand begins with a zero'],
    ['14.17', '14.17', 'two digits are no thousand'],
    ['14.1715', '14.1715', 'four digits are no thousand'],
    ['1,250.50', '1250.5', 'the last mark is the decimal sign'],
    ['1,250,000', '1250000', 'a second comma can only separate thousands'],
  ])('%j reads %s, as from an English keyboard: %s', (text, expected) => {
    expect(readTypedNumber(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'dua',
    '12a',
    '1.2.3',
    '1.25.000',
    '1,2,3',
    '1,,2',
    '.5',
    '5.',
    ',',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '--2',
    '-Rp-2',
    '12 34',
    '1/2',
    '2 M',
    '10-20',
    '9'.repeat(31),
    '1'.repeat(100_000),
  ])('%j is not clearly one number', (text) => {
    expect(readTypedNumber(text)).toBeUndefined();
  });

  it('reads back what Indonesian formatting writes', () => {
    const format = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        expect(Number(readTypedNumber(format.format(hundredths / 100)))).toBe(hundredths / 100 + 0);
      }),
    );
  });

  it('gives canonical text or nothing, whatever is typed', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'0123456789.,- RpjtarbuM%'), maxLength: 14 });
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (text) => {
        expect(readTypedNumber(text) ?? '0').toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
    );
  });
});
