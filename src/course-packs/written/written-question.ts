import type { EssayBody } from '../../quizzes/question-types/essay.js';
import type { MultipleBody } from '../../quizzes/question-types/multiple.js';
import type { NumericBody } from '../../quizzes/question-types/numeric.js';
import { OPTION_LETTERS, type OptionsBody } from '../../quizzes/question-types/options.js';
import type { QuestionTypeName } from '../../quizzes/question-types/question-type.js';
import type { ShortAnswerBody } from '../../quizzes/question-types/short-answer.js';
import type { SingleBody } from '../../quizzes/question-types/single.js';
import type { TrueFalseBody } from '../../quizzes/question-types/true-false.js';
import type { PackQuestion } from '../course-pack.js';
import { present, type WrittenFields } from './write-yaml.js';

/** What `questions.yaml` says of one question. */
export function questionFields({ key, type, stem, body, tags, mustPass }: PackQuestion): WrittenFields {
  const { level, outcome } = tags;
  return present({
    key,
    type,
    level,
    outcome,
    mustPass: mustPass ? true : null,
    stem,
    ...writeBody[type](body),
  });
}

/** The opposite of `readBody`, type by type. A body has the shape of its type: it was checked when it was published. */
const writeBody: Record<QuestionTypeName, (body: unknown) => WrittenFields> = {
  single: (body) => optionFields(body as SingleBody, [(body as SingleBody).correct]),
  multiple: (body) => optionFields(body as MultipleBody, (body as MultipleBody).correct),
  truefalse: (body) => {
    const { correct, explanation } = body as TrueFalseBody;
    return { answer: correct, explanation };
  },
  numeric: (body) => numericFields(body as NumericBody),
  short: (body) => {
    const { accepted, explanation } = body as ShortAnswerBody;
    return { accepted, explanation };
  },
  essay: (body) => {
    const { guidance, example, maxLength } = body as EssayBody;
    return { guidance, example, maxLength };
  },
};

/** Letters are written only where they are not those of the order: answers of learners refer to them. */
function optionFields({ options, fixedOrder }: OptionsBody, right: readonly string[]): WrittenFields {
  const isInOrder = options.every(({ id }, index) => id === OPTION_LETTERS.charAt(index));
  return {
    fixedOrder: fixedOrder ? true : null,
    options: options.map(({ id, text, explanation }) =>
      present({
        letter: isInOrder ? null : id,
        text,
        correct: right.includes(id) ? true : null,
        explanation,
      }),
    ),
  };
}

function numericFields({ correct, variants, tolerance, unit, explanation }: NumericBody): WrittenFields {
  return {
    answer: correct,
    variants: variants?.map(({ values, correct }) => ({ values, answer: correct })),
    tolerance,
    unit,
    explanation,
  };
}
