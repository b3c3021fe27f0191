import { type ContentProblem, fields } from '../../courses/content-check.js';
import {
  checkOptions,
  drawOptions,
  letter,
  optionFields,
  type OptionsBody,
  ownId,
  reviewOptions,
  showOptions,
} from './options.js';
import type { QuestionType } from './question-type.js';

/** One best option. An answer is the id of the chosen option. */
export interface SingleBody extends OptionsBody {
  correct: string;
}

const shape = fields({ ...optionFields, correct: letter });

export const single: QuestionType<SingleBody, string> = {
  check(body) {
    const problems = shape(body, '');
    return problems.length > 0 ? problems : checkKey(body as SingleBody);
  },
  draw: drawOptions,
  show: (body, drawn, value) => ({
    type: 'single',
    options: showOptions(body, drawn, value === null ? [] : [value]),
  }),
  read(_body, drawn, given) {
    if (given === undefined || given === null || given === '') return { value: null };
    if (typeof given !== 'string') return { problem: 'malformed' };
    const value = ownId(drawn, given);
    return value === undefined ? { problem: 'unknown-option' } : { value };
  },
  score: (body, _drawn, value, points) => (value === body.correct ? points : 0),
  correct: (body, drawn) => ({ kind: 'options', options: reviewOptions(body, drawn, [body.correct]) }),
};

function checkKey(body: SingleBody): ContentProblem[] {
  const isThere = body.options.some(({ id }) => id === body.correct);
  return [...checkOptions(body), ...(isThere ? [] : [{ at: 'correct', problem: 'unknown-option' as const }])];
}
