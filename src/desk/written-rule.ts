import { parseDateRule } from '../courses/date-rule.js';

export const ruleSides = ['before', 'same', 'after'] as const;
export const ruleTimes = ['start', 'end', 'clock'] as const;
/** As many as a rule can say. */
const MOST_DAYS = 999;

/** A date rule as a form asks for it; all are texts, for anything may have been typed. */
export interface WrittenRule {
  /** One of `ruleSides`; '' is no rule. */
  side: string;
  /** Before or after the meeting. */
  days: string;
  /** One of `ruleTimes`. */
  at: string;
  /** `23:59`, where the time is one of the clock. */
  clock: string;
}

export type WrittenRuleProblem = 'badRule' | 'badDays' | 'badClock';

/** A rule of the database or of a pack as the form shows it. */
export function writtenRule(text: string | null): WrittenRule {
  const rule = text === null ? undefined : parseDateRule(text);
  if (!rule) return { side: '', days: '', at: 'start', clock: '' };
  const side = rule.days === 0 ? 'same' : rule.days < 0 ? 'before' : 'after';
  const days = rule.days === 0 ? '' : String(Math.abs(rule.days));
  if (typeof rule.at === 'string') return { side, days, at: rule.at, clock: '' };
  return { side, days, at: 'clock', clock: [rule.at.hour, rule.at.minute].map(two).join(':') };
}

/** The text of the rule that a form asks for, which `parseDateRule` reads; '' where it asks for none. */
export function ruleText(
  written: Readonly<Partial<WrittenRule>>,
): { rule: string; problem?: undefined } | { rule?: undefined; problem: WrittenRuleProblem } {
  const { side = '', days = '', at = '', clock = '' } = written;
  if (side === '') return { rule: '' };
  if (!isOneOf(ruleSides, side) || !isOneOf(ruleTimes, at)) return { problem: 'badRule' };
  if (side !== 'same' && !(/^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS))
    return { problem: 'badDays' };
  if (at === 'clock' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return { problem: 'badClock' };
  const day = side === 'same' ? '0' : `${side === 'before' ? '-' : '+'}${Number(days)}d`;
  const time = { start: '', end: ' end', clock: ` ${clock}` }[at];
  return { rule: day + time };
}

const isOneOf = <T extends string>(known: readonly T[], text: string): text is T =>
  (known as readonly string[]).includes(text);

const two = (number: number): string => String(number).padStart(2, '0');
