import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { CODE_BYTES, codeFrom, isCode, normaliseCode } from './verification-code.js';

describe('a verification code', () => {
  it.each([
    ['00000000000000000000', '0000-0000-0000-0000'],
    ['ffffffffffffffffffff', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'],
    ['00000000000000000021', '0000-0000-0000-0011'],
    ['00443214c74254b635cf', '0123-4567-89AB-CDEF'],
  ])('of the bytes %s is %s', (hex, code) => {
    expect(codeFrom(Buffer.from(hex, 'hex'))).toBe(code);
  });

  it('is of ten bytes, no fewer and no more', () => {
    expect(() => codeFrom(randomBytes(9))).toThrow(RangeError);
    expect(() => codeFrom(randomBytes(11))).toThrow(RangeError);
  });

  const tenBytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

  it('has its form, and differs for different bytes', () => {
    fc.assert(
      fc.property(tenBytes, tenBytes, (one, other) => {
        expect(isCode(codeFrom(one))).toBe(true);
        expect(codeFrom(one) === codeFrom(other)).toBe(Buffer.from(one).equals(other));
      }),
    );
  });

  it('is understood however it is typed', () => {
    const separator = fc.constantFrom('-', ' ', '', '–', '.', '\t');
    fc.assert(
      fc.property(tenBytes, separator, fc.boolean(), fc.boolean(), (bytes, between, small, letters) => {
        const code = codeFrom(bytes);
        let typed = code.replaceAll('-', between);
        if (letters) typed = typed.replaceAll('0', 'O').replaceAll('1', 'L');
        if (small) typed = typed.toLowerCase();
        expect(normaliseCode(` ${typed} `)).toBe(code);
      }),
    );
  });
});

describe('what a person types', () => {
  it.each([
    ['7KQF-2M9X-RT4D-8WPA', '7KQF-2M9X-RT4D-8WPA'],
    ['7kqf 2m9x rt4d 8wpa', '7KQF-2M9X-RT4D-8WPA'],
    ['OI1l-oooo-0000-0000', '0111-0000-0000-0000'],
    ['https://kader.contoh.test/verify/7KQF-2M9X-RT4D-8WPA', '7KQF-2M9X-RT4D-8WPA'],
    ['kader.contoh.test/verify/7kqf2m9xrt4d8wpa/', '7KQF-2M9X-RT4D-8WPA'],
    ['７ＫＱＦ２Ｍ９ＸＲＴ４Ｄ８ＷＰＡ', '7KQF-2M9X-RT4D-8WPA'],
    ['7KQF-2M9X-RT4D-8WP', null],
    ['7KQF-2M9X-RT4D-8WPAA', null],
    ['7KQF-2M9X-RT4D-8WPU', null],
    ['0087/KKP-II/PLUT-KT/XI/2027', null],
    ['', null],
  ])('%s', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it.each(['7kqf-2m9x-rt4d-8wpa', '7KQF2M9XRT4D8WPA', '7KQF-2M9X-RT4D-8WPA\n', 'OOOO-OOOO-OOOO-OOOO'])(
    '%j is not yet a code',
    (text) => {
      expect(isCode(text)).toBe(false);
    },
  );
});
