import { type AttendanceMark, isRepairedMark } from './attendance-rules.js';

const EARLY_MS = 60 * 60_000;

/** A register opens an hour before its meeting: nobody is marked present at what has not happened. */
export const isRegisterOpen = (startsAt: Date, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - EARLY_MS;

/** One row of the page as it comes back: what it showed, and what it says now; null is no mark. */
export interface SeenRow {
  enrolmentId: number;
  seen: AttendanceMark | null;
  wanted: AttendanceMark | null;
}

type Wanted = SeenRow & { wanted: AttendanceMark };

/** By enrolment: what the register holds, and how many other meetings of the learner are repaired. */
export interface Stored {
  marks: ReadonlyMap<number, AttendanceMark>;
  repairedElsewhere: ReadonlyMap<number, number>;
}

/**
 * Divides what a page says into marks to write, conflicts, and rows refused because the learner's make-up tasks
 * are used up. A row that the person did not touch is none of these, whatever stands now; one that already stands
 * as wanted needs nothing. A repair that was there keeps its place.
 */
export function splitBySeen(
  rows: readonly SeenRow[],
  { marks, repairedElsewhere }: Stored,
  maxRepaired: number,
): { toWrite: Wanted[]; conflicts: Wanted[]; refused: Wanted[] } {
  const standing = (id: number): AttendanceMark | null => marks.get(id) ?? null;
  const outcomeOf = ({ enrolmentId, seen, wanted }: Wanted): 'toWrite' | 'conflicts' | 'refused' => {
    if (!isSameMark(standing(enrolmentId), seen)) return 'conflicts';
    const isNewRepair = isRepairedMark(wanted) && !(seen && isRepairedMark(seen));
    return isNewRepair && (repairedElsewhere.get(enrolmentId) ?? 0) >= maxRepaired ? 'refused' : 'toWrite';
  };
  const open = rows
    .filter((row): row is Wanted => row.wanted !== null && !isSameMark(row.wanted, row.seen))
    .filter(({ enrolmentId, wanted }) => !isSameMark(standing(enrolmentId), wanted));
  const groups = Map.groupBy(open, outcomeOf);
  return {
    toWrite: groups.get('toWrite') ?? [],
    conflicts: groups.get('conflicts') ?? [],
    refused: groups.get('refused') ?? [],
  };
}

const isSameMark = (one: AttendanceMark | null, other: AttendanceMark | null): boolean =>
  one?.status === other?.status && (one && isRepairedMark(one)) === (other && isRepairedMark(other));
