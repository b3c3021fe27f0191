import { bestCoding } from './content-coding.js';

describe('the coding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'br'],
    ['gzip ; q=0.0', null],
    ['GZIP', 'gzip'],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('for "%s" is %s', (accepted, coding) => {
    expect(bestCoding(accepted)).toBe(coding);
  });
});
