import type { Dates } from '../cohorts/activity-dates.js';
import { latenessOf } from './late-penalty.js';
import { decideRevision } from './revision-rules.js';
import type { HandIn, SubmissionState } from './submission-rules.js';

/** What the rules need to know of one submission. */
export interface Version {
  number: number;
  revision: number;
  state: SubmissionState;
  judgedAt: Date | null;
  daysLate: number;
}

export interface Standing<T> {
  /** Being written, not yet handed in. */
  draft: T | null;
  /** Handed in last. */
  last: T | null;
}

/** Of all the numbers of one submitter's work: the one being written and the one that counts. */
export function standingOf<T extends Version>(versions: readonly T[]): Standing<T> {
  const inOrder = versions.toSorted((a, b) => a.number - b.number);
  return {
    draft: inOrder.findLast(({ state }) => state === 'draft') ?? null,
    last: inOrder.findLast(({ state }) => state !== 'draft') ?? null,
  };
}

/** The circumstances of work besides its versions. */
export interface Circumstances extends Pick<Dates, 'dueAt'> {
  isOpen: boolean;
  hasLeave: boolean;
  now: Date;
}

/** The question that `decideHandIn` answers, put for this standing. */
export function handInOf(
  { last }: Standing<Version>,
  hasContent: boolean,
  circumstances: Circumstances,
): HandIn {
  const returned =
    last?.state === 'returned' && last.judgedAt
      ? { at: last.judgedAt, revisions: last.revision, daysLate: last.daysLate }
      : null;
  return { state: last?.state ?? 'draft', hasContent, returned, ...circumstances };
}

/** How work on an assignment stands for its learner, in one word. */
export const workStates = [
  'returned',
  'overdue',
  'draft',
  'open',
  'needs-leave',
  'revision-over',
  'submitted',
  'closed',
  'graded',
] as const;
export type WorkState = (typeof workStates)[number];

/** A draft that replaces handed-in work changes nothing until it is handed in itself. */
export function workState(standing: Standing<Version>, circumstances: Circumstances): WorkState {
  const { draft, last } = standing;
  if (last?.state === 'graded' || last?.state === 'submitted') return last.state;
  if (last?.judgedAt) {
    const revision = decideRevision(last.judgedAt, last.revision, circumstances.now);
    return 'until' in revision ? 'returned' : 'revision-over';
  }
  if (!circumstances.isOpen) return 'closed';
  const { days, needsLeave } = latenessOf(circumstances.now, circumstances.dueAt);
  if (needsLeave && !circumstances.hasLeave) return 'needs-leave';
  if (days > 0) return 'overdue';
  return draft ? 'draft' : 'open';
}
