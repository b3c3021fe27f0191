import { halfUp } from '../../platform/half-up.js';
import { type ContentProblem, duplicates, fields, list } from '../../courses/content-check.js';
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

/** Any number of right options. An answer is the list of the chosen ids, sorted, none twice. */
export interface MultipleBody extends OptionsBody {
  correct: string[];
}

const shape = fields({ ...optionFields, correct: list(letter, 1, 10) });

export const multiple: QuestionType<MultipleBody, string[]> = {
  check(body) {
    const problems = shape(body, '');
    return problems.length > 0 ? problems : checkKey(body as MultipleBody);
  },
  draw: drawOptions,
  show: (body, drawn, value) => ({ type: 'multiple', options: showOptions(body, drawn, value ?? []) }),
  read(_body, drawn, given) {
    const shown = given === undefined || given === null || given === '' ? [] : [given].flat();
    if (!shown.every((letter) => typeof letter === 'string')) return { problem: 'malformed' };
    const chosen = shown.map((letter) => ownId(drawn, letter));
    if (!chosen.every((own) => own !== undefined)) return { problem: 'unknown-option' };
    return { value: chosen.length === 0 ? null : [...new Set(chosen)].toSorted() };
  },
  /**
   * Each right choice earns an equal share, each wrong choice costs one such share, never below nothing: half
   * known earns half, and choosing everything never earns all.
   */
  score(body, _drawn, value, points) {
    const chosen = value ?? [];
    const right = chosen.filter((own) => body.correct.includes(own)).length;
    const earned = Math.max(0, right - (chosen.length - right));
    return halfUp(earned * points, body.correct.length);
  },
  correct: (body, drawn) => ({ kind: 'options', options: reviewOptions(body, drawn, body.correct) }),
};

function checkKey(body: MultipleBody): ContentProblem[] {
  const ids = body.options.map(({ id }) => id);
  const unknown = body.correct.flatMap((id, index): ContentProblem[] =>
    ids.includes(id) ? [] : [{ at: `correct.${index}`, problem: 'unknown-option' }],
  );
  const hasWrong = ids.some((id) => !body.correct.includes(id));
  return [
    ...checkOptions(body),
    ...unknown,
    ...duplicates(body.correct, (index) => `correct.${index}`),
    ...(hasWrong ? [] : [{ at: 'correct', problem: 'no-wrong-option' as const }]),
  ];
}
