import type { Words } from '../platform/i18n/words.js';
import { decimal, type Texts } from './question.page.js';
import type { CorrectAnswer, Drawn } from './question-types/question-type.js';
import { correctAnswer, type StoredQuestion } from './question-types/question-types.js';

/** What was right and why, for who may see it; `chosen` holds the ids of the options that somebody took. */
export function keyOf(
  question: StoredQuestion & { drawn: Drawn },
  chosen: ReadonlySet<string>,
  texts: Texts,
  words: Words,
) {
  const { correct, explanation } = correctAnswer(question, question.drawn);
  return {
    options: judgedOptions(correct, chosen, texts),
    correct: correctText(correct, words),
    explanation: explanation && texts.block(explanation),
  };
}

const judgedOptions = (correct: CorrectAnswer, chosen: ReadonlySet<string>, texts: Texts) =>
  correct.kind === 'options'
    ? correct.options.map(({ id, text, isRight, explanation }) => ({
        html: texts.inline(text),
        isRight,
        isChosen: chosen.has(id),
        explanation: explanation && texts.block(explanation),
      }))
    : null;

/** The right answer of what has no options. */
export function correctText(correct: CorrectAnswer, words: Words): string | null {
  if (correct.kind === 'truth') return words.t(correct.truth ? 'quizzes.true' : 'quizzes.false');
  if (correct.kind === 'texts') return correct.texts.join(' / ') || null;
  if (correct.kind === 'options') return null;
  const number = decimal(String(correct.number), words);
  const unit = correct.unit ? ` ${correct.unit}` : '';
  if (correct.tolerance === 0) return number + unit;
  return `${number}${unit} (± ${decimal(String(correct.tolerance), words)})`;
}
