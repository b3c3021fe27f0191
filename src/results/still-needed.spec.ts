import * as fc from 'fast-check';
import { GradeComponent, resultOf } from './final-result.js';
import { scoreStillNeeded } from './still-needed.js';

function component(
  key: string,
  weight: number,
  scores: (number | null)[],
  isDuePassed = false,
): GradeComponent {
  const items = scores.map((score, index) => ({
    key: `${key}-${index}`,
    title: key,
    weight: 1,
    score,
    isHandedIn: score !== null,
    isDuePassed,
  }));
  return { key, title: key, weight, items, entered: null };
}

const running = [
  component('quiz', 1500, [8420]),
  component('assignment', 2500, [8400]),
  component('midterm', 1000, [8250]),
  component('practice', 3000, [7947]),
];

describe('the score still needed', () => {
  it.each([
    ['the final exam is open', [...running, component('final', 2000, [null])], 7000, 2137],
    ['the final exam is entered by hand later', [...running, component('final', 2000, [])], 7000, 2137],
    ['the minimum is certain already', [...running, component('final', 2000, [null])], 6500, 0],
    ['nearly full marks are needed', [...running, component('final', 2000, [null])], 8572, 9997],
    ['out of reach', [...running, component('final', 2000, [null])], 8573, null],
    ['nothing is open and it is enough', running, 7000, 0],
    ['nothing is open and it is not enough', running, 9000, null],
    [
      'missed work stays zero',
      [component('quiz', 5000, [null], true), component('final', 5000, [null])],
      5000,
      9999,
    ],
  ])('%s', (_case, components, minimum, needed) => {
    expect(scoreStillNeeded(components, false, minimum)).toBe(needed);
  });

  it('counts work that waits for its grade as open, also after closing', () => {
    const handedIn = component('final', 2000, [null]);
    const awaiting = { ...handedIn, items: handedIn.items.map((item) => ({ ...item, isHandedIn: true })) };
    expect(scoreStillNeeded([...running, awaiting], true, 7000)).toBe(2137);
    expect(scoreStillNeeded([...running, handedIn], true, 7000)).toBeNull();
  });

  it('is the least that suffices', () => {
    const score = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(score, score, fc.integer({ min: 1, max: 9999 }), (graded, minimum, weight) => {
        const reached = (open: number) =>
          resultOf([component('a', weight, [graded]), component('b', 10_000 - weight, [open])], true).final ??
          0;
        const open = [component('a', weight, [graded]), component('b', 10_000 - weight, [null])];
        const needed = scoreStillNeeded(open, false, minimum);
        if (needed === null) expect(reached(10_000)).toBeLessThan(minimum);
        else expect(reached(needed)).toBeGreaterThanOrEqual(minimum);
        if (needed !== null && needed > 0) expect(reached(needed - 1)).toBeLessThan(minimum);
      }),
    );
  });
});
