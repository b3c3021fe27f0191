import * as fc from 'fast-check';
import { drawAttempt, type DrawRequest, type PoolQuestion, questionRandom } from './draw.js';
import { EXIT_QUIZ_SLOTS } from './draw-plan.js';

/** Twelve questions for each of the sessions 1 to `last`; those of session 9 numbered 901 … 912. */
const bank = (last: number, mustPass: readonly number[] = []): PoolQuestion[] =>
  Array.from({ length: last * 12 }, (_, index) => {
    const session = Math.floor(index / 12) + 1;
    const id = session * 100 + (index % 12) + 1;
    return { id, session, isMustPass: mustPass.includes(id) };
  });

const exitQuiz = (session: number, rest: Partial<DrawRequest> = {}): DrawRequest => ({
  pool: bank(24),
  session,
  count: 8,
  slots: EXIT_QUIZ_SLOTS,
  seen: [],
  seed: 'attempt-1',
  ...rest,
});

const sessionOf = (id: number): number => Math.floor(id / 100);
/** How many questions came from each session: { 9: 5, 8: 1, 7: 1, 4: 1 }. */
const perSession = (ids: readonly number[]): Record<number, number> =>
  ids.reduce<Record<number, number>>(
    (counts, id) => ({ ...counts, [sessionOf(id)]: (counts[sessionOf(id)] ?? 0) + 1 }),
    {},
  );
const fromRange = (ids: readonly number[], from: number, to: number): number =>
  ids.filter((id) => sessionOf(id) >= from && sessionOf(id) <= to).length;

describe('an exit quiz', () => {
  it.each(Array.from({ length: 18 }, (_, index) => index + 7))(
    'of P%i has five questions of its session, two of the last two, one of four to six back',
    (session) => {
      const ids = drawAttempt(exitQuiz(session));
      expect(ids).toHaveLength(8);
      expect(fromRange(ids, session, session)).toBe(5);
      expect(fromRange(ids, session - 2, session - 1)).toBe(2);
      expect(fromRange(ids, session - 6, session - 4)).toBe(1);
    },
  );

  it.each([
    [1, { 1: 8 }],
    [2, { 2: 6, 1: 2 }],
  ])('of P%i is filled from what exists', (session, expected) => {
    expect(perSession(drawAttempt(exitQuiz(session)))).toEqual(expected);
  });

  it.each([
    ['two', [901, 902], { own: 5, recent: 2, older: 1 }],
    ['five', [901, 902, 903, 904, 905], { own: 5, recent: 2, older: 1 }],
    ['six', [901, 902, 903, 904, 905, 906], { own: 6, recent: 2, older: 0 }],
    ['eight', [901, 902, 903, 904, 905, 906, 907, 908], { own: 8, recent: 0, older: 0 }],
    ['ten', [901, 902, 903, 904, 905, 906, 907, 908, 909, 910], { own: 10, recent: 0, older: 0 }],
  ])(
    'with %s must-pass questions draws them all, in the slot that is theirs',
    (_many, mustPass, expected) => {
      const ids = drawAttempt(exitQuiz(9, { pool: bank(24, mustPass) }));
      expect(ids).toEqual(expect.arrayContaining(mustPass));
      expect({
        own: fromRange(ids, 9, 9),
        recent: fromRange(ids, 7, 8),
        older: fromRange(ids, 3, 5),
      }).toEqual(expected);
    },
  );

  it.each([
    [2, { own: 2, recent: 0, older: 0 }],
    [6, { own: 5, recent: 1, older: 0 }],
    [12, { own: 9, recent: 2, older: 1 }],
  ])('of %i questions keeps the order of the shares', (count, expected) => {
    const ids = drawAttempt(exitQuiz(9, { count }));
    const shares = { own: fromRange(ids, 9, 9), recent: fromRange(ids, 7, 8), older: fromRange(ids, 3, 5) };
    expect(shares).toEqual(expected);
  });

  it('draws new questions in the second attempt, as far as there are any', () => {
    const first = drawAttempt(exitQuiz(9));
    const second = drawAttempt(exitQuiz(9, { seen: first, seed: 'attempt-2' }));
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    const third = drawAttempt(exitQuiz(9, { seen: [...first, ...second], seed: 'attempt-3' }));
    expect(third.filter((id) => first.includes(id) || second.includes(id)).map(sessionOf)).toEqual([9, 9, 9]);
  });

  it('gives neither the same questions nor the same order to every learner', () => {
    const draws = Array.from({ length: 30 }, (_, seed) => drawAttempt(exitQuiz(9, { seed: `${seed}` })));
    expect(new Set(draws.map(String)).size).toBe(30);
    expect(new Set(draws.map((ids) => ids.toSorted((a, b) => a - b).join())).size).toBeGreaterThan(25);
    expect(new Set(draws.map((ids) => sessionOf(ids[0] ?? 0))).size).toBeGreaterThan(1);
  });
});

