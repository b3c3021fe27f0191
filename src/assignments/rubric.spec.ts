import * as fc from 'fast-check';
import type { RubricCriterion } from '../courses/activity-content.js';
import { checkRubric, type Level, type Levels, readLevel, rubricScore } from './rubric.js';

// T1, "Peta potensi & ide produk".
const levelTexts = { 4: 'lengkap', 3: 'hampir', 2: 'sebagian', 1: 'belum' };
const criterion = (key: string, weight: number): RubricCriterion => ({
  key,
  name: key,
  weight,
  levels: levelTexts,
});
const rubric = [
  criterion('data', 3000),
  criterion('buyer', 3000),
  criterion('scoring', 2500),
  criterion('neatness', 1500),
];
/** '4321' → levels in the rubric's order; '.' is one not given. */
const levels = (text: string): Levels =>
  Object.fromEntries(rubric.map(({ key }, index) => [key, readLevel(text[index])]));

describe('the score of a rubric', () => {
  it.each([
    ['4444', 10_000],
    ['3333', 8000],
    ['2222', 6000],
    ['1111', 4000],
    ['4321', 7500],
    ['1234', 6500],
    ['4431', 8600],
  ])('levels %s give %d', (text, score) => {
    expect(rubricScore(rubric, levels(text))).toEqual({ score, missing: [] });
  });

  it.each([
    ['432.', ['neatness']],
    ['.3.1', ['data', 'scoring']],
    ['....', ['data', 'buyer', 'scoring', 'neatness']],
  ])('levels %s give none yet, and name what is missing', (text, missing) => {
    expect(rubricScore(rubric, levels(text))).toEqual({ score: null, missing });
  });

  it('takes no level from a key that the rubric has not', () => {
    expect(rubricScore(rubric, { ...levels('432.'), other: 4 }).missing).toEqual(['neatness']);
  });

  it.each([
    [[3333, 3333, 3334], [3, 3, 4], 8667],
    [[1, 9999], [4, 1], 4001],
    [[1, 9999], [3, 4], 10_000],
    [[5000, 5000], [4, 3], 9000],
  ])('weights %j at levels %j give %d, half up', (weights, given, score) => {
    const odd = weights.map((weight, index) => ({ key: `${index}`, weight }));
    expect(
      rubricScore(odd, Object.fromEntries(given.map((level, index) => [index, level as Level]))),
    ).toEqual({
      score,
      missing: [],
    });
  });

  it('lies between the lowest and the highest level, and a better level never lowers it', () => {
    const level = fc.constantFrom<Level>(1, 2, 3, 4);
    fc.assert(
      fc.property(fc.tuple(level, level, level, level), fc.nat(3), (given, better) => {
        const of = (list: readonly Level[]): number => rubricScore(rubric, levels(list.join(''))).score ?? -1;
        const raised = given.map((one, index) => (index === better ? 4 : one));
        expect(of(given)).toBeGreaterThanOrEqual(4000);
        expect(of(given)).toBeLessThanOrEqual(of(raised));
        expect(of(raised)).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});

describe('the check of a rubric', () => {
  const [data, buyer, scoring, neatness] = rubric;

  it('finds nothing wrong in a good one', () => {
    expect(checkRubric(rubric, 'rubric')).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'rubric', 'missing'],
    ['no criterion', [], 'rubric', 'too-few'],
    ['weights of 85', [data, buyer, scoring], 'rubric', 'weights-not-100'],
    ['weights of 115', [...rubric, criterion('more', 1500)], 'rubric', 'weights-not-100'],
    ['a key twice', [data, buyer, scoring, criterion('data', 1500)], 'rubric.3.key', 'duplicate'],
    ['no name', [data, buyer, scoring, { ...neatness, name: undefined }], 'rubric.3.name', 'missing'],
    ['a weight of nothing', [data, buyer, scoring, criterion('x', 0)], 'rubric.3.weight', 'out-of-range'],
    [
      'a level that says nothing',
      [data, buyer, scoring, { ...neatness, levels: { ...levelTexts, 2: '' } }],
      'rubric.3.levels.2',
      'empty',
    ],
    [
      'a fifth level',
      [data, buyer, scoring, { ...neatness, levels: { ...levelTexts, 5: 'x' } }],
      'rubric.3.levels.5',
      'unknown-field',
    ],
  ])('refuses %s', (_what, wrong, at, problem) => {
    expect(checkRubric(wrong, 'rubric')).toEqual([{ at, problem }]);
  });
});

describe('a level', () => {
  it.each([
    ['4', 4],
    [1, 1],
    ['0', undefined],
    ['5', undefined],
    ['', undefined],
    ['3.0', undefined],
    [2.5, undefined],
    [undefined, undefined],
    [['3'], undefined],
  ])('%j is read as %j', (given, level) => {
    expect(readLevel(given)).toBe(level);
  });
});
