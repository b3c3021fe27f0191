/** One thing that waits to be judged: an essay, a submission or a visit. */
export interface Waiting {
  /** Unique over all kinds, `submission-12`. */
  key: string;
  /** The class of whoever handed it in; `null` where there is none. */
  classId: number | null;
  waitingSince: Date;
}

/**
 * The order in which an instructor works: own classes before the others, what has waited longest before what came
 * later. The key settles what is equal, so that the order is the same at every look.
 */
export function inQueueOrder<T extends Waiting>(waiting: readonly T[], ownClasses: ReadonlySet<number>): T[] {
  return waiting.toSorted(byQueueOrder(ownClasses));
}

interface Neighbours<T> {
  previous: T | null;
  next: T | null;
  /** How many stand before it, and how many wait in all, itself included while it still waits. */
  before: number;
  total: number;
}

/**
 * What stands before and after `current` in the queue. It need not wait any more itself: from work just graded one
 * goes on to what came after it, not back to the start.
 */
export function neighboursOf<T extends Waiting>(
  current: Waiting,
  waiting: readonly T[],
  ownClasses: ReadonlySet<number>,
): Neighbours<T> {
  const compare = byQueueOrder(ownClasses);
  const queue = inQueueOrder(waiting, ownClasses);
  const earlier = queue.filter((other) => compare(other, current) < 0);
  const next = queue.find((other) => compare(other, current) > 0);
  return {
    previous: earlier.at(-1) ?? null,
    next: next ?? null,
    before: earlier.length,
    total: queue.length,
  };
}

function byQueueOrder(ownClasses: ReadonlySet<number>): (a: Waiting, b: Waiting) => number {
  const rank = ({ classId }: Waiting): number => (classId !== null && ownClasses.has(classId) ? 0 : 1);
  return (a, b) =>
    rank(a) - rank(b) || a.waitingSince.getTime() - b.waitingSince.getTime() || compareText(a.key, b.key);
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
