import * as fc from 'fast-check';
import { GradeComponent, GradedItem, resultOf } from './final-result.js';

type ItemSpec = Partial<GradedItem>;

function component(weight: number, items: ItemSpec[], entered: GradeComponent['entered'] = null) {
  return {
    key: `c${weight}`,
    title: `Component of ${weight}`,
    weight,
    entered,
    items: items.map((item, index) => ({
      key: `c${weight}-${index}`,
      title: `Item ${index}`,
      weight: 1,
      score: null,
      isHandedIn: false,
      isDuePassed: false,
      ...item,
    })),
  };
}

const graded = (score: number, weight = 1): ItemSpec => ({ score, weight, isHandedIn: true });
const notDue: ItemSpec = {};
const overdue: ItemSpec = { isDuePassed: true };
const waiting: ItemSpec = { isHandedIn: true, isDuePassed: true };

describe('the score of a component', () => {
  it.each([
    ['the mean of equal items', [graded(8000), graded(9000)], 8500],
    ['half a hundredth goes up', [graded(8000), graded(8001)], 8001],
    ['a third goes down', [graded(8000), graded(8000), graded(8001)], 8000],
    ['weights within it', [graded(10_000, 3), graded(6000, 1)], 9000],
    ['what is not due is left out', [graded(8000), notDue], 8000],
    ['what was missed counts zero', [graded(8000), overdue], 4000],
    ['what waits for the instructor is left out', [graded(8000), waiting], 8000],
    ['a real zero is a score', [graded(0), graded(8000)], 4000],
    ['nothing graded, nothing due', [notDue, notDue], null],
    ['everything missed', [overdue, overdue], 0],
  ])('%s', (_rule, items, score) => {
    expect(resultOf([component(10_000, items)], false).components[0]?.score).toBe(score);
  });

  it('lists what was counted, what is missing and what does not count yet', () => {
    const line = resultOf([component(10_000, [graded(8000), overdue, waiting, notDue])], false).components[0];
    const standings = (items = line?.counted) => items?.map((item) => [item.key, item.standing]);
    expect(standings(line?.counted)).toEqual([['c10000-0', 'graded']]);
    expect(standings(line?.missing)).toEqual([['c10000-1', 'missing']]);
    expect(standings(line?.notYetCounted)).toEqual([
      ['c10000-2', 'awaiting'],
      ['c10000-3', 'ahead'],
    ]);
  });

  it('takes a score entered by hand where there are no activities, with its source', () => {
    const paperExam = component(2000, [], { score: 8215, source: 'exam.csv, line 12' });
    expect(resultOf([paperExam], false).components[0]).toMatchObject({
      score: 8215,
      source: 'exam.csv, line 12',
      isSettled: true,
    });
  });

  it('ignores a score entered by hand where there are activities', () => {
    const both = component(2000, [graded(7000)], { score: 9900, source: 'by hand' });
    expect(resultOf([both], false).components[0]).toMatchObject({ score: 7000, source: null });
  });
});

describe('the result', () => {
  const running = [
    component(1500, [graded(8420), notDue]),
    component(2500, [graded(8400)]),
    component(1000, [], { score: 8250, source: 'paper' }),
    component(3000, [graded(7947)]),
    component(2000, []),
  ];

  it('is provisional over what is graded, and shows the sum that leads to it', () => {
    const result = resultOf(running, false);
    expect(result.components.map((line) => line.contribution)).toEqual([
      12_630_000,
      21_000_000,
      8_250_000,
      23_841_000,
      null,
    ]);
    expect(result).toMatchObject({
      sum: 65_721_000,
      countedWeight: 8000,
      totalWeight: 10_000,
      provisional: 8215,
      final: null,
    });
  });

  it('counts everything missing as zero once the cohort is closed', () => {
    const result = resultOf(running, true);
    expect(result.components.map((line) => line.score)).toEqual([4210, 8400, 8250, 7947, 0]);
    expect(result).toMatchObject({ provisional: 5941, final: 5941 });
  });

  it('does not stand while work waits for its grade, not even after closing', () => {
    const result = resultOf(
      [component(5000, [graded(8000), waiting]), component(5001, [graded(7000)])],
      true,
    );
    expect(result).toMatchObject({ provisional: 7500, final: null });
  });

  it('stands before closing once nothing is left to grade', () => {
    const result = resultOf(
      [component(4000, [graded(8000), overdue]), component(6000, [graded(7000)])],
      false,
    );
    expect(result).toMatchObject({ provisional: 5800, final: 5800 });
  });

  it.each([
    ['exactly on the edge', 6999, 7000, 7000],
    ['just below it', 6998, 7000, 6999],
  ])('rounds half up: %s', (_edge, first, second, final) => {
    expect(resultOf([component(5000, [graded(first)]), component(5001, [graded(second)])], false).final).toBe(
      final,
    );
  });

  it('is nothing while nothing is graded', () => {
    expect(resultOf([component(10_000, [notDue])], false)).toMatchObject({ provisional: null, sum: 0 });
  });
});

