import { fields, truth } from '../../courses/content-check.js';
import { explained, type Explained, NOTHING_DRAWN, type QuestionType } from './question-type.js';

/** The stem is a statement. An answer is `true` or `false`. */
export interface TrueFalseBody extends Explained {
  correct: boolean;
}

const shape = fields({ ...explained, correct: truth });

export const trueFalse: QuestionType<TrueFalseBody, boolean> = {
  check: (body) => shape(body, ''),
  draw: () => NOTHING_DRAWN,
  show: (_body, _drawn, value) => ({ type: 'truefalse', chosen: value }),
  read(_body, _drawn, given) {
    if (given === undefined || given === null || given === '') return { value: null };
    if (given === true || given === 'true') return { value: true };
    if (given === false || given === 'false') return { value: false };
    return { problem: typeof given === 'string' ? 'unknown-option' : 'malformed' };
  },
  score: (body, _drawn, value, points) => (value === body.correct ? points : 0),
  correct: (body) => ({ kind: 'truth', truth: body.correct }),
};
