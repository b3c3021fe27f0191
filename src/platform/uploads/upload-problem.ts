import type { Words } from '../i18n/words.js';
import type { UploadProblem } from './upload.js';

/** Why a file did not arrive, as a sentence that says what to do. */
export function problemText(problem: UploadProblem, words: Words): string {
  const name = problem.name.replace(/\p{C}/gu, '').slice(0, 80);
  if (problem.reason === 'too-large')
    return words.t('uploads.tooLarge', { name, size: words.size(problem.maxBytes) });
  if (problem.reason === 'too-many') return words.t('uploads.tooMany', { name, count: problem.maxFiles });
  return words.t('uploads.notStored', { name });
}
