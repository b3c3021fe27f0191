import { learnerActivity, learnerSession } from '../../test/support/learner-sessions.js';
import type { LearnerActivity } from '../lessons/learner-session.js';
import { dueSoon, recentlyJudged, wayOf } from './what-matters.js';

const now = new Date('2027-08-31T03:00:00Z');
const due = (day: string) => new Date(`${day}T16:59:00Z`);
const named = (title: string, more: Partial<LearnerActivity>) => learnerActivity({ title, ...more });
const titles = (items: { activity: LearnerActivity }[]) => items.map(({ activity }) => activity.title);

describe('what is due soon', () => {
  const quiz = (title: string, day: string, more: Partial<LearnerActivity> = {}) =>
    named(title, { kind: 'quiz', dueAt: due(day), ...more });

  it('is what is not done within seven days, the first due first', () => {
    const session = learnerSession(1, '2027-08-24', [
      quiz('in six days', '2027-09-06'),
      quiz('in eight days', '2027-09-08'),
      quiz('tonight', '2027-08-31'),
      quiz('yesterday', '2027-08-30', { standing: 'missed' }),
      quiz('done', '2027-09-01', { standing: 'done' }),
      quiz('handed in', '2027-09-01', { standing: 'waiting' }),
      quiz('not open yet', '2027-09-02', { standing: 'closed' }),
    ]);
    expect(titles(dueSoon([session], now))).toEqual(['tonight', 'not open yet', 'in six days']);
  });

  it('counts seven times 24 hours', () => {
    const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const week = 7 * 24 * 3_600_000;
    const session = learnerSession(1, '2027-08-24', [
      named('now', { kind: 'quiz', dueAt: now }),
      named('last moment', { kind: 'quiz', dueAt: at(week) }),
      named('after it', { kind: 'quiz', dueAt: at(week + 1) }),
    ]);
    expect(titles(dueSoon([session], now))).toEqual(['last moment']);
  });

  it('has the open lessons of the meetings to come', () => {
    const sessions = [
      learnerSession(1, '2027-08-24', [named('past', {})]),
      learnerSession(2, '2027-08-31', [named('today', {})]),
      learnerSession(3, '2027-09-02', [named('closed', { standing: 'closed' })]),
      learnerSession(4, '2027-09-09', [named('far', {})]),
      learnerSession(5, null, [named('without a plan', {})]),
    ];
    expect(titles(dueSoon(sessions, now))).toEqual(['today']);
  });
});

describe('what was judged lately', () => {
  const judged = (title: string, day: string, score: number | null, more: Partial<LearnerActivity> = {}) =>
    named(title, {
      kind: 'assignment',
      standing: 'done',
      progress: { state: 'done', score, at: new Date(`${day}T03:00:00Z`) },
      ...more,
    });

  it('is what has a score or was returned, the newest first', () => {
    const session = learnerSession(1, '2027-08-24', [
      judged('scored', '2027-08-29', 8600),
      judged('read', '2027-08-30', null),
      judged('returned', '2027-08-30', null, { standing: 'returned' }),
      judged('a fortnight ago', '2027-08-17', 7000),
      judged('long ago', '2027-08-16', 7000),
      named('nothing done', {}),
    ]);
    expect(titles(recentlyJudged([session], now))).toEqual(['returned', 'scored', 'a fortnight ago']);
  });

  it('is five at most', () => {
    const many = ['25', '26', '27', '28', '29', '30'].map((day) => judged(day, `2027-08-${day}`, 8000));
    expect(titles(recentlyJudged([learnerSession(1, '2027-08-24', many)], now))).toEqual([
      '30',
      '29',
      '28',
      '27',
      '26',
    ]);
  });
});

describe('the way', () => {
  it('counts sessions whose part is done, and required activities that are done', () => {
    const sessions = [
      learnerSession(1, '2027-08-24', [
        named('a', { standing: 'done' }),
        named('b', { standing: 'waiting' }),
      ]),
      learnerSession(2, '2027-08-26', [named('c', { standing: 'done' }), named('d', { standing: 'open' })]),
      learnerSession(3, '2027-08-31', [named('e', { standing: 'done', required: false })]),
      learnerSession(4, null),
    ];
    expect(wayOf(sessions)).toEqual({ sessions: { done: 2, of: 4 }, required: { done: 2, of: 4 } });
  });
});
