/** An Indonesian or international phone number as +62812…; null where it is none. */
export function normalisePhone(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '');
  const international = digits
    .replace(/^0(?=[1-9])/, '+62')
    .replace(/^62/, '+62')
    .replace(/^8/, '+628');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}