describe('laws of the result', () => {
  const score = fc.integer({ min: 0, max: 10_000 });
  const item = fc.record({
    key: fc.uuid(),
    title: fc.constant('item'),
    weight: fc.integer({ min: 1, max: 10_000 }),
    score: fc.option(score),
    isHandedIn: fc.boolean(),
    isDuePassed: fc.boolean(),
  });
  const anyComponent: fc.Arbitrary<GradeComponent> = fc.record({
    key: fc.uuid(),
    title: fc.constant('component'),
    weight: fc.integer({ min: 1, max: 10_000 }),
    items: fc.array(item, { maxLength: 6 }),
    entered: fc.option(fc.record({ score, source: fc.constant('paper') })),
  });
  const course = fc.array(anyComponent, { minLength: 1, maxLength: 6 });

  it('lies between the worst and the best component', () => {
    fc.assert(
      fc.property(course, fc.boolean(), (components, isClosed) => {
        const result = resultOf(components, isClosed);
        const scores = result.components.flatMap((line) => line.score ?? []);
        fc.pre(result.provisional !== null);
        expect(result.provisional).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(result.provisional).toBeLessThanOrEqual(Math.max(...scores));
      }),
    );
  });

  it('never falls when a graded item is graded higher', () => {
    fc.assert(
      fc.property(course, fc.boolean(), fc.nat(), score, (components, isClosed, pick, higher) => {
        const keys = components.flatMap((one) => one.items.filter((each) => each.score !== null));
        fc.pre(keys.length > 0);
        const raised = keys[pick % keys.length]?.key;
        const better = components.map((one) => ({
          ...one,
          items: one.items.map((each) =>
            each.key === raised ? { ...each, score: Math.max(each.score ?? 0, higher) } : each,
          ),
        }));
        expect(resultOf(better, isClosed).provisional).toBeGreaterThanOrEqual(
          resultOf(components, isClosed).provisional ?? 0,
        );
      }),
    );
  });

  it('adds up: the contributions are the sum, and the sum over the counted weight is the result', () => {
    fc.assert(
      fc.property(course, fc.boolean(), (components, isClosed) => {
        const result = resultOf(components, isClosed);
        const added = result.components.reduce((sum, line) => sum + (line.contribution ?? 0), 0);
        expect(added).toBe(result.sum);
        fc.pre(result.provisional !== null);
        expect(Math.abs((result.provisional ?? 0) * result.countedWeight - added) * 2).toBeLessThanOrEqual(
          result.countedWeight,
        );
      }),
    );
  });

  it('closing never raises a result, and never leaves one open but for work that waits', () => {
    fc.assert(
      fc.property(course, (components) => {
        const closed = resultOf(components, true);
        const awaits = closed.components.some((line) => line.notYetCounted.length > 0);
        expect(closed.final === null).toBe(awaits);
        for (const [index, line] of resultOf(components, false).components.entries()) {
          const after = closed.components[index];
          if (line.score !== null) expect(after?.score).toBeLessThanOrEqual(line.score);
        }
      }),
    );
  });

  it('each item stands in exactly one of the three lists', () => {
    fc.assert(
      fc.property(course, fc.boolean(), (components, isClosed) => {
        for (const [index, line] of resultOf(components, isClosed).components.entries()) {
          const listed = [...line.counted, ...line.missing, ...line.notYetCounted].map((each) => each.key);
          expect(listed.toSorted()).toEqual(components[index]?.items.map((each) => each.key).toSorted());
        }
      }),
    );
  });
});
