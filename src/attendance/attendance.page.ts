import type { AttendanceSettings } from '../cohorts/cohort-rules.js';
import type { Words } from '../platform/i18n/words.js';
import { type AttendanceStatus, countAttendance } from './attendance-rules.js';
import type { AttendedMeeting } from './attendance.service.js';

/** A cell of the strip: the session's number and the mark. */
interface StripMeeting {
  meeting: { session: { number: number } | null };
  status: AttendanceStatus | null;
}

/** The strip of cells, one a meeting; what has no mark yet is told apart by class and by word. */
export const attendanceStrip = (meetings: readonly StripMeeting[], words: Words) =>
  meetings.map(({ meeting, status }) => ({
    letter: status ?? '–',
    look: status ? status.toLowerCase() : 'later',
    label: `P${meeting.session?.number ?? ''}: ${words.t(`attendance.status.${status ?? 'none'}`)}`,
  }));

export function attendancePage(
  meetings: readonly AttendedMeeting[],
  settings: AttendanceSettings | null,
  words: Words,
) {
  const marks = meetings.flatMap(({ status, isRepaired }) => (status ? [{ status, isRepaired }] : []));
  const count = settings && countAttendance(marks, settings);
  return {
    title: 'attendance.title',
    isEmpty: meetings.length === 0,
    strip: attendanceStrip(meetings, words),
    present: count
      ? words.t('attendance.present', {
          present: count.present,
          marked: count.marked,
          planned: meetings.length,
        })
      : '',
    explained: count ? explain(count, words) : [],
    rows: meetings.map(({ meeting, status, isRepaired }) => ({
      name: `P${meeting.session?.number ?? ''} · ${meeting.session?.title ?? ''}`,
      when: `${words.day(meeting.startsAt)}, ${words.span(meeting.startsAt, meeting.endsAt)}`,
      status: words.t(`attendance.status.${status ?? 'none'}`),
      look: lookOf(status),
      icon: iconOf(status),
      isRepaired,
    })),
  };
}

function explain(
  { absencesFromLates, repaired, byStatus }: ReturnType<typeof countAttendance>,
  words: Words,
): string[] {
  return [
    byStatus.T > 0 ? words.t('attendance.lates', { count: byStatus.T, absences: absencesFromLates }) : '',
    repaired > 0 ? words.t('attendance.repaired', { count: repaired }) : '',
  ].filter(Boolean);
}

const lookOf = (status: AttendanceStatus | null): string =>
  ({ H: 'ok', T: 'wait', I: '', S: '', A: 'bad', none: '' })[status ?? 'none'];
const iconOf = (status: AttendanceStatus | null): string =>
  ({ H: 'check', T: 'clock', I: 'file', S: 'file', A: 'alert', none: 'clock' })[status ?? 'none'];
