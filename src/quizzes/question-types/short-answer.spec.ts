import { NOTHING_DRAWN } from './question-type.js';
import { shortAnswer } from './short-answer.js';

const body = { accepted: ['hapakat', 'hapakat kula', 'mufakat'] };

describe('a short-answer body', () => {
  it('is accepted', () => {
    expect(shortAnswer.check(body, '')).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['nothing accepted', { accepted: [] }, 'accepted', 'too-few'],
    ['one text for a list', { accepted: 'hapakat' }, 'accepted', 'wrong-kind'],
    ['an empty text', { accepted: ['hapakat', ' '] }, 'accepted.1', 'empty'],
    ['dots alone', { accepted: ['hapakat', '...'] }, 'accepted.1', 'empty'],
    ['the same text twice', { accepted: ['hapakat', 'Hapakat.'] }, 'accepted.1', 'duplicate'],
    ['a number', { accepted: [7] }, 'accepted.0', 'wrong-kind'],
    ['a field unknown', { ...body, pattern: '.*' }, 'pattern', 'unknown-field'],
  ])('with %s is refused', (_what, wrong, at, problem) => {
    expect(shortAnswer.check(wrong, '')).toEqual([{ at, problem }]);
  });
});

describe('a short answer', () => {
  it.each<[unknown, unknown]>([
    [' Hapakat ', { value: 'Hapakat' }],
    ['', { value: null }],
    [undefined, { value: null }],
    ['x'.repeat(200), { value: 'x'.repeat(200) }],
    ['x'.repeat(201), { problem: 'too-long' }],
    ['a\u0000b', { problem: 'strange-characters' }],
    ['a\u202eb', { problem: 'strange-characters' }],
    ['😀', { value: '😀' }],
    [['hapakat'], { problem: 'malformed' }],
    [{ accepted: 'hapakat' }, { problem: 'malformed' }],
  ])('%j is read as %j', (given, reading) => {
    expect(shortAnswer.read(body, NOTHING_DRAWN, given)).toEqual(reading);
  });

  it.each<[string | null, number]>([
    ['hapakat', 100],
    ['HAPAKAT KULA', 100],
    ['Mufakat.', 100],
    ['hapa kat', 0],
    ['.', 0],
    [null, 0],
  ])('%j earns %d of 100', (value, earned) => {
    expect(shortAnswer.score(body, NOTHING_DRAWN, value, 100)).toBe(earned);
  });
});
