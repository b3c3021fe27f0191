import { dayInPalangkaRaya, learnerActivity, learnerSession } from '../../test/support/learner-sessions.js';
import type { LearnerActivity } from './learner-session.js';
import { isSessionDone, markOf, noteOf } from './session-note.js';

const today = { day: '2027-08-31', dayOf: dayInPalangkaRaya };
const [yesterday, tomorrow] = ['2027-08-30', '2027-09-01'];
const tonight = new Date('2027-08-31T16:59:00Z');
const nextWeek = new Date('2027-09-07T16:59:00Z');
const at = new Date('2027-08-30T10:00:00Z');

const lesson = (more: Partial<LearnerActivity> = {}) => learnerActivity(more);
const quiz = (more: Partial<LearnerActivity> = {}) =>
  learnerActivity({ kind: 'quiz', position: 2, dueAt: nextWeek, ...more });
const task = (more: Partial<LearnerActivity> = {}) =>
  learnerActivity({ kind: 'assignment', position: 3, dueAt: nextWeek, ...more });
const done = (score: number | null) => ({
  standing: 'done' as const,
  progress: { state: 'done' as const, score, at },
});

describe('a session on the path', () => {
  it.each<[string, string | null, LearnerActivity[], string, object]>([
    ['with its meeting today', today.day, [lesson()], 'today', { kind: 'today' }],
    ['with something due today', yesterday, [quiz({ dueAt: tonight })], 'today', { kind: 'dueToday' }],
    ['all done', yesterday, [lesson(done(null)), quiz(done(9000))], 'done', { kind: 'done', score: 9000 }],
    [
      'done, with several scores',
      yesterday,
      [task(done(8000)), quiz(done(9000))],
      'done',
      { kind: 'done', score: 9000 },
    ],
    ['done, without a score', yesterday, [lesson(done(null))], 'done', { kind: 'done', score: null }],
    [
      'done but for what is not required',
      yesterday,
      [lesson(done(null)), quiz({ required: false })],
      'done',
      { kind: 'done', score: null },
    ],
    [
      'with work that waits for its grade',
      yesterday,
      [lesson(done(null)), task({ standing: 'waiting' })],
      'done',
      { kind: 'waiting' },
    ],
    [
      'with returned work, whatever else',
      today.day,
      [quiz({ standing: 'missed' }), task({ standing: 'returned' })],
      'today',
      { kind: 'returned' },
    ],
    ['with late work', yesterday, [task({ standing: 'overdue' })], 'open', { kind: 'overdue' }],
    ['with a quiz that was missed', yesterday, [quiz({ standing: 'missed' })], 'open', { kind: 'missed' }],
    [
      'done in part',
      yesterday,
      [lesson(done(null)), quiz(), task()],
      'open',
      { kind: 'partly', done: 1, of: 3 },
    ],
    [
      'ahead, with a lesson open',
      tomorrow,
      [lesson(), quiz({ standing: 'closed' })],
      'open',
      { kind: 'readable' },
    ],
    ['ahead, with nothing open', tomorrow, [lesson({ standing: 'closed' })], 'locked', { kind: 'locked' }],
    ['ahead, without content', tomorrow, [], 'locked', { kind: 'empty' }],
    ['past, without content', yesterday, [], 'open', { kind: 'empty' }],
    ['not planned', null, [lesson({ standing: 'closed' })], 'locked', { kind: 'unplanned' }],
    ['not planned, without content', null, [], 'locked', { kind: 'empty' }],
  ])('%s', (_what, day, activities, mark, note) => {
    const session = learnerSession(3, day, activities);
    expect([markOf(session, today), noteOf(session, today)]).toMatchObject([mark, note]);
  });

  it('names the activity that the note is about', () => {
    const session = learnerSession(3, yesterday, [
      lesson(done(null)),
      task({ standing: 'returned', title: 'T3' }),
    ]);
    expect(noteOf(session, today)).toMatchObject({ activity: { title: 'T3' } });
  });

  it('is never done without content', () => {
    expect(isSessionDone(learnerSession(3, yesterday))).toBe(false);
  });
});
