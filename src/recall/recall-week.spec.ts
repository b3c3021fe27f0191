import * as fc from 'fast-check';
import { dayInPalangkaRaya } from '../../test/support/learner-sessions.js';
import { DONE, type ScheduledQuestion } from './recall-schedule.js';
import { chooseRecall, MOST_A_WEEK, nextRecall, ofThisWeek } from './recall-week.js';

const DAY = 24 * 3_600_000;
/** A Tuesday. */
const now = new Date('2027-09-07T03:00:00Z');
const day = (number: number): Date => new Date(now.getTime() + number * DAY);

const item = (questionId: number, session: number, due: number | null): ScheduledQuestion => ({
  questionId,
  session,
  step: due === null ? DONE : 0,
  dueAt: due === null ? null : day(due),
  times: 0,
});
const idsOf = (items: readonly ScheduledQuestion[]): number[] => items.map(({ questionId }) => questionId);

describe('the questions of a week', () => {
  it.each<[string, ScheduledQuestion[], number[], number[]]>([
    ['none is due', [item(1, 1, 1), item(2, 1, null)], [], []],
    ['one is due at this moment', [item(1, 1, 0)], [], [1]],
    ['the oldest comes first', [item(1, 1, -1), item(2, 2, -3), item(3, 3, -2)], [], [2, 3, 1]],
    ['of the same age by the order of the bank', [item(2, 1, -1), item(1, 1, -1)], [], [1, 2]],
    [
      'sessions take turns',
      [item(1, 1, -9), item(2, 1, -8), item(3, 1, -7), item(4, 2, -2), item(5, 3, -1)],
      [],
      [1, 4, 5, 2, 3],
    ],
    [
      'no more than five',
      [1, 2, 3, 4, 5, 6, 7].map((number) => item(number, number, -number)),
      [],
      [7, 6, 5, 4, 3],
    ],
    [
      'those answered this week count, and so do their sessions',
      [item(1, 1, -9), item(2, 2, -1), item(3, 3, -1)],
      [1, 1, 2],
      [3, 2],
    ],
    ['none after the fifth', [item(1, 1, -9)], [1, 2, 3, 4, 5], []],
  ])('%s', (_what, items, answered, expected) => {
    const sessions = answered.map((session) => ({ session }));
    expect(idsOf(chooseRecall(items, sessions, now))).toEqual(expected);
  });

  const items = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: -40, max: 10 }))), {
      maxLength: 40,
    })
    .map((list) => list.map(([session, due], index) => item(index + 1, session, due)));
  const answered = fc.array(fc.record({ session: fc.integer({ min: 1, max: 6 }) }), { maxLength: 7 });

  it('are never more than five, none before its day, none twice', () => {
    fc.assert(
      fc.property(items, answered, (list, before) => {
        const chosen = chooseRecall(list, before, now);
        const due = list.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
        expect(chosen).toHaveLength(Math.min(due.length, Math.max(0, MOST_A_WEEK - before.length)));
        expect(chosen.every((one) => due.includes(one))).toBe(true);
        expect(new Set(idsOf(chosen)).size).toBe(chosen.length);
      }),
    );
  });

  it('stay the same while they are answered one after another', () => {
    fc.assert(
      fc.property(items, answered, (list, before) => {
        const [first, ...others] = chooseRecall(list, before, now);
        if (!first) return;
        const rest = list.filter((one) => one !== first);
        expect(chooseRecall(rest, [...before, first], now)).toEqual(others);
      }),
    );
  });

  it('begin with the oldest of all where none was answered', () => {
    fc.assert(
      fc.property(items, (list) => {
        const [first] = chooseRecall(list, [], now);
        const oldest = Math.min(...list.flatMap(({ dueAt }) => dueAt?.getTime() ?? []));
        if (first) expect(first.dueAt?.getTime()).toBe(oldest);
      }),
    );
  });
});

describe('the week', () => {
  it.each([
    ['this morning', '2027-09-07T00:00:00Z', true],
    ['Monday at midnight in Palangka Raya', '2027-09-05T17:00:00Z', true],
    ['a moment sooner', '2027-09-05T16:59:59Z', false],
    ['a week ago', '2027-08-31T03:00:00Z', false],
  ])('of what was answered %s', (_when, at, isNow) => {
    const answers = [{ answeredAt: new Date(at) }];
    expect(ofThisWeek(answers, dayInPalangkaRaya, now)).toHaveLength(isNow ? 1 : 0);
  });
});

describe('the next question comes', () => {
  it.each<[string, ScheduledQuestion[], boolean, unknown]>([
    ['never where none is planned', [item(1, 1, null)], false, null],
    ['on the first day of any', [item(1, 1, 9), item(2, 1, 3)], false, { at: day(3) }],
    [
      'next week where the five are answered and more are due',
      [item(1, 1, -3), item(2, 1, 20)],
      true,
      'next-week',
    ],
    ['on its day where that is later than this week', [item(1, 1, 20)], true, { at: day(20) }],
  ])('%s', (_what, items, isWeekFull, expected) => {
    expect(nextRecall(items, isWeekFull, dayInPalangkaRaya, now)).toEqual(expected);
  });
});