describe('any draw', () => {
  const question = fc.record({
    id: fc.integer({ min: 1, max: 80 }),
    session: fc.integer({ min: 1, max: 12 }),
    isMustPass: fc.boolean(),
  });
  const slot = fc
    .tuple(fc.nat(6), fc.nat(3), fc.nat(5))
    .map(([from, width, count]) => ({ from, to: from + width, count }));
  const request = fc.record({
    pool: fc.uniqueArray(question, { selector: ({ id }) => id, maxLength: 60 }),
    session: fc.integer({ min: 1, max: 12 }),
    count: fc.nat(20),
    slots: fc.array(slot, { maxLength: 4 }),
    seen: fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 40 }),
    seed: fc.string(),
  });
  const known = ({ pool, session }: DrawRequest): PoolQuestion[] => pool.filter((q) => q.session <= session);
  const mustPass = (draw: DrawRequest): number[] => known(draw).flatMap((q) => (q.isMustPass ? [q.id] : []));

  it('has as many questions as asked for, as there are, or as must be passed', () => {
    fc.assert(
      fc.property(request, (draw) => {
        const expected = Math.max(mustPass(draw).length, Math.min(draw.count, known(draw).length));
        expect(drawAttempt(draw)).toHaveLength(expected);
      }),
    );
  });

  it('repeats none, draws only from the pool up to its session, and has every must-pass question', () => {
    fc.assert(
      fc.property(request, (draw) => {
        const ids = drawAttempt(draw);
        expect(new Set(ids).size).toBe(ids.length);
        expect(known(draw).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        expect(ids).toEqual(expect.arrayContaining(mustPass(draw)));
      }),
    );
  });

  it('is the same for the same seed, in whatever order the pool and the history come', () => {
    fc.assert(
      fc.property(request, (draw) => {
        const turned = { ...draw, pool: draw.pool.toReversed(), seen: draw.seen.toReversed() };
        expect(drawAttempt(turned)).toEqual(drawAttempt(draw));
      }),
    );
  });

  it('takes a question seen before only where its session has no unseen one left', () => {
    fc.assert(
      fc.property(request, (draw) => {
        const ids = drawAttempt(draw);
        const must = mustPass(draw);
        const repeated = known(draw).filter(
          ({ id }) => ids.includes(id) && draw.seen.includes(id) && !must.includes(id),
        );
        for (const { session } of repeated) {
          const unseen = known(draw).filter((q) => q.session === session && !draw.seen.includes(q.id));
          expect(ids).toEqual(expect.arrayContaining(unseen.map(({ id }) => id)));
        }
      }),
    );
  });
});

describe('the randomness inside a question', () => {
  it('depends on the attempt and the question alone', () => {
    const order = (seed: string, id: number): string =>
      questionRandom(seed, id)
        .shuffled([...'abcdefgh'])
        .join('');
    expect(order('x', 1)).toBe(order('x', 1));
    expect(order('x', 1)).not.toBe(order('x', 2));
    expect(order('x', 1)).not.toBe(order('y', 1));
  });
});
