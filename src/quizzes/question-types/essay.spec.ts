import { essay } from './essay.js';
import { NOTHING_DRAWN } from './question-type.js';

const body = { guidance: 'Dua alasan dan satu contoh.', example: 'Karena …', maxLength: 300 };

describe('an essay body', () => {
  it.each([body, { guidance: 'Satu alasan.' }])('%j is accepted', (accepted) => {
    expect(essay.check(accepted, '')).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['no guidance', {}, 'guidance', 'missing'],
    ['a length below 100', { ...body, maxLength: 10 }, 'maxLength', 'out-of-range'],
    ['a length in words', { ...body, maxLength: 'panjang' }, 'maxLength', 'wrong-kind'],
  ])('with %s is refused', (_what, wrong, at, problem) => {
    expect(essay.check(wrong, '')).toEqual([{ at, problem }]);
  });
});

describe('an essay', () => {
  it.each<[unknown, unknown]>([
    ['Karena\r\nperlu.\r\n', { value: 'Karena\nperlu.' }],
    ['  ', { value: null }],
    ['x'.repeat(301), { problem: 'too-long' }],
    [7, { problem: 'malformed' }],
  ])('%j is read as %j', (given, reading) => {
    expect(essay.read(body, NOTHING_DRAWN, given)).toEqual(reading);
  });

  it('waits for a person, unless nothing was written', () => {
    expect(essay.score(body, NOTHING_DRAWN, 'Karena perlu.', 100)).toBeNull();
    expect(essay.score(body, NOTHING_DRAWN, null, 100)).toBe(0);
  });

  it('shows the student no guidance and no example', () => {
    expect(essay.show(body, NOTHING_DRAWN, null)).toEqual({ type: 'essay', typed: '', maxLength: 300 });
  });
});
