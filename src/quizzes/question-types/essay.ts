import { fields, number, optional, text } from '../../courses/content-check.js';
import { explained, type Explained, NOTHING_DRAWN, type QuestionType } from './question-type.js';
import { typedText } from './typed-text.js';

/** Free text that a person judges. `guidance` is for the grader, `example` is shown in the review. */
export interface EssayBody extends Explained {
  guidance: string;
  example?: string;
  /** Longest answer in characters; 5,000 where not given. */
  maxLength?: number;
}

const shape = fields({
  ...explained,
  guidance: text(5000),
  example: optional(text(10_000)),
  maxLength: optional(number(100, 20_000)),
});
const longest = ({ maxLength = 5000 }: EssayBody): number => maxLength;

export const essay: QuestionType<EssayBody, string> = {
  check: (body) => shape(body, ''),
  draw: () => NOTHING_DRAWN,
  show: (body, _drawn, value) => ({ type: 'essay', typed: value ?? '', maxLength: longest(body) }),
  read: (body, _drawn, given) => typedText(given, longest(body)),
  score: (_body, _drawn, value) => (value === null ? 0 : null),
  correct: ({ example }) => ({ kind: 'texts', texts: example === undefined ? [] : [example] }),
};
