import { commonPasswords } from './common-passwords.js';

export type PasswordProblem = 'short' | 'long' | 'common';

/** Length before classes of characters, as NIST SP 800-63B advises; what others guess first is refused. */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...password.normalize('NFC')].length;
  if (length < 10) return 'short';
  if (length > 128) return 'long';
  return isCommon(password) ? 'common' : null;
}

/** A common word with digits or signs around it, or one character again and again, is as easy to guess. */
function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return commonPasswords.has(plain) || commonPasswords.has(word) || new Set(plain).size < 4 || isRun(plain);
}

const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];
const isRun = (text: string): boolean => runs.some((run) => run.includes(text));
