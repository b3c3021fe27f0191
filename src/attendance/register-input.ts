import type { AttendanceStatus } from './attendance-rules.js';
import type { SeenRow } from './register-rules.js';

const letters = new Set(['H', 'T', 'I', 'S', 'A']);
const statusOf = (letter: string | undefined): AttendanceStatus | null =>
  letter !== undefined && letters.has(letter) ? (letter as AttendanceStatus) : null;

interface Submitted {
  status: Readonly<Record<string, string>>;
  seen: Readonly<Record<string, string>>;
  all: 'present' | null;
}

/** The rows that a register sends back; letters that are none count as no mark. */
export function rowsOf({ status, seen, all }: Submitted): SeenRow[] {
  return Object.keys(seen).map((key) => {
    const chosen = statusOf(status[key]);
    return {
      enrolmentId: Number(key),
      seen: statusOf(seen[key]),
      wanted: chosen ?? (all === 'present' ? 'H' : null),
    };
  });
}
