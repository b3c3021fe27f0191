import { type Dates, openness, type DateRules } from '../cohorts/activity-dates.js';
import type { ActivityKind } from '../courses/activity.entity.js';
import type { ProgressState } from '../progress/progress.entity.js';

/**
 * Where a learner stands with an activity:
 * `closed` not open yet · `open` nothing done · `started` begun · `waiting` handed in, not judged yet ·
 * `returned` to be revised · `overdue` late, but still to be handed in · `missed` no longer possible · `done`.
 */
export type Standing = 'closed' | 'open' | 'started' | 'waiting' | 'returned' | 'overdue' | 'missed' | 'done';

const DAY = 24 * 3_600_000;

/** Late work is taken for three days; after that only with the instructor's leave. */
const LATE_DAYS = 3;

/** What was done decides before the dates do. A lesson stays open: its text is for reading again. */
export function standingOf(
  activity: DateRules & { kind: ActivityKind },
  dates: Dates,
  state: ProgressState | null,
  now: Date,
): Standing {
  if (state === 'done' || state === 'returned') return state;
  if (state === 'submitted') return 'waiting';
  const time = openness(activity, dates, now);
  if (time === 'closed') return 'closed';
  if (time === 'open' || activity.kind === 'lesson') return state === 'started' ? 'started' : 'open';
  return activity.kind === 'assignment' && isWithinLateDays(dates.dueAt, now) ? 'overdue' : 'missed';
}

const isWithinLateDays = (dueAt: Date | null, now: Date): boolean =>
  dueAt !== null && now.getTime() - dueAt.getTime() <= LATE_DAYS * DAY;

/** The learner can do something about it now. */
export const isActionable = (standing: Standing): boolean =>
  standing === 'open' || standing === 'started' || standing === 'returned' || standing === 'overdue';

/** The learner has done their part. */
export const isFinished = (standing: Standing): boolean => standing === 'done' || standing === 'waiting';
