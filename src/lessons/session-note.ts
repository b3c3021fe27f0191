import { isActionable, isFinished } from './activity-standing.js';
import type { LearnerActivity, LearnerSession } from './learner-session.js';

/** The look of a session's marker on the path. */
export type SessionMark = 'done' | 'today' | 'open' | 'locked';

/** The one thing to say about a session; the activity is the one that it is about. */
export type SessionNote =
  | { kind: 'returned' | 'overdue' | 'dueToday' | 'missed'; activity: LearnerActivity }
  | { kind: 'today' | 'empty' | 'waiting' | 'locked' | 'unplanned' | 'readable' }
  | { kind: 'done'; score: number | null }
  | { kind: 'partly'; done: number; of: number };

/** Days as a calendar of the reader's zone names them, 2027-08-24. */
export interface Today {
  day: string;
  dayOf: (at: Date) => string;
}

/** What a session asks for: its required activities, or all where none is required. */
function askedFor({ activities }: Pick<LearnerSession, 'activities'>): LearnerActivity[] {
  const required = activities.filter((activity) => activity.required);
  return required.length > 0 ? required : [...activities];
}

/** The learner has done their part in all that the session asks for. */
export function isSessionDone(session: Pick<LearnerSession, 'activities'>): boolean {
  const asked = askedFor(session);
  return asked.length > 0 && asked.every(({ standing }) => isFinished(standing));
}

export function markOf(session: LearnerSession, today: Today): SessionMark {
  if (isOn(session.meeting?.startsAt, today)) return 'today';
  if (isSessionDone(session)) return 'done';
  if (dueToday(session, today)) return 'today';
  return isLocked(session, today) ? 'locked' : 'open';
}

/** What most needs saying: what must be done, then what is today, then how far it is. */
export function noteOf(session: LearnerSession, today: Today): SessionNote {
  const { activities, meeting } = session;
  const first = (standing: LearnerActivity['standing']) =>
    activities.find((activity) => activity.standing === standing && isAsked(activity));
  const returned = first('returned');
  if (returned) return { kind: 'returned', activity: returned };
  const overdue = first('overdue');
  if (overdue) return { kind: 'overdue', activity: overdue };
  const due = dueToday(session, today);
  if (due) return { kind: 'dueToday', activity: due };
  if (isOn(meeting?.startsAt, today)) return { kind: 'today' };
  if (activities.length === 0) return { kind: 'empty' };
  if (isSessionDone(session)) return doneNote(session);
  const missed = first('missed');
  if (missed) return { kind: 'missed', activity: missed };
  return isLocked(session, today) ? { kind: meeting ? 'locked' : 'unplanned' } : openNote(session, today);
}

const isAsked = (activity: LearnerActivity): boolean => activity.required || activity.standing === 'returned';

const isOn = (at: Date | null | undefined, { day, dayOf }: Today): boolean => !!at && dayOf(at) === day;

const dueToday = ({ activities }: LearnerSession, today: Today): LearnerActivity | undefined =>
  activities.find(({ standing, dueAt }) => isActionable(standing) && isOn(dueAt, today));

/** Nothing of it can be opened, and its meeting is still to come. */
function isLocked({ activities, meeting }: LearnerSession, { day, dayOf }: Today): boolean {
  const isAhead = !meeting || dayOf(meeting.startsAt) > day;
  return isAhead && activities.every(({ standing }) => standing === 'closed');
}

function doneNote(session: LearnerSession): SessionNote {
  if (askedFor(session).some(({ standing }) => standing === 'waiting')) return { kind: 'waiting' };
  const scored = session.activities.filter(({ progress }) => progress && progress.score !== null);
  const quiz = scored.find(({ kind }) => kind === 'quiz') ?? scored[0];
  return { kind: 'done', score: quiz?.progress?.score ?? null };
}

function openNote(session: LearnerSession, { day, dayOf }: Today): SessionNote {
  const asked = askedFor(session);
  const done = asked.filter(({ standing }) => isFinished(standing)).length;
  const isAhead = session.meeting !== null && dayOf(session.meeting.startsAt) > day;
  return done === 0 && isAhead ? { kind: 'readable' } : { kind: 'partly', done, of: asked.length };
}
