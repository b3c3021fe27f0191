import * as fc from 'fast-check';
import { defaultAttendance } from '../cohorts/cohort-rules.js';
import { AttendanceMark, AttendanceStatus, countAttendance, statusAtCheckIn } from './attendance-rules.js';

/** 'H' is a plain mark, 'S+' one that a make-up task repaired. */
function marks(text: string): AttendanceMark[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ status: word.charAt(0) as AttendanceStatus, isRepaired: word.endsWith('+') }));
}

const anyMark = fc.record({
  status: fc.constantFrom<AttendanceStatus>('H', 'T', 'I', 'S', 'A'),
  isRepaired: fc.boolean(),
});

describe('check-in', () => {
  const start = new Date('2027-08-24T08:30:00.000Z');

  it.each([
    ['ten minutes early', -10 * 60_000, 'H'],
    ['on the minute', 0, 'H'],
    ['15 minutes late', 15 * 60_000, 'H'],
    ['a moment after 15 minutes', 15 * 60_000 + 1, 'T'],
    ['an hour late', 60 * 60_000, 'T'],
  ])('%s is marked', (_when, lateBy, status) => {
    const at = new Date(start.getTime() + lateBy);
    expect(statusAtCheckIn(start, at, defaultAttendance)).toBe(status);
  });
});

describe('the count of attended meetings', () => {
  it.each([
    ['nothing marked', '', 0],
    ['everyone on time', 'H H H', 3],
    ['late counts as present', 'H T T', 3],
    ['three lates cost one', 'T T T', 2],
    ['five lates still cost one', 'T T T T T', 4],
    ['six lates cost two', 'T T T T T T', 4],
    ['excused, sick and absent are not present', 'H I S A', 1],
    ['a make-up task repairs an excused meeting', 'H I+', 2],
    ['a make-up task repairs a sick one', 'H S+', 2],
    ['at most two are repaired', 'H I+ S+ S+', 3],
    ['an absence is never repaired', 'H A+', 1],
    ['a repaired mark that was overruled to H counts once', 'H+', 1],
    ['sick three times, two repaired, lates besides', 'H H T T T S+ S+ S', 6],
  ])('%s: %s', (_rule, text, present) => {
    expect(countAttendance(marks(text), defaultAttendance).present).toBe(present);
  });

  it('tells what it counted', () => {
    expect(countAttendance(marks('H H T T T I S+ A'), defaultAttendance)).toEqual({
      present: 5,
      marked: 8,
      byStatus: { H: 2, T: 3, I: 1, S: 1, A: 1 },
      repaired: 1,
      absencesFromLates: 1,
    });
  });

  it('leaves lateness without consequence where the cohort says so', () => {
    const settings = { ...defaultAttendance, latesPerAbsence: null };
    expect(countAttendance(marks('T T T'), settings).present).toBe(3);
  });

  it('stays between nothing and the number of marks', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 30 }), (list) => {
        const { present, marked } = countAttendance(list, defaultAttendance);
        expect(present).toBeGreaterThanOrEqual(0);
        expect(present).toBeLessThanOrEqual(marked);
      }),
    );
  });

  it('never falls when another meeting is held, whatever its mark', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 30 }), anyMark, (list, next) => {
        const before = countAttendance(list, defaultAttendance).present;
        expect(countAttendance([...list, next], defaultAttendance).present).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('does not depend on the order of the meetings', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 30 }), (list) => {
        expect(countAttendance(list.toReversed(), defaultAttendance)).toEqual(
          countAttendance(list, defaultAttendance),
        );
      }),
    );
  });
});
