import type { Words } from '../platform/i18n/words.js';
import type { NamedLine } from './line-differences.js';
import type { QuestionDraft } from './question-draft.js';

/** A question part by part in words, to be compared with another version of it. */
export function questionLines(draft: QuestionDraft, words: Words): NamedLine[] {
  const yes = (is: boolean): string => words.t(is ? 'bank.yes' : 'bank.no');
  const lines: NamedLine[] = [
    { label: words.t('bank.stem'), text: draft.stem },
    { label: words.t('bank.level'), text: draft.level && words.t(`bank.levels.${draft.level}`) },
    { label: words.t('bank.outcome'), text: draft.outcome },
    { label: words.t('bank.mustPass'), text: yes(draft.mustPass) },
    ...optionLines(draft, words),
    { label: words.t('bank.fixedOrder'), text: yes(draft.fixedOrder) },
    {
      label: words.t('bank.truth'),
      text: draft.truth && words.t(draft.truth === 'true' ? 'quizzes.true' : 'quizzes.false'),
    },
    ...numberLines(draft, words),
    { label: words.t('bank.tolerance'), text: draft.tolerance },
    { label: words.t('bank.unit'), text: draft.unit },
    { label: words.t('bank.accepted'), text: draft.accepted },
    { label: words.t('bank.guidance'), text: draft.guidance },
    { label: words.t('bank.example'), text: draft.example },
    { label: words.t('bank.maxLength'), text: draft.maxLength },
    { label: words.t('bank.explanation'), text: draft.explanation },
  ];
  return lines.filter(({ text }) => text !== '');
}

const optionLines = ({ option, why, right }: QuestionDraft, words: Words): NamedLine[] =>
  Object.keys(option).flatMap((letter) => {
    const name = letter.toUpperCase();
    const isRight = right.includes(letter);
    return [
      {
        label: words.t('bank.option', { name }),
        text: isRight ? words.t('bank.rightOption', { text: option[letter] ?? '' }) : (option[letter] ?? ''),
      },
      { label: words.t('bank.whyOption', { name }), text: why[letter] ?? '' },
    ];
  });

const numberLines = ({ type, values, answer }: QuestionDraft, words: Words): NamedLine[] =>
  type !== 'numeric'
    ? []
    : Object.keys(answer).flatMap((number) => [
        { label: words.t('bank.values', { number }), text: values[number] ?? '' },
        { label: words.t('bank.answer', { number }), text: answer[number] ?? '' },
      ]);
