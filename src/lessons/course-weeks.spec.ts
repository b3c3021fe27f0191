import { dayInPalangkaRaya, learnerSession } from '../../test/support/learner-sessions.js';
import { courseWeeks, presentWeek } from './course-weeks.js';

// The first weeks of a class that meets on Tuesdays and Thursdays; nothing happens in the third.
const sessions = [
  learnerSession(1, '2027-08-24'),
  learnerSession(2, '2027-08-26'),
  learnerSession(3, '2027-08-31'),
  learnerSession(4, '2027-09-14'),
];
const weeksOn = (today: string, all = sessions) =>
  courseWeeks(all, dayInPalangkaRaya, today).map(({ number, when, sessions: held }) => [
    number,
    when,
    held.map((session) => session.key).join(' '),
  ]);

describe('the weeks of a course', () => {
  it('keep their numbers where a week is empty', () => {
    expect(weeksOn('2027-08-31')).toEqual([
      [1, 'past', 'P1 P2'],
      [2, 'present', 'P3'],
      [4, 'future', 'P4'],
    ]);
  });

  it.each([
    ['2027-08-23', 'present'],
    ['2027-08-29', 'present'],
    ['2027-08-22', 'future'],
    ['2027-08-30', 'past'],
  ])('run from Monday to Sunday: on %s the first is %s', (today, when) => {
    expect(weeksOn(today)[0]?.[1]).toBe(when);
  });

  it('follow the meetings, not the syllabus', () => {
    const swapped = [learnerSession(1, '2027-08-31'), learnerSession(2, '2027-08-24')];
    expect(weeksOn('2027-08-24', swapped)).toEqual([
      [1, 'present', 'P2'],
      [2, 'future', 'P1'],
    ]);
  });

  it('end with what is not planned yet', () => {
    expect(weeksOn('2027-08-24', [learnerSession(1, null), learnerSession(2, '2027-08-24')])).toEqual([
      [1, 'present', 'P2'],
      [null, 'future', 'P1'],
    ]);
  });

  it('are none without sessions', () => {
    expect(weeksOn('2027-08-24', [])).toEqual([]);
  });
});

describe('the present week', () => {
  const meetings = sessions.flatMap(({ meeting }) => meeting ?? []);

  it.each([
    ['2027-08-22', null],
    ['2027-08-23', { number: 1, of: 4 }],
    ['2027-09-08', { number: 3, of: 4 }],
    ['2027-09-19', { number: 4, of: 4 }],
    ['2027-09-20', null],
  ])('on %s', (today, expected) => {
    expect(presentWeek(meetings, dayInPalangkaRaya, today)).toEqual(expected);
  });

  it('is none without meetings', () => {
    expect(presentWeek([], dayInPalangkaRaya, '2027-08-24')).toBeNull();
  });
});
