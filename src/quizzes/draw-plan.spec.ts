import { drawAttempt, type PoolQuestion } from './draw.js';
import { drawPlan } from './draw-plan.js';

/** Twelve questions for each of twelve sessions; the first of each must be passed. Those of session 9: 901 … 912. */
const bank: PoolQuestion[] = Array.from({ length: 144 }, (_, index) => ({
  id: (Math.floor(index / 12) + 1) * 100 + (index % 12) + 1,
  session: Math.floor(index / 12) + 1,
  isMustPass: index % 12 === 0,
}));
const draw = (content: Parameters<typeof drawPlan>[0], session: number, seed: string): number[] =>
  drawAttempt({ ...drawPlan(content, session, bank), session, seen: [], seed });
const sessionOf = (id: number): number => Math.floor(id / 100);
const seeds = Array.from({ length: 20 }, (_, seed) => `${seed}`);

describe('an exit quiz', () => {
  const content = { purpose: 'exit' as const, questions: 8, from: [] };

  it('always has the must-pass questions of its own session', () => {
    expect(seeds.every((seed) => draw(content, 9, seed).includes(901))).toBe(true);
  });

  it('treats those of other sessions as any other', () => {
    const repeated = seeds.flatMap((seed) => draw(content, 9, seed).filter((id) => id === 801 || id === 701));
    expect(repeated.length).toBeLessThan(2 * seeds.length);
    const plan = drawPlan(content, 9, bank);
    expect(plan.pool.filter(({ isMustPass }) => isMustPass).map(({ id }) => id)).toEqual([901]);
  });
});

describe('a midterm', () => {
  const content = { purpose: 'midterm' as const, questions: 40, from: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };

  it('draws as many from each session that it names, and from no other', () => {
    for (const seed of seeds) {
      const sessions = draw(content, 12, seed).map(sessionOf);
      expect(content.from.map((session) => sessions.filter((other) => other === session).length)).toEqual(
        content.from.map(() => 4),
      );
    }
  });

  it('has the must-pass questions of all of them', () => {
    const mustPass = content.from.map((session) => session * 100 + 1);
    expect(seeds.every((seed) => mustPass.every((id) => draw(content, 12, seed).includes(id)))).toBe(true);
  });

  it('has as many questions as it says, also where they cannot be shared evenly', () => {
    expect(draw({ ...content, questions: 43 }, 12, 'x')).toHaveLength(43);
    expect(draw({ ...content, questions: 12 }, 12, 'x')).toHaveLength(12);
  });
});
