import type { AttendanceMark, AttendanceStatus } from './attendance-rules.js';
import { isRegisterOpen, splitBySeen } from './register-rules.js';

/** 'S' is a plain mark, 'S+' one that a make-up task repaired, '' none. */
const mark = (code: string): AttendanceMark | null =>
  code === '' ? null : { status: code.charAt(0) as AttendanceStatus, isRepaired: code.endsWith('+') };

type Outcome = 'write' | 'conflict' | 'refuse' | 'nothing';

function outcomeOf(seen: string, wanted: string, stored: string, elsewhere = 0): Outcome[] {
  const standing = mark(stored);
  const { toWrite, conflicts, refused } = splitBySeen(
    [{ enrolmentId: 1, seen: mark(seen), wanted: mark(wanted) }],
    { marks: new Map(standing ? [[1, standing]] : []), repairedElsewhere: new Map([[1, elsewhere]]) },
    2,
  );
  const found: Outcome[] = [
    ...toWrite.map(() => 'write' as const),
    ...conflicts.map(() => 'conflict' as const),
    ...refused.map(() => 'refuse' as const),
  ];
  return found.length === 0 ? ['nothing'] : found;
}

describe('a register that comes back', () => {
  it.each<[string, string, string, string, Outcome]>([
    ['sets a first mark', '', 'H', '', 'write'],
    ['changes a mark', 'H', 'T', 'H', 'write'],
    ['leaves alone what was not touched', 'H', 'H', 'H', 'nothing'],
    ['leaves alone what was not touched but changed elsewhere', 'H', 'H', 'A', 'nothing'],
    ['leaves alone what is still unmarked', '', '', 'H', 'nothing'],
    ['says again what somebody else said', 'H', 'A', 'A', 'nothing'],
    ['does not overwrite what it had not seen', 'H', 'T', 'A', 'conflict'],
    ['does not overwrite a mark that came meanwhile', '', 'A', 'H', 'conflict'],
    ['accepts a make-up task', 'S', 'S+', 'S', 'write'],
    ['takes it back', 'S+', 'S', 'S+', 'write'],
    ['keeps it through a change of status', 'I+', 'S+', 'I+', 'write'],
    ['leaves an accepted one alone', 'I+', 'I+', 'I+', 'nothing'],
    ['does not drop one that it had not seen', 'I', 'S', 'I+', 'conflict'],
    ['does not touch one that came meanwhile', 'I', 'I', 'I+', 'nothing'],
    ['accepts again what somebody else accepted', 'I', 'I+', 'I+', 'nothing'],
    ['does not see one that an H still carries', 'H', 'T', 'H+', 'write'],
  ])('%s: seen %s, wanted %s, stored %s → %s', (_what, seen, wanted, stored, outcome) => {
    expect(outcomeOf(seen, wanted, stored)).toEqual([outcome]);
  });

  it.each<[string, string, string, number, Outcome]>([
    ['the second of two', 'S', 'S+', 1, 'write'],
    ['a third', 'S', 'S+', 2, 'refuse'],
    ['a third with a first mark', '', 'I+', 2, 'refuse'],
    ['another status of what counted already', 'I+', 'S+', 2, 'write'],
    ['taking one back', 'I+', 'I', 3, 'write'],
    ['a mark that needs none', 'S', 'H', 2, 'write'],
  ])(
    'of at most two make-up tasks: %s, %s → %s with %i elsewhere: %s',
    (_what, seen, wanted, elsewhere, outcome) => {
      expect(outcomeOf(seen, wanted, seen, elsewhere)).toEqual([outcome]);
    },
  );
});

describe('the register of a meeting at 15.30', () => {
  const startsAt = new Date('2027-08-31T08:30:00Z');
  it.each([
    ['2027-08-31T07:29:59Z', false],
    ['2027-08-31T07:30:00Z', true],
    ['2027-09-30T00:00:00Z', true],
  ])('at %s is open: %s', (now, isOpen) => {
    expect(isRegisterOpen(startsAt, new Date(now))).toBe(isOpen);
  });
});
