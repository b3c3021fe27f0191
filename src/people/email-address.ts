/** One address and nothing beside it. */
export const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@.,;<>()"]+$/;

/** An e-mail address as it is stored and compared: NFKC, lower case, no space around; null where it is none. */
export function normaliseEmail(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  return text.length <= 190 && EMAIL.test(text) ? text : null;
}
