import type { AttendanceStatus } from './attendance-rules.js';

export type AttendanceWarning = { kind: 'absentInARow'; times: number } | { kind: 'low'; percent: number };

const IN_A_ROW = 2;
const LOW_PERCENT = 85;
const ENOUGH_MEETINGS = 4;

/**
 * What should make somebody ask how a learner is doing, after the course's own early warning: the last two meetings
 * missed without excuse, or fewer than 85 % attended once four have been held. `statuses` are in the order of the
 * meetings.
 */
export function attendanceWarning(statuses: readonly AttendanceStatus[]): AttendanceWarning | null {
  const inARow = statuses.length - 1 - statuses.findLastIndex((status) => status !== 'A');
  if (inARow >= IN_A_ROW) return { kind: 'absentInARow', times: inARow };
  const attended = statuses.filter((status) => status === 'H' || status === 'T').length;
  const percent = Math.floor((attended * 100) / Math.max(statuses.length, 1));
  return statuses.length >= ENOUGH_MEETINGS && percent < LOW_PERCENT ? { kind: 'low', percent } : null;
}
