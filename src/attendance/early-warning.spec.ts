import type { AttendanceStatus } from './attendance-rules.js';
import { attendanceWarning } from './early-warning.js';

const of = (letters: string) => attendanceWarning([...letters] as AttendanceStatus[]);

describe('an early warning', () => {
  it.each([
    ['', null],
    ['HHHH', null],
    ['HHHA', { kind: 'low', percent: 75 }],
    ['HHAA', { kind: 'absentInARow', times: 2 }],
    ['AA', { kind: 'absentInARow', times: 2 }],
    ['AAA', { kind: 'absentInARow', times: 3 }],
    ['AAH', null],
    ['HTTTTTT', null],
    ['HHHHHHS', null],
    ['HHHHSS', { kind: 'low', percent: 66 }],
    ['HSH', null],
  ])('of %s', (letters, warning) => {
    expect(of(letters)).toEqual(warning);
  });
});
