import * as fc from 'fast-check';
import { multiple } from './multiple.js';

const letters = ['a', 'b', 'c', 'd', 'e'];
const body = {
  options: letters.map((id) => ({ id, text: `bahaya ${id}` })),
  correct: ['a', 'c', 'd'],
};
const drawn = { optionOrder: ['e', 'd', 'c', 'b', 'a'], variant: 0 };

describe('a multiple-choice body', () => {
  it('is accepted', () => {
    expect(multiple.check(body, '')).toEqual([]);
    expect(multiple.check({ ...body, correct: ['e'] }, '')).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['no key', { options: body.options }, 'correct', 'missing'],
    ['a key of one letter', { ...body, correct: 'a' }, 'correct', 'wrong-kind'],
    ['an empty key', { ...body, correct: [] }, 'correct', 'too-few'],
    ['a key that is no option', { ...body, correct: ['a', 'f'] }, 'correct.1', 'unknown-option'],
    ['a key that is no letter', { ...body, correct: ['a', 2] }, 'correct.1', 'bad-letter'],
    ['a key twice', { ...body, correct: ['a', 'c', 'a'] }, 'correct.2', 'duplicate'],
    ['only right options', { ...body, correct: letters }, 'correct', 'no-wrong-option'],
    ['one option', { options: [{ id: 'a', text: 'x' }], correct: ['a'] }, 'options', 'too-few'],
  ])('with %s is refused', (_what, wrong, at, problem) => {
    expect(multiple.check(wrong, '')).toEqual([{ at, problem }]);
  });
});

describe('a multiple-choice answer', () => {
  it.each<[unknown, unknown]>([
    ['a', { value: ['e'] }],
    [['a', 'e'], { value: ['a', 'e'] }],
    [['e', 'a', 'e'], { value: ['a', 'e'] }],
    [[], { value: null }],
    ['', { value: null }],
    [undefined, { value: null }],
    [null, { value: null }],
    [['a', 'f'], { problem: 'unknown-option' }],
    [['a', ''], { problem: 'unknown-option' }],
    [['a', ['b']], { problem: 'malformed' }],
    [[{}], { problem: 'malformed' }],
    [{ 0: 'a' }, { problem: 'malformed' }],
    [true, { problem: 'malformed' }],
  ])('%j is read as %j', (given, reading) => {
    expect(multiple.read(body, drawn, given)).toEqual(reading);
  });

  it.each<[string, string[] | null, number]>([
    ['all right', ['a', 'c', 'd'], 100],
    ['two of three', ['a', 'c'], 67],
    ['one of three', ['a'], 33],
    ['three right, one wrong', ['a', 'b', 'c', 'd'], 67],
    ['two right, one wrong', ['a', 'b', 'c'], 33],
    ['one right, one wrong', ['a', 'b'], 0],
    ['only wrong', ['b', 'e'], 0],
    ['everything', letters, 33],
    ['nothing', null, 0],
  ])('%s: %j earns %d of 100', (_what, value, earned) => {
    expect(multiple.score(body, drawn, value, 100)).toBe(earned);
  });

  it('never loses by one more right choice, never gains by one more wrong one', () => {
    fc.assert(
      fc.property(fc.subarray(letters), fc.constantFrom(...letters), (chosen, added) => {
        const before = multiple.score(body, drawn, chosen, 100) ?? 0;
        const after = multiple.score(body, drawn, [...new Set([...chosen, added])], 100) ?? 0;
        const gain = after - before;
        expect(body.correct.includes(added) ? gain >= 0 : gain <= 0).toBe(true);
      }),
    );
  });

  it('is shown at its places', () => {
    const shown = multiple.show(body, drawn, ['a', 'd']);
    expect(shown).toMatchObject({ type: 'multiple' });
    expect(
      'options' in shown && shown.options.map(({ id, isChosen }) => (isChosen ? id : '-')).join(''),
    ).toBe('-b--e');
  });

  it('is told in the review', () => {
    const correct = multiple.correct(body, drawn);
    expect(
      'options' in correct && correct.options.map(({ id, isRight }) => (isRight ? id : '-')).join(''),
    ).toBe('-bc-e');
  });
});
