import { applyDateRule, type MeetingTimes, parseDateRule } from '../courses/date-rule.js';
import type { Words } from '../platform/i18n/words.js';
import { ruleSides, ruleTimes, type WrittenRule } from './written-rule.js';

/** A date rule in words, "7 hari sesudah pertemuan, pukul 23.59"; '' for a text that is none. */
export function dateRuleText(text: string, words: Words): string {
  const rule = parseDateRule(text);
  if (!rule) return '';
  const { days, at } = rule;
  const side = days === 0 ? 'same' : days < 0 ? 'before' : 'after';
  const day = words.t(`desk.rules.${side}`, { count: Math.abs(days) });
  if (typeof at === 'string') return `${day}, ${words.t(`desk.rules.${at}`)}`;
  const time = [at.hour, at.minute].map(two).join(words.language === 'id' ? '.' : ':');
  return `${day}, ${words.t('desk.rules.at', { time })}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What a rule means for one meeting, as people read a date; '' where there is neither. */
export function dateRuleExample(text: string, meeting: MeetingTimes | null, words: Words): string {
  const rule = parseDateRule(text);
  if (!rule || !meeting) return '';
  const date = applyDateRule(rule, meeting, words.timeZone);
  return words.t('desk.rules.example', {
    meeting: words.instant(meeting.startsAt),
    date: words.instant(date),
  });
}

/** The fields in which a rule is asked for, with what they hold. */
export function ruleFields(
  name: 'opensRule' | 'dueRule',
  { side = '', days = '', at = 'start', clock = '' }: Readonly<Partial<WrittenRule>>,
  words: Words,
) {
  const option = (value: string, chosen: string, key: string) => ({
    value,
    text: words.t(key),
    chosen: value === chosen,
  });
  return {
    name,
    legend: `desk.settings.${name}`,
    sides: ['', ...ruleSides].map((value) =>
      option(value, side, value === '' ? `desk.rules.none.${name}` : `desk.rules.sides.${value}`),
    ),
    times: ruleTimes.map((value) => option(value, at, `desk.rules.times.${value}`)),
    days,
    clock,
  };
}
