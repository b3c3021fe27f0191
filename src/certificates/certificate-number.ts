import { romanNumeral } from '../platform/roman-numeral.js';

/** The office's number as it is printed; letter codes differ from office to office, so it is a setting. */
export const NUMBER_TEMPLATE = '{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}';

/** Longer numbers fit neither the index nor the page. */
const MAX_LENGTH = 80;

interface NumberParts {
  /** The place in the cohort's series, from 1. */
  readonly serial: number;
  readonly cohortOrdinal: number;
  /** The local date of issue, as 2027-11-18. */
  readonly issuedOn: string;
}

export type TemplateFault =
  | { readonly kind: 'unknownPlaceholder'; readonly placeholder: string }
  | { readonly kind: 'missingSerial' | 'missingCohort' | 'strayBrace' | 'badCharacter' | 'tooLong' };

/** `{urut}` as it is, `{urut4}` filled up with zeros to four digits, and so on up to `{urut9}`. */
const SERIAL = /^urut([2-9])?$/;
const COHORT = /^angkatan(Romawi)?$/;

const OTHERS: Record<string, (parts: NumberParts) => string> = {
  angkatan: ({ cohortOrdinal }) => String(cohortOrdinal),
  angkatanRomawi: ({ cohortOrdinal }) => romanNumeral(cohortOrdinal),
  bulan: ({ issuedOn }) => issuedOn.slice(5, 7),
  bulanRomawi: ({ issuedOn }) => romanNumeral(Number(issuedOn.slice(5, 7))),
  tahun: ({ issuedOn }) => issuedOn.slice(0, 4),
};

/**
 * What is wrong with a template; nothing where it will do. It has to hold the serial and the cohort: the series
 * is the cohort's, so without either two certificates would get the same number.
 */
export function templateFaults(template: string): TemplateFault[] {
  const names = placeholders(template);
  const faults: TemplateFault[] = names
    .filter((name) => !SERIAL.test(name) && !Object.hasOwn(OTHERS, name))
    .map((placeholder) => ({ kind: 'unknownPlaceholder', placeholder }));
  if (!names.some((name) => SERIAL.test(name))) faults.push({ kind: 'missingSerial' });
  if (!names.some((name) => COHORT.test(name))) faults.push({ kind: 'missingCohort' });
  const fixed = template.replace(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(fixed)) faults.push({ kind: 'strayBrace' });
  if (!/^[A-Za-z0-9 ./_{}-]*$/.test(fixed)) faults.push({ kind: 'badCharacter' });
  if (template.length > MAX_LENGTH) faults.push({ kind: 'tooLong' });
  return faults;
}

/** The number of one certificate. The template must be without faults. */
export function certificateNumber(template: string, parts: NumberParts): string {
  return template.replace(/\{([^{}]*)\}/g, (_all, name: string) => fill(name, parts));
}

function fill(name: string, parts: NumberParts): string {
  const serial = SERIAL.exec(name);
  if (serial) return String(parts.serial).padStart(Number(serial[1] ?? 1), '0');
  const other = OTHERS[name];
  if (!other) throw new Error(`unknown placeholder {${name}}`);
  return other(parts);
}

function placeholders(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}
