import type { Words } from '../platform/i18n/words.js';
import { meetingName } from './meetings.page.js';
import { type AttendanceStatus, isRepairedMark } from './attendance-rules.js';
import { markCode } from './register-input.js';
import type { Register, RegisterOutcome, RegisterRow } from './register.service.js';

type Troubles = Pick<RegisterOutcome, 'conflicts' | 'refused'>;

const letters: readonly AttendanceStatus[] = ['H', 'T', 'I', 'S', 'A'];

/** The register; rows in trouble are told apart: somebody else has changed them, or the make-up tasks are used up. */
export function registerPage(
  { meeting, isOpen, rows, maxRepaired }: Register,
  words: Words,
  troubles: Troubles = { conflicts: [], refused: [] },
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
    rows: rows.map((row, index) => registerRow(row, index, words, troubles)),
    tally: tally(rows, words),
    hasConflicts: troubles.conflicts.length > 0,
    usedUp: troubles.refused.length > 0 ? words.t('attendance.register.usedUp', { count: maxRepaired }) : '',
  };
}

function registerRow(row: RegisterRow, index: number, words: Words, { conflicts, refused }: Troubles) {
  const mark = row.status && { status: row.status, isRepaired: row.isRepaired };
  const typed = refused.find(({ enrolmentId }) => enrolmentId === row.enrolmentId)?.wanted ?? null;
  const shown = typed ?? mark;
  const choices = letters.map((letter) => ({
    letter,
    word: words.t(`attendance.status.${letter}`),
    isChosen: shown?.status === letter,
  }));
  return {
    position: index + 1,
    id: row.enrolmentId,
    name: row.name,
    detail: row.method === 'code' ? words.t('attendance.register.byCode') : (row.nim ?? ''),
    seen: markCode(mark),
    choices,
    isRepaired: shown !== null && isRepairedMark(shown),
    isConflict: conflicts.includes(row.enrolmentId),
    isUsedUp: typed !== null,
    isInTrouble: typed !== null || conflicts.includes(row.enrolmentId),
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
