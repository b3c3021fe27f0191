import { isFinished } from '../lessons/activity-standing.js';
import type { LearnerActivity, LearnerSession } from '../lessons/learner-session.js';
import { isSessionDone } from '../lessons/session-note.js';

export interface DatedItem {
  session: LearnerSession;
  activity: LearnerActivity;
  /** When it is due; for a lesson without a date, when its meeting starts. */
  at: Date;
}

const DAY = 24 * 3_600_000;
const SOON_DAYS = 7;
const RECENT_DAYS = 14;
const MOST = 5;

/** What is due within seven days and not done, and the lessons of the meetings within them, the first due first. */
export function dueSoon(sessions: readonly LearnerSession[], now: Date): DatedItem[] {
  const isSoon = (at: Date): boolean => at > now && at.getTime() - now.getTime() <= SOON_DAYS * DAY;
  return itemsOf(sessions)
    .filter(
      ({ activity, at }) => !isFinished(activity.standing) && activity.standing !== 'missed' && isSoon(at),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function itemsOf(sessions: readonly LearnerSession[]): DatedItem[] {
  return sessions.flatMap((session) =>
    session.activities.flatMap((activity) => {
      const isReadable = activity.kind === 'lesson' && activity.standing !== 'closed';
      const at = activity.dueAt ?? (isReadable ? session.meeting?.startsAt : null);
      return at ? [{ session, activity, at }] : [];
    }),
  );
}

/** What was judged in the last fortnight, returned work too, the newest first; five at most. */
export function recentlyJudged(sessions: readonly LearnerSession[], now: Date): DatedItem[] {
  return sessions
    .flatMap((session) =>
      session.activities.flatMap((activity) => {
        const { progress, standing } = activity;
        const isJudged = progress && (progress.score !== null || standing === 'returned');
        return isJudged ? [{ session, activity, at: progress.at }] : [];
      }),
    )
    .filter(({ at }) => now.getTime() - at.getTime() <= RECENT_DAYS * DAY)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST);
}

export interface Way {
  sessions: { done: number; of: number };
  /** Required activities. */
  required: { done: number; of: number };
}

/** How far the learner is on the way that the course asks for. */
export function wayOf(sessions: readonly LearnerSession[]): Way {
  const required = sessions.flatMap(({ activities }) => activities.filter((activity) => activity.required));
  return {
    sessions: { done: sessions.filter(isSessionDone).length, of: sessions.length },
    required: { done: required.filter(({ standing }) => standing === 'done').length, of: required.length },
  };
}
