import { earnedPoints, type LoggedAnswer, undecidedLate } from './judged-answers.js';

const entry = (id: number, position: number, outcome = 'late-waits'): LoggedAnswer => ({
  id,
  position,
  outcome,
});

describe('late answers that wait', () => {
  it.each<[string, LoggedAnswer[], number[], number[]]>([
    ['none where none came late', [entry(1, 1, 'write'), entry(2, 2, 'too-late')], [], []],
    ['one', [entry(1, 1, 'write'), entry(2, 1)], [], [2]],
    ['one of each question, by their places', [entry(4, 2), entry(5, 1)], [], [5, 4]],
    ['only the last of a question', [entry(4, 1), entry(5, 1)], [], [5]],
    ['whatever the order of the log', [entry(5, 1), entry(4, 1)], [], [5]],
    ['none once the last is decided, the earlier with it', [entry(4, 1), entry(5, 1)], [5], []],
    ['again where another came after the decision', [entry(4, 1), entry(5, 1)], [4], [5]],
    ['of the other questions where one is decided', [entry(4, 1), entry(5, 2)], [4], [5]],
    ['never a conflict or one that counted', [entry(1, 1, 'conflict'), entry(2, 2, 'late-counts')], [], []],
  ])('are %s', (_what, log, decided, waiting) => {
    expect(undecidedLate(log, new Set(decided)).map(({ id }) => id)).toEqual(waiting);
  });
});

describe('the points of a judgement', () => {
  it.each([
    [100, 10_000, 100],
    [100, 7550, 76],
    [100, 0, 0],
    [300, 3333, 100],
    [300, 6667, 200],
  ])('%i points judged %i are %i', (points, score, earned) => {
    expect(earnedPoints(points, score)).toBe(earned);
  });
});
