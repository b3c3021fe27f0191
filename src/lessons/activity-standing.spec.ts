import type { Dates } from '../cohorts/activity-dates.js';
import { isActionable, isFinished, type Standing, standingOf } from './activity-standing.js';

const rules = { opensRule: '-3d', dueRule: '+7d 23:59' };
const dates: Dates = {
  opensAt: new Date('2027-08-28T08:30:00Z'),
  dueAt: new Date('2027-09-07T16:59:00Z'),
};
const before = '2027-08-28T08:29:59Z';
const during = '2027-09-01T00:00:00Z';
const twoDaysLate = '2027-09-09T16:59:00Z';
const threeDaysLate = '2027-09-10T16:59:00Z';
const later = '2027-09-10T16:59:01Z';

describe('where a learner stands with an activity', () => {
  it.each([
    ['an assignment before it opens', 'assignment', null, before, 'closed'],
    ['an open one', 'assignment', null, during, 'open'],
    ['a draft', 'assignment', 'started', during, 'started'],
    ['one handed in', 'assignment', 'submitted', during, 'waiting'],
    ['one handed in, after its due date', 'assignment', 'submitted', later, 'waiting'],
    ['one returned', 'assignment', 'returned', later, 'returned'],
    ['one graded', 'assignment', 'done', later, 'done'],
    ['one that is late', 'assignment', null, twoDaysLate, 'overdue'],
    ['a draft that is late', 'assignment', 'started', twoDaysLate, 'overdue'],
    ['one at the end of the third day', 'assignment', null, threeDaysLate, 'overdue'],
    ['one that only leave makes possible', 'assignment', null, later, 'missed'],
    ['an open quiz', 'quiz', null, during, 'open'],
    ['a quiz that has closed', 'quiz', 'started', twoDaysLate, 'missed'],
    ['a quiz passed', 'quiz', 'done', twoDaysLate, 'done'],
    ['a lesson before it opens', 'lesson', null, before, 'closed'],
    ['a lesson after its date', 'lesson', null, later, 'open'],
    ['a lesson being read', 'lesson', 'started', later, 'started'],
  ] as const)('%s', (_what, kind, state, now, expected) => {
    expect(standingOf({ kind, ...rules }, dates, state, new Date(now))).toBe(expected);
  });

  it('closes what has no plan yet', () => {
    const none = { opensAt: null, dueAt: null };
    expect(standingOf({ kind: 'quiz', ...rules }, none, null, new Date(during))).toBe('closed');
  });
});

describe('what a standing asks of the learner', () => {
  it.each<[Standing, boolean, boolean]>([
    ['closed', false, false],
    ['open', true, false],
    ['started', true, false],
    ['waiting', false, true],
    ['returned', true, false],
    ['overdue', true, false],
    ['missed', false, false],
    ['done', false, true],
  ])('%s: something to do %s, finished %s', (standing, actionable, finished) => {
    expect([isActionable(standing), isFinished(standing)]).toEqual([actionable, finished]);
  });
});
