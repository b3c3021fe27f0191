import * as fc from 'fast-check';
import {
  bestAttempt,
  criticalEvidence,
  isCriticalAspectMet,
  recordedScore,
  type ScoredAttempt,
} from './recorded-score.js';

const attempts = (...scores: (number | null)[]): ScoredAttempt[] =>
  scores.map((score, index) => ({ number: index + 1, score, isMustPassRight: true }));

describe('the recorded score', () => {
  it.each<[string, (number | null)[], number | null]>([
    ['no attempt', [], null],
    ['one attempt', [8750], 8750],
    ['a repeat is capped at 70', [5000, 9500], 7000],
    ['a repeat below the cap counts as it is', [5000, 6250], 6250],
    ['a worse repeat takes nothing away', [6250, 5000], 6250],
    ['a better first attempt is not capped', [7500, 10_000], 7500],
    ['the third is capped too', [1250, 2500, 10_000], 7000],
    ['what waits does not count yet', [null], null],
    ['nor hide what is scored', [5000, null], 5000],
    ['zero is a score', [0], 0],
  ])('%s: %j records %j', (_what, scores, recorded) => {
    expect(recordedScore(attempts(...scores))).toBe(recorded);
  });

  it.each<[string, (number | null)[], unknown]>([
    ['none yet', [null], null],
    ['the best', [5000, 6000], { number: 2, score: 6000, recorded: 6000 }],
    ['the earliest of equals', [7000, 9500], { number: 1, score: 7000, recorded: 7000 }],
    ['with its own score, where that is capped', [5000, 9500], { number: 2, score: 9500, recorded: 7000 }],
  ])('comes from %s', (_what, scores, best) => {
    expect(bestAttempt(attempts(...scores))).toEqual(best);
  });

  it('is never lowered by one more attempt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 2 }),
        fc.nat(10_000),
        (scores, next) => {
          const before = recordedScore(attempts(...scores)) ?? 0;
          expect(recordedScore(attempts(...scores, next))).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

describe('a critical aspect', () => {
  const attempt = (number: number, score: number | null, isMustPassRight: boolean): ScoredAttempt => ({
    number,
    score,
    isMustPassRight,
  });

  it.each<[string, ScoredAttempt[], boolean]>([
    ['nothing tried', [], false],
    ['80 with all must-pass questions', [attempt(1, 8000, true)], true],
    ['79,99', [attempt(1, 7999, true)], false],
    ['100 without a must-pass question', [attempt(1, 10_000, false)], false],
    ['80 in a repeat, which records 70', [attempt(1, 5000, false), attempt(2, 8000, true)], true],
    ['one half in each of two attempts', [attempt(1, 9000, false), attempt(2, 7000, true)], false],
    ['met once, and worse later', [attempt(1, 9000, true), attempt(2, 1000, false)], true],
    ['still to be judged', [attempt(1, null, true)], false],
  ])('%s', (_what, past, isMet) => {
    expect(isCriticalAspectMet(past)).toBe(isMet);
  });

  it.each<[string, ScoredAttempt[], [number | null, boolean]]>([
    ['nothing tried', [], [null, false]],
    ['what waits', [attempt(1, null, true)], [null, false]],
    ['the higher of two', [attempt(1, 5000, false), attempt(2, 7500, false)], [7500, false]],
    [
      'all must-pass questions before a higher score',
      [attempt(1, 9000, false), attempt(2, 7000, true)],
      [7000, true],
    ],
    ['an uncapped repeat', [attempt(1, 5000, true), attempt(2, 9500, true)], [9500, true]],
  ])('is judged on %s', (_what, past, [score, isMustPassRight]) => {
    expect(criticalEvidence(past)).toEqual({ score, isMustPassRight });
  });
});
