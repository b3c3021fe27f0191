import type { AttendanceStatus } from './attendance-rules.js';

const EARLY_MS = 60 * 60_000;

/** A register opens an hour before its meeting: nobody is marked present at what has not happened. */
export const isRegisterOpen = (startsAt: Date, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - EARLY_MS;

/** One row of the page as it comes back: what it showed, and what it says now; null is no mark. */
export interface SeenRow {
  enrolmentId: number;
  seen: AttendanceStatus | null;
  wanted: AttendanceStatus | null;
}

type Wanted = SeenRow & { wanted: AttendanceStatus };

/**
 * Divides what a page says into marks to write and conflicts. A row that the person did not touch is neither,
 * whatever stands now; one that already stands as wanted needs nothing.
 */
export function splitBySeen(
  rows: readonly SeenRow[],
  stored: ReadonlyMap<number, AttendanceStatus>,
): { toWrite: Wanted[]; conflicts: Wanted[] } {
  const touched = rows.filter((row): row is Wanted => row.wanted !== null && row.wanted !== row.seen);
  const open = touched.filter(({ enrolmentId, wanted }) => stored.get(enrolmentId) !== wanted);
  const isStale = ({ enrolmentId, seen }: SeenRow): boolean => (stored.get(enrolmentId) ?? null) !== seen;
  return { toWrite: open.filter((row) => !isStale(row)), conflicts: open.filter(isStale) };
}
