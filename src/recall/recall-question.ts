import { questionRandom } from '../quizzes/draw.js';
import type { Drawn } from '../quizzes/question-types/question-type.js';
import { drawQuestion, type StoredQuestion } from '../quizzes/question-types/question-types.js';
import type { ScheduledQuestion } from './recall-schedule.js';

/** What a whole answer is worth here: it tells right from partly right, and counts nowhere. */
export const POINTS = 100;

/** The order of options and the numbers of this time: the same while it waits for an answer, another next time. */
export const drawnFor = (
  question: StoredQuestion,
  enrolmentId: number,
  { questionId, times }: Pick<ScheduledQuestion, 'questionId' | 'times'>,
): Drawn => drawQuestion(question, questionRandom(`recall/${enrolmentId}/${times}`, questionId));
