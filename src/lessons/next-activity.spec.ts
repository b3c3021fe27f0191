import { learnerActivity, learnerSession } from '../../test/support/learner-sessions.js';
import type { LearnerActivity } from './learner-session.js';
import { nextActivity } from './next-activity.js';

const now = new Date('2027-08-31T03:00:00Z');
const due = (day: string) => new Date(`${day}T16:59:00Z`);
const named = (title: string, more: Partial<LearnerActivity> = {}) => learnerActivity({ title, ...more });
const lesson = (title: string, more: Partial<LearnerActivity> = {}) => named(title, more);
const quiz = (title: string, day: string, more: Partial<LearnerActivity> = {}) =>
  named(title, { kind: 'quiz', position: 2, dueAt: due(day), ...more });
const task = (title: string, day: string, more: Partial<LearnerActivity> = {}) =>
  named(title, { kind: 'assignment', position: 3, dueAt: due(day), ...more });

describe('what to do next', () => {
  it.each<[string, ReturnType<typeof learnerSession>[], string | null]>([
    [
      'nothing where all is done',
      [learnerSession(1, '2027-08-24', [lesson('L1', { standing: 'done' })])],
      null,
    ],
    [
      'nothing where nothing is open',
      [learnerSession(1, null, [lesson('L1', { standing: 'closed' })])],
      null,
    ],
    [
      'nothing where it is too late',
      [learnerSession(1, '2027-08-24', [quiz('K1', '2027-08-30', { standing: 'missed' })])],
      null,
    ],
    [
      'returned work before all else',
      [
        learnerSession(1, '2027-08-24', [task('T1', '2027-08-30', { standing: 'overdue' })]),
        learnerSession(2, '2027-08-26', [task('T2', '2027-09-05', { standing: 'returned' })]),
      ],
      'T2',
    ],
    [
      'late work before what is due',
      [
        learnerSession(1, '2027-08-24', [quiz('K1', '2027-08-31')]),
        learnerSession(2, '2027-08-26', [task('T2', '2027-08-30', { standing: 'overdue' })]),
      ],
      'T2',
    ],
    [
      'what is due first',
      [
        learnerSession(1, '2027-08-24', [task('T1', '2027-09-03')]),
        learnerSession(2, '2027-08-26', [quiz('K2', '2027-09-02')]),
      ],
      'K2',
    ],
    [
      'a lesson before the quiz that it prepares',
      [
        learnerSession(1, '2027-08-24', [task('T1', '2027-09-03')]),
        learnerSession(2, '2027-08-26', [lesson('L2'), quiz('K2', '2027-09-02')]),
      ],
      'L2',
    ],
    [
      'the quiz once its lesson was opened',
      [learnerSession(2, '2027-08-26', [lesson('L2', { standing: 'started' }), quiz('K2', '2027-09-02')])],
      'K2',
    ],
    [
      'the lesson of the meeting to come before work that is due later',
      [
        learnerSession(1, '2027-08-24', [task('T1', '2027-09-03')]),
        learnerSession(3, '2027-08-31', [lesson('L3'), quiz('K3', '2027-09-07', { standing: 'closed' })]),
      ],
      'L3',
    ],
    [
      'a lesson left from before only when nothing else is asked',
      [learnerSession(1, '2027-08-24', [lesson('L1')]), learnerSession(4, '2027-09-02', [lesson('L4')])],
      'L4',
    ],
    [
      'what is not required last',
      [
        learnerSession(1, '2027-08-24', [quiz('K1', '2027-08-31', { required: false })]),
        learnerSession(2, '2027-08-26', [lesson('L2')]),
      ],
      'L2',
    ],
    [
      'of equals the earlier session',
      [
        learnerSession(1, '2027-08-24', [quiz('K1', '2027-09-02')]),
        learnerSession(2, '2027-08-26', [quiz('K2', '2027-09-02')]),
      ],
      'K1',
    ],
  ])('is %s', (_what, sessions, expected) => {
    expect(nextActivity(sessions, now)?.activity.title ?? null).toBe(expected);
  });

  it('comes with its session', () => {
    const session = learnerSession(1, '2027-08-24', [quiz('K1', '2027-09-02')]);
    expect(nextActivity([session], now)?.session).toBe(session);
  });
});
