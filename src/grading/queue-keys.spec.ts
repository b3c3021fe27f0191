import { attemptKey, deskOf, idIn, isAttempt, submissionKey } from './queue-keys.js';

describe('the keys of what waits', () => {
  it.each([
    [submissionKey(12), 12, false, '/submissions/12'],
    [attemptKey(12), 12, true, '/grading/attempts/12'],
    [attemptKey(2_147_483_647), 2_147_483_647, true, '/grading/attempts/2147483647'],
  ])('%s leads to its desk', (key, id, attempt, desk) => {
    expect([idIn(key), isAttempt(key), deskOf(key)]).toEqual([id, attempt, desk]);
  });

  it('sort as their numbers do, and never meet', () => {
    expect([submissionKey(10), submissionKey(9)].toSorted()).toEqual([submissionKey(9), submissionKey(10)]);
    expect(attemptKey(1)).not.toBe(submissionKey(1));
  });
});
