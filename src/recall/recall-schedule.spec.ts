import * as fc from 'fast-check';
import { afterAnswer, DONE, type Miss, recallItems, type RecallState, STEP_DAYS } from './recall-schedule.js';

const DAY = 24 * 3_600_000;
const start = new Date('2027-09-07T03:00:00Z');
const day = (number: number): Date => new Date(start.getTime() + number * DAY);

const miss = (questionId: number, at: number, isReviewed = true): Miss => ({
  questionId,
  session: 1,
  missedAt: day(at),
  isReviewed,
});
const state = (more: Partial<RecallState> = {}): RecallState => ({
  questionId: 1,
  step: 1,
  dueAt: day(12),
  answeredAt: day(5),
  times: 1,
  ...more,
});

describe('after an answer', () => {
  it.each([
    ['the first is right', 0, true, 1, 7],
    ['the second is right', 1, true, 2, 21],
    ['the third is right', 2, true, DONE, null],
    ['the first is wrong', 0, false, 0, 2],
    ['the second is wrong', 1, false, 0, 2],
    ['the third is wrong', 2, false, 0, 2],
  ])('where %s', (_what, step, isRight, next, days) => {
    expect(afterAnswer(step, isRight, start)).toEqual({
      step: next,
      dueAt: days === null ? null : day(days),
    });
  });

  it('a question is done after three right ones in a row, and never sooner', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (answers) => {
        let { step, dueAt }: ReturnType<typeof afterAnswer> = { step: 0, dueAt: day(STEP_DAYS[0]) };
        let inARow = 0;
        for (const isRight of answers) {
          if (!dueAt) break;
          const now = dueAt;
          inARow = isRight ? inARow + 1 : 0;
          ({ step, dueAt } = afterAnswer(step, isRight, now));
          expect(step).toBe(inARow);
          expect(dueAt && dueAt.getTime() - now.getTime()).toBe(inARow < 3 ? STEP_DAYS[inARow]! * DAY : null);
        }
      }),
    );
  });
});

describe('what is to be asked again', () => {
  const fresh = { questionId: 1, session: 1, step: 0, dueAt: day(2), times: 0 };
  it.each<[string, Miss[], RecallState[], number[], object[]]>([
    ['a missed question, two days later', [miss(1, 0)], [], [], [fresh]],
    ['nothing before the key may be seen', [miss(1, 0, false)], [], [], []],
    ['nothing that stands in an attempt that runs', [miss(1, 0)], [], [1], []],
    [
      'missed twice, once, from the last time',
      [miss(1, 3), miss(1, 0)],
      [],
      [],
      [{ ...fresh, dueAt: day(5) }],
    ],
    ['an exam that is not reviewed changes nothing', [miss(1, 0), miss(1, 3, false)], [], [], [fresh]],
    [
      'one that was answered, as its answer says',
      [miss(1, 0)],
      [state()],
      [],
      [{ ...fresh, step: 1, dueAt: day(12), times: 1 }],
    ],
    [
      'one that was learnt, no more',
      [miss(1, 0)],
      [state({ step: DONE, dueAt: null, times: 3 })],
      [],
      [{ ...fresh, step: DONE, dueAt: null, times: 3 }],
    ],
    [
      'one that was missed again since, from the beginning',
      [miss(1, 0), miss(1, 6)],
      [state({ step: DONE, dueAt: null, times: 3 })],
      [],
      [{ ...fresh, dueAt: day(8), times: 3 }],
    ],
  ])('is %s', (_what, misses, states, held, expected) => {
    expect(recallItems(misses, states, new Set(held))).toEqual(expected);
  });
});
