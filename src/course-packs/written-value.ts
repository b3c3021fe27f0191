import { parseDateRule } from '../courses/date-rule.js';
import type { PackProblemCode } from './pack-problem.js';

/** How a value is written in a file: how its text is read, and what stands for it where it cannot be. */
export interface WrittenValue<T> {
  /** `undefined`: the text is not such a value. */
  read(text: string): T | undefined;
  problem: PackProblemCode;
  /** For the sentence of the problem. */
  expected?: Record<string, string | number>;
  /** Lets reading go on, so that all problems are found; a pack with problems is never used. */
  blank: T;
}

/** Text of at most `longest` characters. */
export const text = (longest: number): WrittenValue<string> => ({
  read: (written) => (written.length <= longest ? written : undefined),
  problem: 'badText',
  expected: { longest },
  blank: '',
});

/** A key: letters, digits and hyphens, which stays the same when titles change. */
export const key: WrittenValue<string> = {
  read: (written) => (/^[A-Za-z\d][A-Za-z\d-]{0,59}$/.test(written) ? written : undefined),
  problem: 'badKey',
  blank: '',
};

export const whole = (least: number, most: number): WrittenValue<number> => ({
  read: (written) => {
    const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  },
  problem: 'badNumber',
  expected: { least, most },
  blank: least,
});

export const flag: WrittenValue<boolean> = {
  read: (written) => ({ true: true, false: false })[written],
  problem: 'badFlag',
  blank: false,
};

/** One of the options; the first stands for what cannot be read. */
export const choice = <T extends string>(...options: T[]): WrittenValue<T> => ({
  read: (written) => options.find((option) => option === written),
  problem: 'badChoice',
  expected: { options: options.join(', ') },
  blank: options[0]!,
});

/** `12.5` as 1250: up to two decimals after a point. */
function hundredths(written: string, most: number): number | undefined {
  const [, units, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(written) ?? [];
  if (units === undefined) return undefined;
  const value = Number(units) * 100 + Number(decimals.padEnd(2, '0'));
  return value <= most ? value : undefined;
}

/** `30 %` in basis points: 3000. More than nothing, for what has no weight need not stand there. */
export const percent: WrittenValue<number> = {
  read: (written) => {
    const [, share] = /^(.+?) ?%$/.exec(written) ?? [];
    return (share !== undefined && hundredths(share, 10_000)) || undefined;
  },
  problem: 'badPercent',
  blank: 0,
};

/** Points from 0 to 100 in 1/100: `70` is 7000. */
export const score: WrittenValue<number> = {
  read: (written) => hundredths(written, 10_000),
  problem: 'badScore',
  blank: 0,
};

/** A number with at most six decimals, after a point. */
export const decimal: WrittenValue<number> = {
  read: (written) => (/^-?\d{1,12}(\.\d{1,6})?$/.test(written) ? Number(written) : undefined),
  problem: 'badDecimal',
  blank: 0,
};

/** A day that exists, `2026-11-24`. */
export const date: WrittenValue<string> = {
  read: (written) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(written) ? new Date(`${written}T00:00:00Z`) : undefined;
    return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written) ? written : undefined;
  },
  problem: 'badDate',
  blank: '',
};

/** A date rule, kept as its text. */
export const rule: WrittenValue<string> = {
  read: (written) => (parseDateRule(written) ? written : undefined),
  problem: 'badRule',
  blank: '0',
};
