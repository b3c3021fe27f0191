import type { AttendanceStatus } from './attendance-rules.js';
import { isRegisterOpen, splitBySeen } from './register-rules.js';

type Status = AttendanceStatus | null;

describe('a register that comes back', () => {
  it.each<[string, Status, Status, Status, 'write' | 'conflict' | 'nothing']>([
    ['sets a first mark', null, 'H', null, 'write'],
    ['changes a mark', 'H', 'T', 'H', 'write'],
    ['leaves alone what was not touched', 'H', 'H', 'H', 'nothing'],
    ['leaves alone what was not touched but changed elsewhere', 'H', 'H', 'A', 'nothing'],
    ['leaves alone what is still unmarked', null, null, 'H', 'nothing'],
    ['says again what somebody else said', 'H', 'A', 'A', 'nothing'],
    ['does not overwrite what it had not seen', 'H', 'T', 'A', 'conflict'],
    ['does not overwrite a mark that came meanwhile', null, 'A', 'H', 'conflict'],
  ])('%s: seen %s, wanted %s, stored %s → %s', (_what, seen, wanted, stored, outcome) => {
    const row = { enrolmentId: 1, seen, wanted };
    const { toWrite, conflicts } = splitBySeen([row], new Map(stored ? [[1, stored]] : []));
    expect([toWrite.length, conflicts.length]).toEqual([
      outcome === 'write' ? 1 : 0,
      outcome === 'conflict' ? 1 : 0,
    ]);
  });
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
