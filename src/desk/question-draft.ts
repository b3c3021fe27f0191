import { MOST_OPTIONS } from '../course-packs/question-bounds.js';
import { isRecord } from '../courses/content-check.js';
import { MOST_VARIANTS, type NumericBody } from '../quizzes/question-types/numeric.js';
import { OPTION_LETTERS, type OptionsBody } from '../quizzes/question-types/options.js';
import type { QuestionTypeName } from '../quizzes/question-types/question-type.js';

const FIRST_OPTIONS = 4;
const FIRST_VARIANTS = 3;

/** A question as the fields of its form hold it: texts as typed, rows by the letter or number that names them. */
export interface QuestionDraft {
  type: QuestionTypeName;
  stem: string;
  level: string;
  outcome: string;
  mustPass: boolean;
  explanation: string;
  /** Options by their letters, and why each is right or wrong. */
  option: Record<string, string>;
  why: Record<string, string>;
  /** Letters of the right options. */
  right: string[];
  fixedOrder: boolean;
  /** 'true', 'false', or '' while nothing is chosen. */
  truth: string;
  /** Sets of numbers by their number: `name = text` a line, and the answer of each. */
  values: Record<string, string>;
  answer: Record<string, string>;
  tolerance: string;
  unit: string;
  /** Right answers, one a line. */
  accepted: string;
  guidance: string;
  example: string;
  maxLength: string;
}

interface StoredText {
  type: string;
  stem: string;
  body: unknown;
  tags: Record<string, string>;
}

const rows = (names: Iterable<string>): Record<string, string> =>
  Object.fromEntries([...names].map((name) => [name, '']));
const firstLetters = (): Record<string, string> => rows(OPTION_LETTERS.slice(0, FIRST_OPTIONS));
const firstNumbers = (): Record<string, string> =>
  rows(Array.from({ length: FIRST_VARIANTS }, (_each, index) => String(index + 1)));

/** The form of a question that is not written yet. */
export const emptyDraft = (type: QuestionTypeName): QuestionDraft => ({
  type,
  stem: '',
  level: '',
  outcome: '',
  mustPass: false,
  explanation: '',
  option: firstLetters(),
  why: firstLetters(),
  right: [],
  fixedOrder: false,
  truth: '',
  values: firstNumbers(),
  answer: firstNumbers(),
  tolerance: '0',
  unit: '',
  accepted: '',
  guidance: '',
  example: '',
  maxLength: '',
});

/** The form of a version that passed `checkQuestion`. */
export function draftOf({ type, stem, body, tags }: StoredText, mustPass: boolean): QuestionDraft {
  const stored = isRecord(body) ? body : {};
  const text = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '');
  return {
    ...emptyDraft(type as QuestionTypeName),
    stem,
    level: tags['level'] ?? '',
    outcome: tags['outcome'] ?? '',
    mustPass,
    explanation: text('explanation'),
    ...('options' in stored ? optionRows(stored as unknown as OptionsBody) : {}),
    right: [stored['correct']].flat().filter((letter) => typeof letter === 'string'),
    truth: typeof stored['correct'] === 'boolean' ? String(stored['correct']) : '',
    ...(type === 'numeric' ? numberRows(stored as unknown as NumericBody) : {}),
    unit: text('unit'),
    accepted: ((stored['accepted'] ?? []) as string[]).join('\n'),
    guidance: text('guidance'),
    example: text('example'),
    maxLength: typeof stored['maxLength'] === 'number' ? String(stored['maxLength']) : '',
  };
}

const optionRows = ({ options, fixedOrder }: OptionsBody) => ({
  option: Object.fromEntries(options.map(({ id, text }) => [id, text])),
  why: Object.fromEntries(options.map(({ id, explanation }) => [id, explanation ?? ''])),
  fixedOrder: fixedOrder ?? false,
});

function numberRows({ variants, correct, tolerance }: NumericBody) {
  const sets = variants ?? [{ values: {}, correct: correct ?? 0 }];
  const numbered = <T>(of: (set: (typeof sets)[number]) => T): Record<string, T> =>
    Object.fromEntries(sets.map((set, index) => [String(index + 1), of(set)]));
  return {
    values: numbered(({ values }) =>
      Object.entries(values)
        .map(([name, value]) => `${name} = ${value}`)
        .join('\n'),
    ),
    answer: numbered((set) => typed(set.correct)),
    tolerance: typed(tolerance),
  };
}

/** 14171.5 as people here type it. */
const typed = (number: number): string => String(number).replace('.', ',');

/** The same with one more row of options or numbers; as it was where there is no room for one. */
export function withOneRowMore(draft: QuestionDraft): QuestionDraft {
  if (draft.type === 'numeric') {
    const next = String(Math.max(0, ...Object.keys(draft.answer).map(Number)) + 1);
    if (Object.keys(draft.answer).length >= MOST_VARIANTS) return draft;
    return { ...draft, values: { ...draft.values, [next]: '' }, answer: { ...draft.answer, [next]: '' } };
  }
  const letter = [...OPTION_LETTERS].find((each) => !Object.hasOwn(draft.option, each));
  if (letter === undefined || Object.keys(draft.option).length >= MOST_OPTIONS) return draft;
  return { ...draft, option: { ...draft.option, [letter]: '' }, why: { ...draft.why, [letter]: '' } };
}

/** What came from a form, however it was made up, as a draft of this type. */
export function draftFrom(given: Readonly<QuestionDraft>, type: QuestionTypeName): QuestionDraft {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const record = (value: unknown): Record<string, string> =>
    isRecord(value) ? (value as Record<string, string>) : {};
  const inRows = (names: readonly string[], of: unknown): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, record(of)[name] ?? '']));
  const posted = { ...record(given.option), ...record(given.why) };
  const letters = [...OPTION_LETTERS].filter((letter) => Object.hasOwn(posted, letter));
  const numbers = Object.keys({ ...record(given.values), ...record(given.answer) })
    .filter((number) => /^[1-9]\d{0,3}$/.test(number))
    .slice(0, MOST_VARIANTS);
  return {
    type,
    stem: text(given.stem),
    level: text(given.level),
    outcome: text(given.outcome),
    mustPass: given.mustPass,
    explanation: text(given.explanation),
    option: inRows(letters, given.option),
    why: inRows(letters, given.why),
    right: [given.right].flat().filter((letter) => typeof letter === 'string'),
    fixedOrder: given.fixedOrder,
    truth: text(given.truth),
    values: inRows(numbers, given.values),
    answer: inRows(numbers, given.answer),
    tolerance: text(given.tolerance),
    unit: text(given.unit),
    accepted: text(given.accepted),
    guidance: text(given.guidance),
    example: text(given.example),
    maxLength: text(given.maxLength),
  };
}
