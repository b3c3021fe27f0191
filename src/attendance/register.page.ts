import type { Words } from '../platform/i18n/words.js';
import { meetingName } from './meetings.page.js';
import type { AttendanceStatus } from './attendance-rules.js';
import type { Register, RegisterRow } from './register.service.js';

const letters: readonly AttendanceStatus[] = ['H', 'T', 'I', 'S', 'A'];

/** The register; rows of `conflicts` are told apart, since somebody else has changed them meanwhile. */
export function registerPage(
  { meeting, isOpen, rows }: Register,
  words: Words,
  conflicts: readonly number[],
) {
  return {
    titleText: words.t('attendance.register.title', {
      name: meeting.session ? `P${meeting.session.number}` : '',
    }),
    scripts: ['scripts/register.js'],
    action: `/meetings/${meeting.id}/attendance`,
    name: meetingName(meeting, words),
    cohort: meeting.classGroup.cohort.label,
    className: meeting.classGroup.name,
    when: `${words.day(meeting.startsAt)}, ${words.span(meeting.startsAt, meeting.endsAt)}`,
    place: meeting.place,
    isOpen,
    opensText: words.t('attendance.register.opens', { when: words.instant(meeting.startsAt) }),
    rows: rows.map((row, index) => registerRow(row, index, words, conflicts.includes(row.enrolmentId))),
    tally: tally(rows, words),
    hasConflicts: conflicts.length > 0,
  };
}

function registerRow(row: RegisterRow, index: number, words: Words, isConflict: boolean) {
  const choices = letters.map((letter) => ({
    letter,
    word: words.t(`attendance.status.${letter}`),
    isChosen: row.status === letter,
  }));
  return {
    position: index + 1,
    id: row.enrolmentId,
    name: row.name,
    detail: row.method === 'code' ? words.t('attendance.register.byCode') : (row.nim ?? ''),
    seen: row.status ?? '',
    choices,
    isConflict,
  };
}

/** "28 hadir · 1 sakit · 1 alpa"; what nobody has is left out. */
function tally(rows: readonly RegisterRow[], words: Words): string {
  const count = (letter: AttendanceStatus | null) => rows.filter(({ status }) => status === letter).length;
  const parts = letters
    .filter((letter) => count(letter) > 0)
    .map((letter) => `${count(letter)} ${words.t(`attendance.status.${letter}`).toLowerCase()}`);
  const open = count(null);
  return [...parts, ...(open > 0 ? [words.t('attendance.register.open', { count: open })] : [])].join(' · ');
}
