/** The levels of thinking that the question bank tells apart: remember, apply, judge a case. */
export const QUESTION_LEVELS = ['ingat', 'terapkan', 'kasus'] as const;

export type QuestionLevel = (typeof QUESTION_LEVELS)[number];
