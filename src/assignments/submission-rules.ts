import { latenessOf, LATE_RULE, type LateRule } from './late-penalty.js';
import { decideRevision, REVISION_RULE, type RevisionRefusal, type RevisionRule } from './revision-rules.js';

/** draft → submitted → returned → submitted → graded. A returned one keeps its files; handing in again is a revision. */
export type SubmissionState = 'draft' | 'submitted' | 'returned' | 'graded';
export type SubmissionEvent = 'hand-in' | 'return' | 'grade';

const NEXT: Record<SubmissionState, Partial<Record<SubmissionEvent, SubmissionState>>> = {
  draft: { 'hand-in': 'submitted' },
  submitted: { return: 'returned', grade: 'graded' },
  returned: { 'hand-in': 'submitted' },
  graded: {},
};

/** The state after an event, or `null` where the event cannot happen. */
export function nextState(state: SubmissionState, event: SubmissionEvent): SubmissionState | null {
  return NEXT[state][event] ?? null;
}

/** Text and files may be changed only while nobody is judging them. */
export const isEditable = (state: SubmissionState): boolean => nextState(state, 'hand-in') !== null;

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

/** The submission as it stands, and the dates of the activity for its submitter, extensions included. */
export interface HandIn {
  state: SubmissionState;
  hasContent: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
  /** The instructor lets it in though it is later than the penalty reaches. */
  hasLeave: boolean;
  /** For returned work: when, how often it was revised before, and how late it first came. */
  returned: { at: Date; revisions: number; daysLate: number } | null;
  now: Date;
}

export interface SubmissionSettings {
  late: LateRule;
  revision: RevisionRule;
}

export const SUBMISSION_SETTINGS: SubmissionSettings = { late: LATE_RULE, revision: REVISION_RULE };

export type HandInRefusal =
  | { reason: 'handed-in-already' | 'graded-already' | 'empty' }
  | { reason: 'not-open-yet'; opensAt: Date }
  | { reason: 'needs-leave'; daysLate: number }
  | RevisionRefusal;

/** May this be handed in now, and how many days late does it then count? A revision counts as late as it first was. */
export function decideHandIn(
  handIn: HandIn,
  settings: SubmissionSettings = SUBMISSION_SETTINGS,
): { daysLate: number } | { refusal: HandInRefusal } {
  const { state, now } = handIn;
  if (state === 'submitted') return { refusal: { reason: 'handed-in-already' } };
  if (state === 'graded') return { refusal: { reason: 'graded-already' } };
  if (!handIn.hasContent) return { refusal: { reason: 'empty' } };
  if (!handIn.returned) return decideFirst(handIn, settings.late);
  const { at, revisions, daysLate } = handIn.returned;
  const revision = decideRevision(at, revisions, now, settings.revision);
  return 'refusal' in revision ? revision : { daysLate };
}

function decideFirst(
  { opensAt, dueAt, hasLeave, now }: HandIn,
  rule: LateRule,
): { daysLate: number } | { refusal: HandInRefusal } {
  if (opensAt && now < opensAt) return { refusal: { reason: 'not-open-yet', opensAt } };
  const { days: daysLate, needsLeave } = latenessOf(now, dueAt, rule);
  return needsLeave && !hasLeave ? { refusal: { reason: 'needs-leave', daysLate } } : { daysLate };
}
