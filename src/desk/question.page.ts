import { QUESTION_LEVELS } from '../courses/question-level.js';
import type { Session } from '../courses/session.entity.js';
import type { Message } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { keyOf } from '../quizzes/key.page.js';
import type { Texts } from '../quizzes/question.page.js';
import { checkQuestion, showQuestion } from '../quizzes/question-types/question-types.js';
import { NOTHING_DRAWN } from '../quizzes/question-types/question-type.js';
import { type LineDifference, lineDifferences } from './line-differences.js';
import { draftOf, type QuestionDraft } from './question-draft.js';
import type { EditedQuestion, QuestionPlace } from './question-editing.service.js';
import { questionLines } from './question-lines.page.js';
import { type DeskForm, deskForm, errorAt, rowValues, typedField } from './typed-field.page.js';
import { writtenQuestion } from './written-question.js';

/** What a form of a question shows beside its fields. */
export interface Shown {
  errors?: Record<string, Message>;
  /** Rendered beside the form. */
  preview?: boolean;
  /** Somebody else published in between. */
  isStale?: boolean;
}

/** The form of a question that there is. `seen` is the state that it will be published over. */
export function editedQuestionPage(
  edited: EditedQuestion,
  draft: QuestionDraft,
  seen: string,
  shown: Shown,
  texts: Texts,
  words: Words,
) {
  const { question, current, wanted, versions } = edited;
  const address = `/questions/${question.id}/edit`;
  const published = questionLines(draftOf(current, question.mustPass), words);
  const other = shown.isStale || wanted.id !== current.id;
  return {
    ...formPage(edited, draft, shown, texts, words),
    titleText: words.t('bank.edit', { key: question.key }),
    action: address,
    hidden: [
      { name: 'seen', value: seen },
      { name: 'type', value: draft.type },
    ],
    isStale: shown.isStale ?? false,
    restored: wanted.id === current.id ? null : wanted.version,
    versionNumber: current.version,
    differences: other ? lineDifferences(published, questionLines(draft, words)) : ([] as LineDifference[]),
    isCompared: other,
    versions: versions.map(({ version, publishedAt }) => ({
      version,
      when: words.instant(publishedAt),
      isCurrent: version === current.version,
      href: `${address}?version=${version}`,
    })),
  };
}

/** The form of a new one. */
export const newQuestionPage = (
  place: QuestionPlace,
  key: string,
  draft: QuestionDraft,
  shown: Shown,
  texts: Texts,
  words: Words,
) => ({
  ...formPage(place, draft, shown, texts, words),
  titleText: words.t('bank.new'),
  action: '/question-bank',
  hidden: [
    { name: 'session', value: place.session.id },
    { name: 'key', value: key },
    { name: 'type', value: draft.type },
  ],
});

function formPage(place: QuestionPlace, draft: QuestionDraft, shown: Shown, texts: Texts, words: Words) {
  const { course, session } = place;
  const form = deskForm(valuesOf(draft), shown.errors);
  return {
    form,
    hasErrors: !form.ok,
    crumbs: { href: `/question-bank?course=${course.id}&session=${session.number}`, text: course.title },
    summary: `${session.key} · ${session.title} · ${words.t(`quizzes.types.${draft.type}`)}`,
    preview: shown.preview ? previewOf(draft, texts, words) : null,
    mustPass: draft.mustPass,
    ...commonFields(form, draft, session, words),
    ...optionFields(form, draft, words),
    ...typeFields(form, draft, words),
    addLabel: draft.type === 'numeric' ? 'bank.addNumbers' : 'bank.addOption',
    hasRows: ['single', 'multiple', 'numeric'].includes(draft.type),
  };
}

