import * as fc from 'fast-check';
import { applyDateRule, dateByRule, parseDateRule, type DateRule } from './date-rule.js';

// A Tuesday in Palangka Raya, 15.30 to 17.30 WIB (UTC+7).
const meeting = { startsAt: new Date('2027-08-24T08:30:00Z'), endsAt: new Date('2027-08-24T10:30:00Z') };

const dateOf = (text: string, times = meeting, timeZone = 'Asia/Jakarta'): string => {
  const rule = parseDateRule(text);
  if (!rule) throw new Error(`${text} is no rule`);
  return applyDateRule(rule, times, timeZone).toISOString();
};

describe('the text of a date rule', () => {
  it.each<[string, DateRule]>([
    ['0', { days: 0, at: 'start' }],
    ['-3d', { days: -3, at: 'start' }],
    ['+7d', { days: 7, at: 'start' }],
    ['+7d 23:59', { days: 7, at: { hour: 23, minute: 59 } }],
    ['0 06:00', { days: 0, at: { hour: 6, minute: 0 } }],
    ['0 end', { days: 0, at: 'end' }],
    ['-1d end', { days: -1, at: 'end' }],
    ['+0d 23:59', { days: 0, at: { hour: 23, minute: 59 } }],
  ])('%s is read', (text, expected) => {
    expect(parseDateRule(text)).toEqual(expected);
  });

  it.each([
    '',
    '7d',
    '+7x',
    '+7',
    '3',
    '+7d 24:00',
    '+7d 23:60',
    '+7d 7:30',
    '+7d 23.59',
    '+7d  23:59',
    ' +7d',
    '+7d ',
    '+1000d',
    '+1.5d',
    'end',
    '0 start',
    '2027-08-24',
  ])('%j is refused', (text) => {
    expect(parseDateRule(text)).toBeUndefined();
  });
});

describe('a date rule applied to a meeting', () => {
  it.each([
    ['0', '2027-08-24T08:30:00.000Z', 'the meeting starts'],
    ['0 end', '2027-08-24T10:30:00.000Z', 'the meeting ends'],
    ['-3d', '2027-08-21T08:30:00.000Z', 'three days before, at the same time of day'],
    ['+7d 23:59', '2027-08-31T16:59:00.000Z', '23.59 WIB a week later'],
    ['0 06:00', '2027-08-23T23:00:00.000Z', 'the morning of the meeting is still the day before in UTC'],
    ['+8d', '2027-09-01T08:30:00.000Z', 'over the end of a month'],
    ['+7d end', '2027-08-31T10:30:00.000Z', 'a week later, when the class would end'],
  ])('%s is %s: %s', (text, expected) => {
    expect(dateOf(text)).toBe(expected);
  });

  it.each([
    ['Asia/Jakarta', '2027-08-31T16:59:00.000Z'],
    ['Asia/Makassar', '2027-08-31T15:59:00.000Z'],
    ['Asia/Jayapura', '2027-08-31T14:59:00.000Z'],
  ])('a clock time is local time in %s', (timeZone, expected) => {
    expect(dateOf('+7d 23:59', meeting, timeZone)).toBe(expected);
  });

  it('counts days from the local date, not from the UTC date', () => {
    const early = { startsAt: new Date('2027-08-23T23:30:00Z'), endsAt: new Date('2027-08-24T01:30:00Z') };
    expect(dateOf('+1d 12:00', early)).toBe('2027-08-25T05:00:00.000Z');
  });

  it('counts the days of an end from the date on which a late class ends', () => {
    const overnight = {
      startsAt: new Date('2027-08-24T16:00:00Z'),
      endsAt: new Date('2027-08-24T18:00:00Z'),
    };
    expect(dateOf('+1d end', overnight)).toBe('2027-08-25T18:00:00.000Z');
  });

  it('keeps the time of day where clocks change', () => {
    const beforeChange = {
      startsAt: new Date('2027-03-27T09:00:00Z'),
      endsAt: new Date('2027-03-27T11:00:00Z'),
    };
    expect(dateOf('+1d', beforeChange, 'Europe/Amsterdam')).toBe('2027-03-28T08:00:00.000Z');
  });

  it('moves with the meeting, day by day, where clocks never change', () => {
    const dayMs = 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -999, max: 999 }), (shift, days) => {
        const moved = {
          startsAt: new Date(meeting.startsAt.getTime() + shift * dayMs),
          endsAt: new Date(meeting.endsAt.getTime() + shift * dayMs),
        };
        const rule: DateRule = { days, at: { hour: 23, minute: 59 } };
        const before = applyDateRule(rule, meeting, 'Asia/Jakarta').getTime();
        expect(applyDateRule(rule, moved, 'Asia/Jakarta').getTime() - before).toBe(shift * dayMs);
      }),
    );
  });
});

describe('the date that a text means', () => {
  it.each(['+7d 23:59', '-3d', '0 end'])(
    'of %s is the same each time, and nobody else can change it',
    (text) => {
      const first = dateByRule(text, meeting, 'Asia/Jakarta');
      first?.setFullYear(1999);
      expect(dateByRule(text, meeting, 'Asia/Jakarta')?.toISOString()).toBe(dateOf(text));
    },
  );

  it('is of this meeting and this zone', () => {
    const later = { startsAt: new Date('2027-08-25T08:30:00Z'), endsAt: meeting.endsAt };
    expect(dateByRule('0', later, 'Asia/Jakarta')).toEqual(later.startsAt);
    expect(dateByRule('0 23:59', meeting, 'Asia/Makassar')?.toISOString()).toBe(
      dateOf('0 23:59', meeting, 'Asia/Makassar'),
    );
  });

  it('is none where the text is no rule', () => {
    expect(dateByRule('besok', meeting, 'Asia/Jakarta')).toBeNull();
  });
});
