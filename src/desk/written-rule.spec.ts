import * as fc from 'fast-check';
import { parseDateRule } from '../courses/date-rule.js';
import { ruleText, ruleTimes, type WrittenRule, writtenRule } from './written-rule.js';

const form = (side: string, days = '', at = 'start', clock = ''): WrittenRule => ({ side, days, at, clock });

describe('a date rule in a form', () => {
  it.each<[string, string | null, WrittenRule]>([
    ['no rule', null, form('')],
    ['when the meeting starts', '0', form('same')],
    ['when it ends', '0 end', form('same', '', 'end')],
    ['on its day, by the clock', '0 07:05', form('same', '', 'clock', '07:05')],
    ['three days before', '-3d', form('before', '3')],
    ['seven days after, by the clock', '+7d 23:59', form('after', '7', 'clock', '23:59')],
    ['a text that is no rule', 'besok', form('')],
  ])('is shown: %s', (_what, text, expected) => {
    expect(writtenRule(text)).toEqual(expected);
  });

  it.each<[string, Partial<WrittenRule>, ReturnType<typeof ruleText>]>([
    ['none, whatever else is filled in', form('', '7', 'clock', '23:59'), { rule: '' }],
    ['nothing sent at all', {}, { rule: '' }],
    ['the day itself, whatever days are left in the field', form('same', '7', 'end'), { rule: '0 end' }],
    ['days before', form('before', '3'), { rule: '-3d' }],
    ['a leading zero', form('after', '07', 'clock', '08:00'), { rule: '+7d 08:00' }],
    ['a clock that is not asked for', form('after', '1', 'start', '08:00'), { rule: '+1d' }],
    ['no days', form('after', ''), { problem: 'badDays' }],
    ['no day before', form('before', '0'), { problem: 'badDays' }],
    ['more than a rule can say', form('after', '1000'), { problem: 'badDays' }],
    ['half a day', form('after', '1,5'), { problem: 'badDays' }],
    ['no time', form('same', '', 'clock', ''), { problem: 'badClock' }],
    ['a time that no clock has', form('same', '', 'clock', '24:00'), { problem: 'badClock' }],
    ['a side that there is not', form('besok', '1'), { problem: 'badRule' }],
    ['a time that there is not', form('same', '', 'noon'), { problem: 'badRule' }],
  ])('is read: %s', (_what, written, expected) => {
    expect(ruleText(written)).toEqual(expected);
  });

  const clock = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const written = fc
    .tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom(...ruleTimes), clock)
    .map(([days, at, time]) =>
      form(
        days === 0 ? 'same' : days < 0 ? 'before' : 'after',
        days === 0 ? '' : String(Math.abs(days)),
        at,
        at === 'clock' ? time : '',
      ),
    );

  it('comes back as it was asked for, and is a rule', () => {
    fc.assert(
      fc.property(written, (asked) => {
        const { rule = '' } = ruleText(asked);
        expect(parseDateRule(rule)).toBeDefined();
        expect(writtenRule(rule)).toEqual(asked);
      }),
    );
  });
});
