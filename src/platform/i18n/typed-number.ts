/**
 * A number as people in Indonesia type it, read into canonical decimal text ('1250000', '-0.5'), or `undefined`
 * where it is not clearly one number.
 *
 * How marks are read:
 * - a comma is the decimal sign: `0,5`; `1,250` is 1.25;
 * - dots before groups of exactly three digits separate thousands: `14.171` is 14171, `1.250.000`;
 * - any other single dot is the decimal sign of an English keyboard: `0.5`, `14.17`, and `0.500`, because no
 *   thousand begins with a zero;
 * - both kinds: the last one is the decimal sign (`1.250,50`, `1,250.50`); several commas separate thousands;
 * - spaces may separate thousands.
 *
 * `Rp`/`IDR` before it, `,-` after it, a sign, `%` and the words rb, ribu, jt, juta, miliar, milyar (which
 * multiply) are understood. Not `M`: it means a billion to some and a million to others.
 */
export function readTypedNumber(text: string): string | undefined {
  const match = SHAPE.exec(text.normalize('NFKC').replace(/[−–]/g, '-').trim());
  if (!match) return undefined;
  const [, outerSign = '', innerSign = '', digits = '', word = ''] = match;
  if (outerSign && innerSign) return undefined;
  const decimal = readMarks(digits.replace(/,-$/, ''));
  if (!decimal) return undefined;
  const value = shift(decimal, MULTIPLIERS[word.toLowerCase()] ?? 0);
  return (outerSign || innerSign) === '-' && value !== '0' ? `-${value}` : value;
}

const SHAPE =
  /^([+-]?)\s*(?:(?:Rp|IDR)\.?\s*)?([+-]?)([\d., ]{1,30}?(?:,-)?)\s*(%|rb|ribu|jt|juta|mil[iy]ar)?$/i;
const MULTIPLIERS: Record<string, number> = { rb: 3, ribu: 3, jt: 6, juta: 6, miliar: 9, milyar: 9 };

const grouped = (marks: string): string => `(?!0)\\d{1,3}(?:[${marks}]\\d{3})+`;
const READINGS = [
  { shape: /^\d+(?:,\d+)?$/, thousands: '', decimal: ',' },
  { shape: new RegExp(`^${grouped('. ')}(?:,\\d+)?$`), thousands: '. ', decimal: ',' },
  { shape: /^\d+\.\d+$/, thousands: '', decimal: '.' },
  { shape: new RegExp(`^${grouped(',')}(?:\\.\\d+)?$`), thousands: ',', decimal: '.' },
];

/** Digits and marks → digits with at most one '.', or `undefined`. */
function readMarks(digits: string): string | undefined {
  const reading = READINGS.find(({ shape }) => shape.test(digits));
  if (!reading) return undefined;
  const joined = [...digits].filter((mark) => !reading.thousands.includes(mark)).join('');
  return joined.replace(reading.decimal, '.');
}

/** Moves the decimal point `places` to the right and strips what says nothing. */
function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(places, '0');
  const left = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
  const right = padded.slice(places).replace(/0+$/, '');
  return right ? `${left}.${right}` : left;
}
