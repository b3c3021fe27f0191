import {
  type AttendanceMark,
  type AttendanceStatus,
  isRepairable,
  isRepairedMark,
} from './attendance-rules.js';
import type { SeenRow } from './register-rules.js';

const letters = new Set(['H', 'T', 'I', 'S', 'A']);
const statusOf = (letter: string | undefined): AttendanceStatus | null =>
  letter !== undefined && letters.has(letter) ? (letter as AttendanceStatus) : null;

interface Submitted {
  status: Readonly<Record<string, string>>;
  repaired: Readonly<Record<string, string>>;
  seen: Readonly<Record<string, string>>;
  all: 'present' | null;
}

/** A mark as the page carries it along: its letter, and + where it is repaired; '' is no mark. */
export const markCode = (mark: AttendanceMark | null): string =>
  mark ? mark.status + (isRepairedMark(mark) ? '+' : '') : '';

function readMark(code: string | undefined): AttendanceMark | null {
  const status = statusOf(code?.charAt(0));
  return status && { status, isRepaired: code?.charAt(1) === '+' && isRepairable(status) };
}

/** The rows that a register sends back; letters that are none count as no mark. */
export function rowsOf({ status, repaired, seen, all }: Submitted): SeenRow[] {
  return Object.keys(seen).map((key) => {
    const chosen = statusOf(status[key]) ?? (all === 'present' ? 'H' : null);
    return {
      enrolmentId: Number(key),
      seen: readMark(seen[key]),
      wanted: chosen && { status: chosen, isRepaired: key in repaired && isRepairable(chosen) },
    };
  });
}
