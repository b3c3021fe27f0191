import type { LearnerActivity, LearnerSession } from './learner-session.js';

/** The lessons that a reader may read now, in the order of the course. */
export const openedLessons = (sessions: readonly Pick<LearnerSession, 'activities'>[]): LearnerActivity[] =>
  sessions.flatMap(({ activities }) =>
    activities.filter(({ kind, standing }) => kind === 'lesson' && standing !== 'closed'),
  );

/** What all of them cost to open, each with its pictures. */
export const openedBytes = (sessions: readonly Pick<LearnerSession, 'activities'>[]): number =>
  openedLessons(sessions).reduce((sum, { brief }) => sum + (brief.bytes ?? 0), 0);
