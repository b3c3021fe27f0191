import { NOTHING_DRAWN } from './question-type.js';
import { trueFalse } from './true-false.js';

describe('a true-or-false body', () => {
  it.each([{ correct: true }, { correct: false }])('%j is accepted', (body) => {
    expect(trueFalse.check(body, '')).toEqual([]);
  });

  it.each<[unknown, string, string]>([
    [{}, 'correct', 'missing'],
    [{ correct: 'true' }, 'correct', 'wrong-kind'],
    [{ correct: null }, 'correct', 'wrong-kind'],
    [{ correct: true, benar: true }, 'benar', 'unknown-field'],
    [null, '', 'wrong-kind'],
  ])('%j is refused', (body, at, problem) => {
    expect(trueFalse.check(body, '')).toEqual([{ at, problem }]);
  });
});

describe('a true-or-false answer', () => {
  it.each<[unknown, unknown]>([
    ['true', { value: true }],
    ['false', { value: false }],
    [true, { value: true }],
    [false, { value: false }],
    ['', { value: null }],
    [undefined, { value: null }],
    [null, { value: null }],
    ['benar', { problem: 'unknown-option' }],
    ['TRUE', { problem: 'unknown-option' }],
    [1, { problem: 'malformed' }],
    [['true'], { problem: 'malformed' }],
  ])('%j is read as %j', (given, reading) => {
    expect(trueFalse.read({ correct: true }, NOTHING_DRAWN, given)).toEqual(reading);
  });

  it.each([
    [true, true, 100],
    [true, false, 0],
    [false, false, 100],
    [false, true, 0],
    [false, null, 0],
  ])('key %j, answer %j: %d of 100', (correct, value, earned) => {
    expect(trueFalse.score({ correct }, NOTHING_DRAWN, value, 100)).toBe(earned);
  });
});
