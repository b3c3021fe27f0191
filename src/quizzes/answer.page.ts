import type { Words } from '../platform/i18n/words.js';
import type { AnswerReceipt } from './answers.service.js';
import type { OpenAttempt } from './attempts.service.js';
import { readAs, shownAnswer } from './question.page.js';
import { showQuestion } from './question-types/question-types.js';

/** What the script of the page is told about an answer. */
export const answerReply = (
  { outcome, position, seq, savedAt, remainingMs, reading }: AnswerReceipt,
  words: Words,
) => ({
  outcome: outcome === 'write' ? 'saved' : outcome,
  question: position,
  seq,
  savedAt: savedAt && words.exactTime(savedAt),
  remainingMs,
  reading: reading && readAs(reading, words),
});

/** The same for an answer that was not taken, with the one that stands, as the page's fields carry it. */
export function standingReply(receipt: AnswerReceipt, { questions }: OpenAttempt, words: Words) {
  const record = questions.find(({ position }) => position === receipt.position);
  const answer = record && shownAnswer(showQuestion(record, record.drawn, record.value).question);
  return {
    ...answerReply(receipt, words),
    seq: record?.seq ?? receipt.seq,
    answer: answer ?? null,
    flagged: record?.flagged ?? false,
  };
}
