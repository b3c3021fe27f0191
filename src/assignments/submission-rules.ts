import { latenessOf, LATE_RULE, type LateRule } from './late-penalty.js';
import { decideRevision, REVISION_RULE, type RevisionRefusal, type RevisionRule } from './revision-rules.js';

/**
 * draft → submitted → graded, or → returned, to be revised. Whatever is handed in again is a submission of its own
 * with the next number, and the one before it is `replaced`. Returned work that nobody revises is graded as it is.
 */
const submissionStates = ['draft', 'submitted', 'replaced', 'returned', 'graded'] as const;
export type SubmissionState = (typeof submissionStates)[number];
export type SubmissionEvent = 'hand-in' | 'replace' | 'return' | 'grade';

const NEXT: Record<SubmissionState, Partial<Record<SubmissionEvent, SubmissionState>>> = {
  draft: { 'hand-in': 'submitted' },
  submitted: { replace: 'replaced', return: 'returned', grade: 'graded' },
  replaced: {},
  returned: { replace: 'replaced', grade: 'graded' },
  graded: {},
};

/** The state after an event, or `null` where the event cannot happen. */
export function nextState(state: SubmissionState, event: SubmissionEvent): SubmissionState | null {
  return NEXT[state][event] ?? null;
}

/** Nothing was handed in, so there is no receipt: it is the place of a judgement made live. */
export const isJudgedLive = ({ state, receipt }: { state: SubmissionState; receipt: unknown }): boolean =>
  state !== 'draft' && receipt === null;

/** `none`: the work is judged live, and nothing is handed in. */
export type SubmitsAs = 'individual' | 'pair' | 'team' | 'none';

/** A learner and the groups of the cohort that the learner is in. */
export interface Member {
  enrolmentId: number;
  pairId: number | null;
  teamId: number | null;
}

export type Submitter = { kind: 'individual' | 'pair' | 'team'; id: number };
export type SubmitterRefusal = { reason: 'judged-live' | 'no-pair' | 'no-team' };

/** In whose name a learner hands in: own, or that of the pair or team, any member of which may do it for all. */
export function submitterOf(submitsAs: SubmitsAs, member: Member): Submitter | { refusal: SubmitterRefusal } {
  if (submitsAs === 'none') return { refusal: { reason: 'judged-live' } };
  if (submitsAs === 'individual') return { kind: submitsAs, id: member.enrolmentId };
  const id = submitsAs === 'pair' ? member.pairId : member.teamId;
  return id === null ? { refusal: { reason: `no-${submitsAs}` } } : { kind: submitsAs, id };
}

/** The work as it stands, and the activity's time for its submitter, extensions included. */
export interface HandIn {
  /** Of what was handed in last; `draft` where nothing was. */
  state: SubmissionState;
  hasContent: boolean;
  /** The activity has opened. */
  isOpen: boolean;
  dueAt: Date | null;
  /** The instructor lets it in though it is later than the penalty reaches. */
  hasLeave: boolean;
  /** For returned work: when, how often it had been revised before, and how late it first came. */
  returned: { at: Date; revisions: number; daysLate: number } | null;
  now: Date;
}

interface SubmissionSettings {
  late: LateRule;
  revision: RevisionRule;
}

const SUBMISSION_SETTINGS: SubmissionSettings = { late: LATE_RULE, revision: REVISION_RULE };

type HandInRefusal =
  | { reason: 'not-open-yet' | 'handed-in-already' | 'graded-already' | 'empty' }
  | { reason: 'needs-leave'; daysLate: number }
  | RevisionRefusal;

/**
 * May this be handed in now, and how many days late does it then count? What was handed in may be replaced until it
 * is due, while nobody has judged it; a revision counts as late as the work first was.
 */
export function decideHandIn(
  handIn: HandIn,
  settings: SubmissionSettings = SUBMISSION_SETTINGS,
): { daysLate: number } | { refusal: HandInRefusal } {
  const { state, hasContent } = handIn;
  if (state === 'graded') return { refusal: { reason: 'graded-already' } };
  const decision = decideTime(handIn, settings);
  return 'refusal' in decision || hasContent ? decision : { refusal: { reason: 'empty' } };
}

function decideTime(
  { state, isOpen, dueAt, hasLeave, returned, now }: HandIn,
  { late, revision }: SubmissionSettings,
): { daysLate: number } | { refusal: HandInRefusal } {
  if (returned) {
    const decision = decideRevision(returned.at, returned.revisions, now, revision);
    return 'refusal' in decision ? decision : { daysLate: returned.daysLate };
  }
  if (!isOpen) return { refusal: { reason: 'not-open-yet' } };
  const { days: daysLate, needsLeave } = latenessOf(now, dueAt, late);
  if (state !== 'draft' && daysLate > 0) return { refusal: { reason: 'handed-in-already' } };
  return needsLeave && !hasLeave ? { refusal: { reason: 'needs-leave', daysLate } } : { daysLate };
}
