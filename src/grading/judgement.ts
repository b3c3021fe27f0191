import type { Grading } from '../assignments/grading.entity.js';
import { afterPenalty, penaltyOf } from '../assignments/late-penalty.js';
import { REVISION_RULE } from '../assignments/revision-rules.js';
import { type Levels, rubricScore } from '../assignments/rubric.js';
import { isJudgedLive, nextState, type SubmissionState } from '../assignments/submission-rules.js';
import type { RubricCriterion } from '../courses/activity-content.js';

/** What somebody at the desk says of a work. */
export interface Judgement {
  levels: Levels;
  feedback: string;
  /** Why a published grade is corrected. */
  reason: string;
  /** In per cent, by enrolment. */
  factors: ReadonlyMap<number, number>;
  /** The judgement that the page had seen. */
  seen: string;
}

/** Names the latest judgement of a work; `0.0` where there is none. */
export const seenOf = (latest: Pick<Grading, 'round' | 'version'> | null): string =>
  `${latest?.round ?? 0}.${latest?.version ?? 0}`;

/** The scores in 1/100 of a point; null while a level is missing. */
export function scoresOf(rubric: readonly RubricCriterion[], levels: Levels, daysLate: number) {
  const before = rubricScore(rubric, levels).score;
  const penalty = penaltyOf(daysLate);
  return { before, penalty, after: before === null ? null : afterPenalty(before, penalty) };
}

/** Work may be given back as often as it may be revised; what nobody handed in cannot be. */
export const mayReturn = (work: { state: SubmissionState; revision: number; receipt: unknown }): boolean =>
  nextState(work.state, 'return') !== null && work.revision < REVISION_RULE.times && !isJudgedLive(work);
