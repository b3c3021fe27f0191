import type { AttendanceSettings } from '../cohorts/cohort-rules.js';

/** H hadir, T terlambat, I izin, S sakit, A alpa: present, late, excused, sick, absent. */
export type AttendanceStatus = 'H' | 'T' | 'I' | 'S' | 'A';

export interface AttendanceMark {
  readonly status: AttendanceStatus;
  /** A make-up task for this meeting was accepted; means something only where the status is I or S. */
  readonly isRepaired: boolean;
}

export interface AttendanceCount {
  /** Meetings that count as attended: H and T and what was repaired, less the absences made by lateness. */
  readonly present: number;
  /** Meetings that carry a mark. */
  readonly marked: number;
  readonly byStatus: Readonly<Record<AttendanceStatus, number>>;
  /** Repaired I and S that count, never more than the setting allows. */
  readonly repaired: number;
  /** Absences that late arrivals added up to. */
  readonly absencesFromLates: number;
}

/** The mark of someone who checks in: T from the first millisecond after the grace minutes, else H. */
export function statusAtCheckIn(startsAt: Date, checkedInAt: Date, settings: AttendanceSettings): 'H' | 'T' {
  const lateBy = checkedInAt.getTime() - startsAt.getTime();
  return lateBy > settings.graceMinutes * 60_000 ? 'T' : 'H';
}

/**
 * Counts one enrolment's marks. T counts as present, but three of them make one absence; at most two I or S
 * are repaired by a make-up task. A meeting without a mark counts as not attended.
 * After Permenaker 6/2025 article 33 (attendance of at least 80 %) and the course's own rules.
 */
export function countAttendance(
  marks: readonly AttendanceMark[],
  settings: AttendanceSettings,
): AttendanceCount {
  const byStatus: Record<AttendanceStatus, number> = { H: 0, T: 0, I: 0, S: 0, A: 0 };
  for (const mark of marks) byStatus[mark.status] += 1;
  const repaired = Math.min(marks.filter(isRepairedMark).length, settings.maxRepaired);
  const absencesFromLates = settings.latesPerAbsence ? Math.floor(byStatus.T / settings.latesPerAbsence) : 0;
  const present = byStatus.H + byStatus.T + repaired - absencesFromLates;
  return { present, marked: marks.length, byStatus, repaired, absencesFromLates };
}

/** Only I and S can be repaired: an A never is, and H and T need not be. */
export const isRepairable = (status: AttendanceStatus | null): boolean => status === 'I' || status === 'S';

/** Whether the mark counts as repaired, whatever it carries from an earlier status. */
export const isRepairedMark = ({ status, isRepaired }: AttendanceMark): boolean =>
  isRepaired && isRepairable(status);
