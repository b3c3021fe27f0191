import * as fc from 'fast-check';
import { afterPenalty, latenessOf } from './late-penalty.js';

const dueAt = new Date('2027-08-31T23:59:00+07:00');
const after = (minutes: number): Date => new Date(dueAt.getTime() + minutes * 60_000);
const day = 24 * 60;

describe('lateness', () => {
  it.each<[string, number, number, number, boolean]>([
    ['a week early', -7 * day, 0, 0, false],
    ['a minute early', -1, 0, 0, false],
    ['on the minute', 0, 0, 0, false],
    ['a minute late', 1, 1, 1000, false],
    ['24 hours late', day, 1, 1000, false],
    ['a minute over 24 hours late', day + 1, 2, 2000, false],
    ['two days late', 2 * day, 2, 2000, false],
    ['three days late', 3 * day, 3, 3000, false],
    ['a minute over three days late', 3 * day + 1, 4, 3000, true],
    ['a month late', 30 * day, 30, 3000, true],
  ])('%s', (_when, minutes, days, penalty, needsLeave) => {
    expect(latenessOf(after(minutes), dueAt)).toEqual({ days, penalty, needsLeave });
  });

  it('is nothing where nothing is due', () => {
    expect(latenessOf(after(99 * day), null)).toEqual({ days: 0, penalty: 0, needsLeave: false });
  });

  it('follows the rule of the course', () => {
    const rule = { perDay: 500, most: 2000 };
    expect(latenessOf(after(3 * day), dueAt, rule)).toEqual({ days: 3, penalty: 1500, needsLeave: false });
    expect(latenessOf(after(5 * day), dueAt, rule)).toEqual({ days: 5, penalty: 2000, needsLeave: true });
  });

  it('never costs less for waiting longer', () => {
    fc.assert(
      fc.property(fc.nat(10 * day), fc.nat(10 * day), (minutes, longer) => {
        expect(latenessOf(after(minutes + longer), dueAt).penalty).toBeGreaterThanOrEqual(
          latenessOf(after(minutes), dueAt).penalty,
        );
      }),
    );
  });
});

describe('the score after the penalty', () => {
  it.each([
    [8750, 0, 8750],
    [8750, 1000, 7750],
    [10_000, 3000, 7000],
    [4000, 1000, 3000],
    [2000, 3000, 0],
  ])('%d less %d is %d', (score, penalty, expected) => {
    expect(afterPenalty(score, penalty)).toBe(expected);
  });
});
