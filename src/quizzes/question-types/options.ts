import {
  type ContentProblem,
  type Check,
  duplicates,
  fields,
  list,
  optional,
  text,
  truth,
} from '../../courses/content-check.js';
import type { SeededRandom } from '../seeded-random.js';
import {
  type Drawn,
  explained,
  type Explained,
  type PublicOption,
  type ReviewedOption,
} from './question-type.js';

/** The options of a single- or multiple-choice question. Ids are letters that never change meaning. */
export interface OptionsBody extends Explained {
  options: { id: string; text: string; explanation?: string }[];
  /** True where the options have an order of their own (amounts, dates): they are then not shuffled. */
  fixedOrder?: boolean;
}

/** The letters that options may have, in their order. */
export const OPTION_LETTERS = 'abcdefghij';

export const letter: Check = (value, at) => {
  if (value === undefined) return [{ at, problem: 'missing' }];
  return [...OPTION_LETTERS].some((each) => each === value) ? [] : [{ at, problem: 'bad-letter' }];
};

export const optionFields = {
  ...explained,
  options: list(fields({ ...explained, id: letter, text: text(1000) }), 2, OPTION_LETTERS.length),
  fixedOrder: optional(truth),
};

/** No letter twice, and no two options that say the same. For a body of the right shape. */
export function checkOptions({ options }: OptionsBody): ContentProblem[] {
  const ids = options.map(({ id }) => id);
  const texts = options.map((option) => option.text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  return [
    ...duplicates(ids, (index) => `options.${index}.id`),
    ...duplicates(texts, (index) => `options.${index}.text`),
  ];
}

export function drawOptions({ options, fixedOrder }: OptionsBody, random: SeededRandom): Drawn {
  const ids = options.map(({ id }) => id);
  return { optionOrder: fixedOrder ? ids : random.shuffled(ids), variant: 0 };
}

export function showOptions(body: OptionsBody, drawn: Drawn, chosen: readonly string[]): PublicOption[] {
  return placed(body, drawn).map(({ id, text, own }) => ({ id, text, isChosen: chosen.includes(own) }));
}

export function reviewOptions(body: OptionsBody, drawn: Drawn, right: readonly string[]): ReviewedOption[] {
  return placed(body, drawn).map(({ id, text, explanation, own }) => ({
    id,
    text,
    isRight: right.includes(own),
    explanation: explanation ?? null,
  }));
}

/** The question's own id of the option shown at a letter, or `undefined` where no option stands. */
export function ownId(drawn: Drawn, shown: string): string | undefined {
  return shown.length === 1 ? drawn.optionOrder[OPTION_LETTERS.indexOf(shown)] : undefined;
}

/** The options in drawn order, each with the letter of its place and the question's own. */
function placed(
  { options }: OptionsBody,
  drawn: Drawn,
): (OptionsBody['options'][number] & { own: string })[] {
  return drawn.optionOrder.flatMap((own, place) =>
    options
      .filter(({ id }) => id === own)
      .map((option) => ({ ...option, id: OPTION_LETTERS.charAt(place), own })),
  );
}
