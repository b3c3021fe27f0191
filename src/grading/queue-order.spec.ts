import * as fc from 'fast-check';
import { inQueueOrder, neighboursOf, type Waiting } from './queue-order.js';

const day = (number: number): Date => new Date(Date.UTC(2027, 8, number));
const item = (key: string, classId: number | null, since: number): Waiting => ({
  key,
  classId,
  waitingSince: day(since),
});

// This instructor teaches the classes 1 and 2.
const own = new Set([1, 2]);
const waiting = [
  item('submission-1', 3, 1),
  item('submission-2', 1, 5),
  item('essay-3', 2, 4),
  item('visit-4', null, 2),
  item('submission-5', 1, 4),
  item('submission-6', 3, 1),
];
const order = ['essay-3', 'submission-5', 'submission-2', 'submission-1', 'submission-6', 'visit-4'];

describe('the grading queue', () => {
  it('has own classes first, then the oldest, then a settled order', () => {
    expect(inQueueOrder(waiting, own).map(({ key }) => key)).toEqual(order);
  });

  it('is by age alone for whoever teaches no class', () => {
    expect(inQueueOrder(waiting, new Set()).map(({ key }) => key)).toEqual([
      'submission-1',
      'submission-6',
      'visit-4',
      'essay-3',
      'submission-5',
      'submission-2',
    ]);
  });
});

describe('the way through the queue', () => {
  const at = (key: string): Waiting => waiting.find((one) => one.key === key) ?? item(key, null, 0);
  const named = (current: Waiting, queue: readonly Waiting[]): unknown => {
    const { previous, next, before, total } = neighboursOf(current, queue, own);
    return [previous?.key ?? null, next?.key ?? null, before, total];
  };

  it.each([
    ['essay-3', null, 'submission-5', 0],
    ['submission-2', 'submission-5', 'submission-1', 2],
    ['visit-4', 'submission-6', null, 5],
  ])('%s stands between %s and %s', (key, previous, next, before) => {
    expect(named(at(key), waiting)).toEqual([previous, next, before, 6]);
  });

  it('goes on from work that has just left the queue', () => {
    const rest = waiting.filter(({ key }) => key !== 'submission-2');
    expect(named(at('submission-2'), rest)).toEqual(['submission-5', 'submission-1', 2, 5]);
  });

  it('ends where nothing waits', () => {
    expect(named(at('essay-3'), [])).toEqual([null, null, 0, 0]);
  });

  it('visits everything once, from the first by next to next', () => {
    const any = fc.uniqueArray(
      fc.record({
        key: fc.stringMatching(/^[a-z]{1,3}-\d{1,2}$/),
        classId: fc.option(fc.integer({ min: 1, max: 4 })),
        waitingSince: fc.integer({ min: 1, max: 5 }).map(day),
      }),
      { selector: ({ key }) => key, minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (queue) => {
        const visited: string[] = [];
        for (let current: Waiting | null = inQueueOrder(queue, own)[0] ?? null; current;) {
          visited.push(current.key);
          current = neighboursOf(current, queue, own).next;
        }
        expect(visited).toEqual(inQueueOrder(queue, own).map(({ key }) => key));
      }),
    );
  });
});
