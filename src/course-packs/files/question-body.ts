import type { EssayBody } from '../../quizzes/question-types/essay.js';
import type { MultipleBody } from '../../quizzes/question-types/multiple.js';
import type { NumericBody } from '../../quizzes/question-types/numeric.js';
import { OPTION_LETTERS, type OptionsBody } from '../../quizzes/question-types/options.js';
import type { QuestionTypeName } from '../../quizzes/question-types/question-type.js';
import type { ShortAnswerBody } from '../../quizzes/question-types/short-answer.js';
import type { SingleBody } from '../../quizzes/question-types/single.js';
import type { TrueFalseBody } from '../../quizzes/question-types/true-false.js';
import type { BuildFrom, PackFields } from '../pack-fields.js';
import { LEAST_OPTIONS, LONGEST_EXPLANATION, MOST_OPTIONS } from '../question-bounds.js';
import { choice, decimal, flag, text, whole } from '../written-value.js';

const letter = choice(...OPTION_LETTERS);
const explanation = text(LONGEST_EXPLANATION);

const option: BuildFrom<{ letter: string | null; isRight: boolean; text: string; explanation: string }> = (
  fields,
) => ({
  letter: fields.optional('letter', letter),
  isRight: fields.value('correct', flag, false),
  text: fields.value('text', text(1000)),
  explanation: fields.value('explanation', explanation),
});

/** Options get their letters in the order of the file, unless each names the one that answers know it by. */
function readOptions(fields: PackFields): { body: OptionsBody; right: string[] } {
  const written = fields.list('options', option);
  const isCountRight = written.length >= LEAST_OPTIONS && written.length <= MOST_OPTIONS;
  if (written.length > 0 && !isCountRight)
    fields.report('options', 'optionCount', { least: LEAST_OPTIONS, most: MOST_OPTIONS });
  const options = written.map(({ letter, text, explanation }, index) => ({
    id: letter ?? OPTION_LETTERS.charAt(index),
    text,
    explanation,
  }));
  return {
    body: { options, ...(fields.value('fixedOrder', flag, false) ? { fixedOrder: true } : {}) },
    right: options.map(({ id }) => id).filter((_id, index) => written[index]?.isRight),
  };
}

function single(fields: PackFields): SingleBody {
  const { body, right } = readOptions(fields);
  if (body.options.length > 0 && right.length !== 1) fields.report('options', 'rightCount');
  return { ...body, correct: right[0] ?? '' };
}

function multiple(fields: PackFields): MultipleBody {
  const { body, right } = readOptions(fields);
  if (body.options.length > 0 && right.length === 0) fields.report('options', 'noRightOption');
  return { ...body, correct: right };
}

const trueFalse = (fields: PackFields): TrueFalseBody => ({
  correct: fields.value('answer', flag),
  explanation: fields.value('explanation', explanation),
});

const variant: BuildFrom<NonNullable<NumericBody['variants']>[number]> = (fields) => ({
  values: fields.part('values', valuesOf) ?? {},
  correct: fields.value('answer', decimal),
});

const valuesOf: BuildFrom<Record<string, string>> = (fields) =>
  Object.fromEntries(fields.names().map((name) => [name, fields.value(name, text(100))]));

function numeric(fields: PackFields): NumericBody {
  const unit = fields.optional('unit', text(40));
  const key = fields.has('variants')
    ? { variants: fields.list('variants', variant) }
    : { correct: fields.value('answer', decimal) };
  return {
    ...key,
    tolerance: fields.value('tolerance', decimal),
    ...(unit === null ? {} : { unit }),
    explanation: fields.value('explanation', explanation),
  };
}

const short = (fields: PackFields): ShortAnswerBody => ({
  accepted: fields.values('accepted', text(200)),
  explanation: fields.value('explanation', explanation),
});

function essay(fields: PackFields): EssayBody {
  const example = fields.optional('example', text(10_000));
  const maxLength = fields.optional('maxLength', whole(100, 20_000));
  return {
    guidance: fields.value('guidance', text(5000)),
    ...(example === null ? {} : { example }),
    ...(maxLength === null ? {} : { maxLength }),
  };
}

/** How each type writes its answers, its key and why they are right or wrong. */
export const readBody: Record<QuestionTypeName, (fields: PackFields) => unknown> = {
  single,
  multiple,
  truefalse: trueFalse,
  numeric,
  short,
  essay,
};
