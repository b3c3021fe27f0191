import type { Words } from '../platform/i18n/words.js';
import { receiptText, type ReceiptWords } from './receipt.js';
import type { Submission } from './submission.entity.js';

/** A receipt as text to keep; '' for a draft. */
export function receiptOf({ receipt }: Submission, words: Words): string {
  return receipt ? receiptText(receipt.facts, receipt.code, receiptWords(words)) : '';
}

const receiptWords = (words: Words): ReceiptWords => ({
  heading: words.t('assignments.receipt.heading'),
  title: words.t('assignments.receipt.title'),
  submitters: words.t('assignments.receipt.submitters'),
  receivedAt: words.t('assignments.receipt.receivedAt'),
  number: words.t('assignments.receipt.number'),
  version: words.t('assignments.receipt.version'),
  text: words.t('assignments.receipt.text'),
  characters: words.t('assignments.receipt.characters'),
  files: words.t('assignments.receipt.files'),
  code: words.t('assignments.receipt.code'),
  instant: (milliseconds) => {
    const at = new Date(milliseconds);
    return `${words.day(at)}, ${words.exactTime(at)}`;
  },
  size: (bytes) => words.size(bytes),
});
