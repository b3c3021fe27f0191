import { LEAST_OPTIONS, LONGEST_EXPLANATION, MOST_OPTIONS } from '../course-packs/question-bounds.js';
import type { ContentProblem } from '../courses/content-check.js';
import { QUESTION_LEVELS } from '../courses/question-level.js';
import { readTypedNumber } from '../platform/i18n/typed-number.js';
import { OPTION_LETTERS } from '../quizzes/question-types/options.js';
import type { QuestionTypeName } from '../quizzes/question-types/question-type.js';
import { checkQuestion } from '../quizzes/question-types/question-types.js';
import type { QuestionDraft } from './question-draft.js';

/** A question as it is published: the members of its body stand in the order in which packs have them. */
export interface WrittenQuestion {
  type: QuestionTypeName;
  stem: string;
  body: object;
  tags: { outcome: string; level: string };
}

type BodyOf = (draft: QuestionDraft) => object;

const filled = <T extends object>(name: string, text: string, value: (text: string) => unknown): T =>
  (text.trim() === '' ? {} : { [name]: value(text) }) as T;
const asText = (text: string): string => text;
const explanationOf = ({ explanation }: QuestionDraft) => filled('explanation', explanation, asText);

/** Letters of the options that somebody wrote something into. */
const lettersOf = ({ option, why }: QuestionDraft): string[] =>
  [...OPTION_LETTERS].filter((letter) => (option[letter] ?? '') + (why[letter] ?? '') !== '');

/** Numbers of the rows that somebody wrote something into; the first where there is none. */
function numbersOf({ values, answer }: QuestionDraft): string[] {
  const numbers = Object.keys(answer).filter((row) => (values[row] ?? '') + (answer[row] ?? '') !== '');
  return numbers.length > 0 ? numbers : Object.keys(answer).slice(0, 1);
}

const numberIn = (text: string | undefined): number | undefined =>
  (text ?? '').trim() === '' ? undefined : Number(readTypedNumber(text ?? ''));

/** `name = text` lines; a line without a sign of equality is a name without a value. */
const valuesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [name = '', ...rest] = line.split('=');
        return [name.trim(), rest.join('=').trim()];
      }),
  );

const options: BodyOf = (draft) => ({
  options: lettersOf(draft).map((id) => ({
    id,
    text: draft.option[id] ?? '',
    ...filled('explanation', draft.why[id] ?? '', asText),
  })),
  ...(draft.fixedOrder ? { fixedOrder: true } : {}),
});

const rightOf = (draft: QuestionDraft): string[] =>
  lettersOf(draft).filter((letter) => draft.right.includes(letter));

function numeric(draft: QuestionDraft): object {
  const numbers = numbersOf(draft);
  const isPlain = numbers.every((row) => (draft.values[row] ?? '').trim() === '') && numbers.length === 1;
  const sets = numbers.map((row) => ({
    values: valuesIn(draft.values[row] ?? ''),
    correct: numberIn(draft.answer[row]),
  }));
  return {
    ...(isPlain ? { correct: sets[0]?.correct } : { variants: sets }),
    tolerance: numberIn(draft.tolerance),
    ...filled('unit', draft.unit, asText),
    ...explanationOf(draft),
  };
}

const bodies: Record<QuestionTypeName, BodyOf> = {
  single: (draft) => ({
    ...options(draft),
    correct: rightOf(draft)[0] ?? '',
    ...explanationOf(draft),
  }),
  multiple: (draft) => ({ ...options(draft), correct: rightOf(draft), ...explanationOf(draft) }),
  truefalse: (draft) => ({
    ...(draft.truth === '' ? {} : { correct: draft.truth === 'true' }),
    ...explanationOf(draft),
  }),
  numeric,
  short: (draft) => ({
    accepted: draft.accepted.split('\n').flatMap((line) => line.trim() || []),
    ...explanationOf(draft),
  }),
  essay: (draft) => ({
    guidance: draft.guidance,
    ...filled('example', draft.example, asText),
    ...filled('maxLength', draft.maxLength, numberIn),
    ...explanationOf(draft),
  }),
};

/** What the form says, in the shape of its type; whether it may be published is for `problemsOf` to say. */
export const writtenQuestion = (draft: QuestionDraft): WrittenQuestion => ({
  type: draft.type,
  stem: draft.stem,
  body: bodies[draft.type](draft),
  tags: { outcome: draft.outcome, level: draft.level },
});

/** What is wrong with a draft, by the field of the form at which it is to be mended; one problem a field. */
export function problemsOf(
  draft: QuestionDraft,
  outcomes: readonly string[],
): Record<string, ContentProblem['problem']> {
  const problems = [...checkQuestion(writtenQuestion(draft)), ...deskProblems(draft, outcomes)];
  const byField: Record<string, ContentProblem['problem']> = {};
  for (const { at, problem } of problems) byField[fieldAt(at, draft)] ??= problem;
  return byField;
}

/** What the desk asks beyond the types, so that every question teaches and can be exported and read again. */
function deskProblems(draft: QuestionDraft, outcomes: readonly string[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const expect = (isRight: boolean, at: string, problem: ContentProblem['problem']): void => {
    if (!isRight) problems.push({ at, problem });
  };
  const explain = (text: string, at: string): void => {
    expect(text !== '', at, 'missing');
    expect(text.length <= LONGEST_EXPLANATION, at, 'too-long');
  };
  expect(
    QUESTION_LEVELS.some((level) => level === draft.level),
    'level',
    'missing',
  );
  expect(outcomes.includes(draft.outcome), 'outcome', 'missing');
  if (draft.type === 'single' || draft.type === 'multiple') {
    const letters = lettersOf(draft);
    expect(letters.length >= LEAST_OPTIONS, 'options', 'too-few');
    expect(letters.length <= MOST_OPTIONS, 'options', 'too-many');
    letters.forEach((letter, index) => explain(draft.why[letter] ?? '', `options.${index}.explanation`));
  } else if (draft.type !== 'essay') explain(draft.explanation, 'explanation');
  return problems;
}

/** `options.1.text` of the body is the field `option[b]` of the form. */
function fieldAt(at: string, draft: QuestionDraft): string {
  const [first = '', index = '0', inner = ''] = at.split('.');
  const letter = lettersOf(draft)[Number(index)] ?? '';
  const row = numbersOf(draft)[Number(index)] ?? '';
  if (first === 'options' && inner) return inner === 'explanation' ? `why[${letter}]` : `option[${letter}]`;
  if (first === 'variants' && inner) return inner === 'correct' ? `answer[${row}]` : `values[${row}]`;
  if (first === 'correct' && draft.type === 'truefalse') return 'truth';
  if (first === 'correct') return draft.type === 'numeric' ? `answer[${numbersOf(draft)[0] ?? ''}]` : 'right';
  return first;
}
