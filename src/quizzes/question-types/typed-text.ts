import { PRINTABLE } from '../../platform/printable.js';
import type { AnswerReading } from './question-type.js';

/** Typed text as it is stored: composed characters (NFC), plain line ends, no space around it. */
export function typedText(given: unknown, longest: number): AnswerReading<string> {
  if (given === undefined || given === null) return { value: null };
  if (typeof given !== 'string') return { problem: 'malformed' };
  const value = given.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (value.length > longest) return { problem: 'too-long' };
  if (!PRINTABLE.test(value)) return { problem: 'strange-characters' };
  return { value: value === '' ? null : value };
}
