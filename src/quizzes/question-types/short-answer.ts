import { type ContentProblem, duplicates, fields, list, text } from '../../courses/content-check.js';
import { explained, type Explained, NOTHING_DRAWN, type QuestionType } from './question-type.js';
import { sameText } from './same-text.js';
import { typedText } from './typed-text.js';

/** A word or a few; right where it is the same text as one of `accepted`, the first of which a review shows. */
export interface ShortAnswerBody extends Explained {
  accepted: string[];
}

const LONGEST = 200;
const shape = fields({ ...explained, accepted: list(text(LONGEST), 1, 30) });

export const shortAnswer: QuestionType<ShortAnswerBody, string> = {
  check(body) {
    const problems = shape(body, '');
    return problems.length > 0 ? problems : checkAccepted(body as ShortAnswerBody);
  },
  draw: () => NOTHING_DRAWN,
  show: (_body, _drawn, value) => ({ type: 'short', typed: value ?? '', maxLength: LONGEST }),
  read: (_body, _drawn, given) => typedText(given, LONGEST),
  score(body, _drawn, value, points) {
    const isRight =
      value !== null && body.accepted.some((accepted) => sameText(accepted) === sameText(value));
    return isRight ? points : 0;
  },
  correct: (body) => ({ kind: 'texts', texts: body.accepted }),
};

/** None twice, and none that comparison would leave empty: anything of dots alone would then be right. */
function checkAccepted({ accepted }: ShortAnswerBody): ContentProblem[] {
  const compared = accepted.map(sameText);
  const place = (index: number): string => `accepted.${index}`;
  const empty = compared.flatMap((same, index): ContentProblem[] =>
    same === '' ? [{ at: place(index), problem: 'empty' }] : [],
  );
  return empty.length > 0 ? empty : duplicates(compared, place);
}
