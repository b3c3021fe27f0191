import { randomInt } from 'node:crypto';

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** `soal-…`: a key that nothing else has, given out with a form so that what is sent twice is made once. */
export const newKey = (prefix: 'soal' | 'kegiatan'): string =>
  `${prefix}-${Array.from({ length: 12 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')}`;
