/**
 * An Indonesian or international phone number as +62812…; null where it is none. However it is written, one number
 * has one form: also with 00 for +, and with the zero kept after 62, as many do.
 */
export function normalisePhone(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s().\p{Pd}]/gu, '');
  const international = digits
    .replace(/^00/, '+')
    .replace(/^0(?=[1-9])/, '+62')
    .replace(/^62/, '+62')
    .replace(/^8/, '+628')
    .replace(/^\+620+/, '+62');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}
