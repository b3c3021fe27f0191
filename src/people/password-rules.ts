import { commonPasswords } from './common-passwords.js';

export type PasswordProblem = 'short' | 'long' | 'digits' | 'common';

/**
 * Length before classes of characters, as NIST SP 800-63B advises; what others guess first is refused: common words,
 * and digits alone, which are a NIM, a telephone number or a birthday, known to everyone in class.
 */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...password.normalize('NFC')].length;
  if (length < 10) return 'short';
  if (length > 128) return 'long';
  if (/^[\d\s\p{P}]+$/u.test(password.normalize('NFKC'))) return 'digits';
  return isCommon(password) ? 'common' : null;
}

/** The same, and a new password is not the one that it takes the place of. */
export function newPasswordProblem(current: string, password: string): PasswordProblem | 'same' | null {
  if (current.normalize('NFC') === password.normalize('NFC')) return 'same';
  return passwordProblem(password);
}

const TEMPORARY_MS = 7 * 86_400_000;

/** A temporary password lets its holder in for seven days, to choose their own. */
export const temporaryUntil = (given: Date): Date => new Date(given.getTime() + TEMPORARY_MS);

/** A common word with digits or signs around it, or twice, or few characters again and again, is as easy to guess. */
function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const half = word.slice(0, word.length / 2);
  const isKnown = [plain, word, ...(half + half === word ? [half] : [])].some((one) =>
    commonPasswords.has(one),
  );
  return isKnown || new Set(plain).size < 4 || isRun(plain);
}

const runs = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
const isRun = (text: string): boolean => runs.some((run) => run.includes(text));
