import { assert, constantFrom, option, property } from 'fast-check';
import type { FactFlag } from '../courses/fact.entity.js';
import { byUrgency, type CheckDays, checkDays, checkReasons } from './fact-check.js';

const days: CheckDays = { until: '2027-08-31', since: '2027-07-01' };

describe('the days that decide', () => {
  it.each([
    ['no cohort', null, '2027-08-31', { until: '2027-08-31', since: null }],
    ['a cohort that has begun', '2027-08-30', '2027-09-15', { until: '2027-09-15', since: '2027-07-01' }],
    ['a cohort to come', '2028-02-07', '2027-12-01', { until: '2028-02-07', since: '2027-12-09' }],
    ['a cohort over a leap day', '2028-03-01', '2028-01-10', { until: '2028-03-01', since: '2028-01-01' }],
  ])('of %s', (_what, lastStart, today, expected) => {
    expect(checkDays(lastStart, today)).toEqual(expected);
  });
});

describe('a fact has to be checked', () => {
  it.each<[string, string, number | null, string | null, FactFlag | null, string]>([
    ['not, seen by the pack in time', '2027-07-01', null, null, null, ''],
    ['when it was seen a day too early', '2027-06-30', null, null, null, 'old'],
    ['when a person saw it a day too early', '2027-06-30', 5, null, null, 'old'],
    ['not on its last day', '2027-08-01', 5, '2027-08-31', null, ''],
    ['when its time is over', '2027-08-01', 5, '2027-08-30', null, 'expired'],
    ['when a flag came with the pack', '2027-08-01', null, null, 'unverified', 'flagged'],
    ['not when a person looked at the flag in time', '2027-08-01', 5, null, 'changing', ''],
    ['when the look at the flag is too old', '2027-06-30', 5, null, 'conflicting', 'old flagged'],
    ['for all three', '2027-01-01', null, '2027-02-01', 'changing', 'expired old flagged'],
  ])('%s', (_what, checkedOn, checkedById, expiresOn, flag, expected) => {
    expect(checkReasons({ checkedOn, checkedById, expiresOn, flag }, days).join(' ')).toBe(expected);
  });

  it('is never old without a cohort', () => {
    const fact = { checkedOn: '2001-01-01', checkedById: null, expiresOn: null, flag: null };
    expect(checkReasons(fact, { until: '2027-08-31', since: null })).toEqual([]);
  });

  it('asks for nothing once a person has looked today, unless its time is over', () => {
    const flags = constantFrom<FactFlag | null>(null, 'changing', 'conflicting', 'unverified');
    assert(
      property(flags, option(constantFrom('2027-08-30', '2027-09-30')), (flag, expiresOn) => {
        const reasons = checkReasons({ checkedOn: '2027-08-31', checkedById: 5, expiresOn, flag }, days);
        expect(reasons).toEqual(expiresOn === '2027-08-30' ? ['expired'] : []);
      }),
    );
  });
});

describe('the list', () => {
  it('begins with what has to be checked, the longest unseen first', () => {
    const weighed = (key: string, checkedOn: string, flag: FactFlag | null, reasons: string[]) =>
      ({ fact: { key, checkedOn, flag }, reasons }) as Parameters<typeof byUrgency>[0];
    const list = [
      weighed('fine', '2027-07-02', null, []),
      weighed('flag', '2027-08-01', 'changing', []),
      weighed('b', '2027-06-01', null, ['old']),
      weighed('a', '2027-06-01', null, ['old']),
      weighed('oldest', '2026-01-01', 'changing', ['flagged']),
    ];
    const order = list.toSorted(byUrgency).map(({ fact }) => fact.key);
    expect(order).toEqual(['oldest', 'a', 'b', 'flag', 'fine']);
  });
});
