import type { Words } from '../platform/i18n/words.js';
import type { QuestionRecord } from './attempt-reader.service.js';
import type { QuestionTextsService } from './question-texts.service.js';
import type { AnswerProblem, PublicQuestion } from './question-types/question-type.js';
import { readAnswer, showQuestion } from './question-types/question-types.js';

/** Renders the Markdown of questions to safe HTML. */
export type Texts = Pick<QuestionTextsService, 'block' | 'inline'>;

/** Why the answer that was just sent is not the one that stands. */
export type Trouble =
  { kind: 'conflict'; given: unknown } | { kind: 'problem'; problem: AnswerProblem; given: unknown };

interface Place {
  attemptId: number;
  total: number;
  trouble?: Trouble | null;
}

/** One question of a running attempt, ready for its template: nothing in it depends on the key. */
export function questionView(record: QuestionRecord, place: Place, texts: Texts, words: Words) {
  const { attemptId, total, trouble = null } = place;
  const { position, drawn, value, seq, flagged } = record;
  const { stem, question } = showQuestion(record, drawn, value);
  return {
    attemptId,
    number: position,
    title: words.t('quizzes.attempt.question', { number: position, total }),
    partial: `attempts/_${question.type}`,
    seq,
    flagged,
    stem: texts.block(stem),
    ...answerFields(question, texts, words),
    ...(trouble?.kind === 'conflict' ? conflict(record, trouble.given, texts, words) : {}),
    ...(trouble?.kind === 'problem' ? mistake(trouble, words) : {}),
    previous: position > 1 ? position - 1 : null,
  };
}

/** What the template of the question's type shows. */
export function answerFields(question: PublicQuestion, texts: Texts, words: Words) {
  if (question.type === 'truefalse')
    return {
      options: [true, false].map((truth) => ({
        id: String(truth),
        text: words.t(truth ? 'quizzes.true' : 'quizzes.false'),
        isChosen: question.chosen === truth,
      })),
    };
  if ('options' in question)
    return {
      options: question.options.map(({ id, text, isChosen }) => ({ id, html: texts.inline(text), isChosen })),
    };
  if (question.type === 'numeric') {
    const { typed, reading, unit } = question;
    return {
      typed,
      unit,
      reading: reading && readAs(reading, words),
    };
  }
  return { typed: question.typed, maxLength: question.maxLength };
}

/** The answer that was not taken because its page was stale, to be read beside the one that stands. */
function conflict(record: QuestionRecord, given: unknown, texts: Texts, words: Words) {
  const reading = readAnswer(record, record.drawn, given);
  const refused = showQuestion(record, record.drawn, 'value' in reading ? reading.value : null).question;
  const standing = showQuestion(record, record.drawn, record.value).question;
  return {
    conflict: {
      standing: answerParts(standing, texts, words),
      refused: answerParts(refused, texts, words),
      fields: [shownAnswer(refused)].flat().map((answer) => String(answer ?? '')),
    },
  };
}

export const mistake = ({ problem, given }: Extract<Trouble, { kind: 'problem' }>, words: Words) => ({
  error: words.t(`quizzes.problem.${problem}`),
  ...(typeof given === 'string' ? { typed: given, reading: null } : {}),
});

/** An answer as the page's own fields carry it. */
export function shownAnswer(question: PublicQuestion): string | string[] | null {
  if (question.type === 'truefalse') return question.chosen === null ? null : String(question.chosen);
  if ('typed' in question) return question.typed === '' ? null : question.typed;
  const chosen = question.options.flatMap(({ id, isChosen }) => (isChosen ? [id] : []));
  return question.type === 'single' ? (chosen[0] ?? null) : chosen;
}

/** A part of an answer: Markdown of the question as HTML, or text of the learner's or of ours. */
export type AnswerPart = { html: string } | { text: string };

/** An answer in words: several parts where several options were chosen, none where there is no answer. */
export function answerParts(question: PublicQuestion, texts: Texts, words: Words): AnswerPart[] {
  if (question.type === 'truefalse')
    return question.chosen === null
      ? []
      : [{ text: words.t(question.chosen ? 'quizzes.true' : 'quizzes.false') }];
  if ('options' in question)
    return question.options.flatMap(({ text, isChosen }) => (isChosen ? [{ html: texts.inline(text) }] : []));
  return question.typed === '' ? [] : [{ text: question.typed }];
}

/** How a number was understood: "Dibaca sebagai 14.171". */
export const readAs = (canonical: string, words: Words): string =>
  words.t('quizzes.attempt.readAs', { number: decimal(canonical, words) });

/** '14171.5' as people write it: 14.171,5. */
export const decimal = (canonical: string, words: Words): string =>
  words.number(Number(canonical), canonical.split('.')[1]?.length ?? 0);
