import type { Words } from '../platform/i18n/words.js';
import type { NamedLine } from './line-differences.js';
import type { QuestionDraft } from './question-draft.js';

/** A question part by part in words, to be compared with another version of it. */
export function questionLines(draft: QuestionDraft, words: Words): NamedLine[] {
  const say = (key: string, values = {}): string => words.t(`bank.${key}`, values);
  const yes = (is: boolean): string => say(is ? 'yes' : 'no');
  const lines: NamedLine[] = [
    { label: say('stem'), text: draft.stem },
    { label: say('level'), text: draft.level && say(`levels.${draft.level}`) },
    { label: say('outcome'), text: draft.outcome },
    { label: say('mustPass'), text: yes(draft.mustPass) },
    ...optionLines(draft, words),
    { label: say('fixedOrder'), text: yes(draft.fixedOrder) },
    { label: say('truth'), text: draft.truth && words.t(`quizzes.${draft.truth}`) },
    ...numberLines(draft, words),
    { label: say('tolerance'), text: draft.tolerance },
    { label: say('unit'), text: draft.unit },
    { label: say('accepted'), text: draft.accepted },
    { label: say('guidance'), text: draft.guidance },
    { label: say('example'), text: draft.example },
    { label: say('maxLength'), text: draft.maxLength },
    { label: say('explanation'), text: draft.explanation },
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
