/** Digits and capitals without I, L, O and U (Crockford's alphabet): none is mistaken for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** How many random bytes a code is made of: 80 bits, so that no code is ever guessed or drawn twice. */
export const CODE_BYTES = 10;

/** The code that ten random bytes stand for: four groups of four characters, such as 7KQF-2M9X-RT4D-8WPA. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new RangeError(`a code is made of ${CODE_BYTES} bytes`);
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let characters = '';
  for (let place = 0; place < 16; place += 1) {
    characters = ALPHABET.charAt(Number(value & 31n)) + characters;
    value >>= 5n;
  }
  return grouped(characters);
}

/** Whether the text is a code in the form in which codes are stored and printed. */
export function isCode(text: string): boolean {
  return FORM.test(text);
}

/**
 * The code that someone typed, pasted or read aloud: small letters, any or no separators, the whole address of
 * the page, O for 0, I or L for 1. Null where no code can be meant.
 */
export function normaliseCode(typed: string): string | null {
  const characters = (typed.normalize('NFKC').trim().split('/').findLast(Boolean) ?? '')
    .toUpperCase()
    .replace(/[\s\p{Dash}._]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const code = grouped(characters);
  return isCode(code) ? code : null;
}

function grouped(characters: string): string {
  return (characters.match(/.{1,4}/gsu) ?? []).join('-');
}