function commonFields(form: DeskForm, draft: QuestionDraft, { outcomes }: Session, words: Words) {
  const field = typedField(form, words);
  const choose = { value: '', text: words.t('bank.choose') };
  return {
    stem: field('stem', words.t('bank.stem'), { rows: 6, hint: words.t('bank.markdown') }),
    tags: [
      field('level', words.t('bank.level'), {
        options: [
          choose,
          ...QUESTION_LEVELS.map((level) => ({ value: level, text: words.t(`bank.levels.${level}`) })),
        ],
      }),
      field('outcome', words.t('bank.outcome'), {
        options: [choose, ...outcomes.map(({ key, text }) => ({ value: key, text }))],
      }),
    ],
    explanation:
      draft.explanation !== '' || !['single', 'multiple', 'essay'].includes(draft.type)
        ? field('explanation', words.t('bank.explanation'), {
            rows: 4,
            hint: words.t('bank.explanationHint'),
          })
        : null,
  };
}

function optionFields(form: DeskForm, draft: QuestionDraft, words: Words) {
  if (draft.type !== 'single' && draft.type !== 'multiple') return { options: null };
  const field = typedField(form, words);
  const letters = [...new Set([...Object.keys(draft.option), ...Object.keys(draft.why)])].toSorted();
  return {
    optionsError:
      errorAt(form, 'options', words) ?? errorAt(form, 'right', words) ?? errorAt(form, 'correct', words),
    rightKind: draft.type === 'single' ? 'radio' : 'checkbox',
    fixedOrder: draft.fixedOrder,
    options: letters.map((letter) => {
      const name = letter.toUpperCase();
      return {
        letter,
        name: words.t('bank.option', { name }),
        rightLabel: words.t('bank.isRight', { name }),
        isRight: draft.right.includes(letter),
        text: field(`option[${letter}]`, words.t('bank.optionText', { name }), { rows: 2 }),
        why: field(`why[${letter}]`, words.t('bank.whyOption', { name }), { rows: 2 }),
      };
    }),
  };
}

function typeFields(form: DeskForm, draft: QuestionDraft, words: Words) {
  const field = typedField(form, words);
  switch (draft.type) {
    case 'truefalse':
      return {
        fields: [
          field('truth', words.t('bank.truth'), {
            options: [
              { value: '', text: words.t('bank.choose') },
              { value: 'true', text: words.t('quizzes.true') },
              { value: 'false', text: words.t('quizzes.false') },
            ],
          }),
        ],
      };
    case 'numeric':
      return {
        numbersError: errorAt(form, 'variants', words),
        numbers: Object.keys(draft.answer).map((number) => ({
          values: field(`values[${number}]`, words.t('bank.values', { number }), { rows: 2 }),
          answer: field(`answer[${number}]`, words.t('bank.answer', { number }), { inputmode: 'decimal' }),
        })),
        fields: [
          field('tolerance', words.t('bank.tolerance'), {
            inputmode: 'decimal',
            hint: words.t('bank.toleranceHint'),
          }),
          field('unit', words.t('bank.unit'), { hint: words.t('bank.unitHint') }),
        ],
      };
    case 'short':
      return {
        fields: [
          field('accepted', words.t('bank.accepted'), { rows: 4, hint: words.t('bank.acceptedHint') }),
        ],
      };
    case 'essay':
      return {
        fields: [
          field('guidance', words.t('bank.guidance'), { rows: 4, hint: words.t('bank.guidanceHint') }),
          field('example', words.t('bank.example'), { rows: 4 }),
          field('maxLength', words.t('bank.maxLength'), {
            inputmode: 'numeric',
            hint: words.t('bank.maxLengthHint'),
          }),
        ],
      };
    default:
      return { fields: [] };
  }
}

/** As learners and then the review would show it; only the stem while the rest has problems. */
function previewOf(draft: QuestionDraft, texts: Texts, words: Words) {
  const written = writtenQuestion(draft);
  if (checkQuestion(written).length > 0) return { stem: texts.block(draft.stem) };
  const optionOrder = Object.keys(draft.option).filter((letter) => draft.option[letter] !== '');
  const drawn = { ...NOTHING_DRAWN, optionOrder };
  return {
    stem: texts.block(showQuestion(written, drawn, null).stem),
    ...keyOf({ ...written, drawn }, new Set(), texts, words),
  };
}

const valuesOf = ({ option, why, values, answer, ...rest }: QuestionDraft): Record<string, unknown> => ({
  ...rest,
  ...rowValues('option', option),
  ...rowValues('why', why),
  ...rowValues('values', values),
  ...rowValues('answer', answer),
});
