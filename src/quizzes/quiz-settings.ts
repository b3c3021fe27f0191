import type { QuizContent } from '../courses/activity-content.js';
import type { LateAnswers } from './answer-rules.js';
import type { AttemptSettings } from './attempt-rules.js';
import { EXAM_REVIEW, EXIT_QUIZ_REVIEW, type ReviewPolicy } from './review-policy.js';

/** What a version of a quiz says, as the rules of attempts read it. */
export const attemptSettings = ({ attempts, gapHours, minutes }: QuizContent): AttemptSettings => ({
  maxAttempts: attempts,
  gapHours,
  limitMinutes: minutes,
});

const REVIEWS: Record<QuizContent['review'], ReviewPolicy> = {
  afterAttempt: EXIT_QUIZ_REVIEW,
  afterDue: EXAM_REVIEW,
  never: { score: 'submission', key: 'never' },
};

export const reviewPolicy = ({ review }: QuizContent): ReviewPolicy => REVIEWS[review];

/** In exit quizzes late answers count; in the midterm and the final they wait for the instructor. */
export const lateAnswers = ({ purpose }: QuizContent): LateAnswers => (purpose === 'exit' ? 'count' : 'wait');
