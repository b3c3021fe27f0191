import * as fc from 'fast-check';
import { attemptScore, type ScoredQuestion } from './attempt-score.js';

/** '100/100 67/100 ?/200 0/100!': earned of possible, `?` waits, `!` must pass. */
const questions = (text: string): ScoredQuestion[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [earned = '', points = ''] = part.replace('!', '').split('/');
      return {
        points: Number(points),
        score: earned === '?' ? null : Number(earned),
        isMustPass: part.endsWith('!'),
      };
    });

describe('the score of an attempt', () => {
  it.each<[string, number | null]>([
    ['100/100 100/100', 10_000],
    ['0/100 0/100', 0],
    ['100/100 0/100 0/100', 3333],
    ['100/100 100/100 0/100', 6667],
    ['100/100 100/100 100/100 100/100 100/100 100/100 100/100 0/100', 8750],
    ['67/100 33/100', 5000],
    ['1/800 0/800 0/400', 5],
    ['100/200 50/50', 6000],
    ['100/100 ?/100', null],
    ['0/0', 0],
    ['', 0],
  ])('%s gives %j', (text, score) => {
    expect(attemptScore(questions(text)).score).toBe(score);
  });

  it('tells the floor while something waits', () => {
    expect(attemptScore(questions('100/100 ?/100 ?/200'))).toMatchObject({
      score: null,
      atLeast: 2500,
      waiting: 2,
    });
  });

  it.each([
    ['100/100 0/100', true],
    ['100/100! 0/100', true],
    ['100/100! 0/100!', false],
    ['67/100! 100/100', false],
    ['?/100! 100/100', false],
  ])('%s: must-pass questions all right is %s', (text, isRight) => {
    expect(attemptScore(questions(text)).isMustPassRight).toBe(isRight);
  });

  it('lies between 0 and 100, and a point more never lowers it', () => {
    const question = fc
      .tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000))
      .map(([points, earned]) => ({ points, score: Math.min(earned, points), isMustPass: false }));
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 40 }), (list) => {
        const { score } = attemptScore(list);
        const better = list.map((one) => ({ ...one, score: Math.min(one.points, one.score + 1) }));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(attemptScore(better).score).toBeGreaterThanOrEqual(score ?? 0);
        expect(attemptScore(better).score).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
