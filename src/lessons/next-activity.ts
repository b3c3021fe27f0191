import { isActionable } from './activity-standing.js';
import type { LearnerActivity, LearnerSession } from './learner-session.js';

export interface NextActivity {
  session: LearnerSession;
  activity: LearnerActivity;
}

/** Returned work comes first, then what is late, then what is asked for, then what is not. */
const urgency = ({ standing, required }: LearnerActivity): number =>
  standing === 'returned' ? 0 : standing === 'overdue' ? 1 : required ? 2 : 3;

/**
 * The one answer to *what now?*. Among equals that whose date comes first. An unread lesson has the date of the work
 * that it prepares, and so stands before it; once it has been opened, it lets the work pass. A lesson that prepares
 * nothing is for its meeting, and after that comes last.
 */
export function nextActivity(sessions: readonly LearnerSession[], now: Date): NextActivity | null {
  const candidates = sessions.flatMap((session) =>
    session.activities
      .filter(({ standing }) => isActionable(standing))
      .map((activity) => ({ session, activity, rank: rankOf(activity, session, now) })),
  );
  const [first] = candidates.toSorted((a, b) => byRank(a.rank, b.rank));
  return first ? { session: first.session, activity: first.activity } : null;
}

function rankOf(activity: LearnerActivity, session: LearnerSession, now: Date): number[] {
  const wasOpened = activity.kind === 'lesson' && activity.standing === 'started';
  return [
    urgency(activity),
    timeOf(activity, session, now),
    Number(wasOpened),
    session.number,
    activity.position,
  ];
}

function timeOf(activity: LearnerActivity, { activities, meeting }: LearnerSession, now: Date): number {
  if (activity.dueAt) return activity.dueAt.getTime();
  const prepared = activities
    .filter(({ standing, dueAt }) => dueAt && isActionable(standing))
    .map(({ dueAt }) => dueAt?.getTime() ?? Infinity);
  if (prepared.length > 0) return Math.min(...prepared);
  return meeting && meeting.startsAt > now ? meeting.startsAt.getTime() : Infinity;
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
