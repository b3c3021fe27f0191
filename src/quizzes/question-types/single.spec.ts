import { single } from './single.js';

const body = {
  options: [
    { id: 'a', text: 'mikro' },
    { id: 'b', text: 'kecil', explanation: 'Di atas Rp1 M sampai Rp5 M.' },
    { id: 'c', text: 'menengah' },
  ],
  correct: 'b',
};
// This attempt shows menengah, mikro, kecil.
const drawn = { optionOrder: ['c', 'a', 'b'], variant: 0 };

describe('a single-choice body', () => {
  const [a, b, c] = body.options;

  it('is accepted', () => {
    expect(single.check(body, '')).toEqual([]);
    expect(single.check({ ...body, fixedOrder: true }, '')).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['no object', 'b', '', 'wrong-kind'],
    ['a list', [body], '', 'wrong-kind'],
    ['no options', { correct: 'b' }, 'options', 'missing'],
    ['one option', { ...body, options: [b] }, 'options', 'too-few'],
    ['eleven options', { ...body, options: Array.from({ length: 11 }, () => a) }, 'options', 'too-many'],
    ['options that are no list', { ...body, options: 'a, b' }, 'options', 'wrong-kind'],
    ['an empty text', { ...body, options: [a, b, { id: 'c', text: ' ' }] }, 'options.2.text', 'empty'],
    [
      'a text too long',
      { ...body, options: [a, b, { id: 'c', text: 'x'.repeat(1001) }] },
      'options.2.text',
      'too-long',
    ],
    ['no letter', { ...body, options: [a, b, { text: 'besar' }] }, 'options.2.id', 'missing'],
    [
      'a letter past j',
      { ...body, options: [a, b, { id: 'k', text: 'besar' }] },
      'options.2.id',
      'bad-letter',
    ],
    ['two letters', { ...body, options: [a, b, { id: 'ab', text: 'besar' }] }, 'options.2.id', 'bad-letter'],
    ['a letter twice', { ...body, options: [a, b, { id: 'a', text: 'besar' }] }, 'options.2.id', 'duplicate'],
    [
      'a text twice',
      { ...body, options: [a, b, { id: 'c', text: ' mikro' }] },
      'options.2.text',
      'duplicate',
    ],
    ['a field unknown', { ...body, corect: 'b' }, 'corect', 'unknown-field'],
    [
      'a field unknown in an option',
      { ...body, options: [a, b, { ...c, right: true }] },
      'options.2.right',
      'unknown-field',
    ],
    ['no key', { options: body.options }, 'correct', 'missing'],
    ['a key that is no option', { ...body, correct: 'd' }, 'correct', 'unknown-option'],
    ['two keys', { ...body, correct: ['a', 'b'] }, 'correct', 'bad-letter'],
    ['an order that is no claim', { ...body, fixedOrder: 'yes' }, 'fixedOrder', 'wrong-kind'],
  ])('with %s is refused', (_what, wrong, at, problem) => {
    expect(single.check(wrong, '')).toEqual([{ at, problem }]);
  });

  it('tells all that is wrong at once', () => {
    expect(single.check({ options: [{ id: '1', text: '' }, b], corect: 'b' }, '')).toEqual([
      { at: 'options.0.id', problem: 'bad-letter' },
      { at: 'options.0.text', problem: 'empty' },
      { at: 'correct', problem: 'missing' },
      { at: 'corect', problem: 'unknown-field' },
    ]);
  });
});

describe('a single-choice answer', () => {
  it.each<[unknown, unknown]>([
    ['a', { value: 'c' }],
    ['c', { value: 'b' }],
    ['', { value: null }],
    [undefined, { value: null }],
    [null, { value: null }],
    ['d', { problem: 'unknown-option' }],
    ['A', { problem: 'unknown-option' }],
    ['ab', { problem: 'unknown-option' }],
    [['a', 'b'], { problem: 'malformed' }],
    [{ a: true }, { problem: 'malformed' }],
    [1, { problem: 'malformed' }],
  ])('%j is read by the letter of its place as %j', (given, reading) => {
    expect(single.read(body, drawn, given)).toEqual(reading);
  });

  it.each([
    ['b', 100],
    ['a', 0],
    [null, 0],
  ])('%j earns %d of 100', (value, earned) => {
    expect(single.score(body, drawn, value, 100)).toBe(earned);
  });

  it('is shown at its place, with no letter that the author gave', () => {
    expect(single.show(body, drawn, 'b')).toEqual({
      type: 'single',
      options: [
        { id: 'a', text: 'menengah', isChosen: false },
        { id: 'b', text: 'mikro', isChosen: false },
        { id: 'c', text: 'kecil', isChosen: true },
      ],
    });
  });

  it('is told in the review', () => {
    expect(single.correct(body, drawn)).toEqual({
      kind: 'options',
      options: [
        { id: 'a', text: 'menengah', isRight: false, explanation: null },
        { id: 'b', text: 'mikro', isRight: false, explanation: null },
        { id: 'c', text: 'kecil', isRight: true, explanation: 'Di atas Rp1 M sampai Rp5 M.' },
      ],
    });
  });
});
