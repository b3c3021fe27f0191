import { isJudgedLive } from '../assignments/submission-rules.js';

interface Work {
  activityId: number;
  classGroupId: number | null;
}

/** The same choice as a query string. */
const searchOf = ({ activityId, classGroupId }: Work): string =>
  `?activity=${activityId}${classGroupId === null ? '' : `&class=${classGroupId}`}`;

/** The desk of work that was just opened, with the way through its own class. */
export const liveDesk = (id: number, work: Work): string => `/submissions/${id}${searchOf(work)}`;

/** The list from which work that is judged live was opened; null for work that was handed in. */
export const liveListOf = (submission: Work & Parameters<typeof isJudgedLive>[0]): string | null =>
  isJudgedLive(submission) ? `/grading/live${searchOf(submission)}` : null;
