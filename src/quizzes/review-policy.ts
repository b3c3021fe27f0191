import { afterLateAnswers } from '../progress/shown-score.js';
import { wasHandedIn } from './answer-rules.js';

/** From when on a part of the review may be seen. */
type ReviewFrom = 'submission' | 'close' | 'never';

/** `key` covers which answers were right, the key itself and the explanations. */
export interface ReviewPolicy {
  score: ReviewFrom;
  key: ReviewFrom;
}

/** Learning: everything at once. */
export const EXIT_QUIZ_REVIEW: ReviewPolicy = { score: 'submission', key: 'submission' };
/** Midterm and final: nothing while others may still sit it. */
export const EXAM_REVIEW: ReviewPolicy = { score: 'close', key: 'close' };

export interface ReviewRequest {
  attempt: { deadlineAt: Date | null; submittedAt: Date | null };
  policy: ReviewPolicy;
  /** When the last person who may take this quiz must have ended, extensions included; `null` if never. */
  closesAt: Date | null;
  now: Date;
}

/**
 * What of an attempt may leave the server now, besides the person's own answers. While it runs: nothing. Later:
 * as the policy says. An attempt that its deadline ended waits ten minutes more, because until then answers may
 * still arrive and count, and nobody may read the key first and answer then.
 */
export function reviewOf(request: ReviewRequest): { score: boolean; key: boolean } {
  const opening = reviewOpening(request);
  const isOpen = (from: Date | null): boolean => from !== null && request.now >= from;
  return { score: isOpen(opening.score), key: isOpen(opening.key) };
}

/** From when on the parts may be seen; `null` where that is never, or cannot be known yet. */
export function reviewOpening({ attempt, policy, closesAt }: Omit<ReviewRequest, 'now'>): {
  score: Date | null;
  key: Date | null;
} {
  const settled = settledAt(attempt);
  const closed = closesAt && afterLateAnswers(closesAt);
  const from = {
    submission: settled,
    close: settled && closed && (settled > closed ? settled : closed),
    never: null,
  };
  return { score: from[policy.score], key: from[policy.key] };
}

/** From when on no answer can change the attempt any more; `null` while it runs without a deadline. */
export function settledAt(attempt: ReviewRequest['attempt']): Date | null {
  if (wasHandedIn(attempt)) return attempt.submittedAt;
  return attempt.deadlineAt && afterLateAnswers(attempt.deadlineAt);
}
