import { problemText } from '../platform/uploads/upload-problem.js';
import type { Words } from '../platform/i18n/words.js';
import type { FileRefusal } from './accepted-files.js';
import type { SubmissionFile } from './submission-file.entity.js';
import type { FileTrouble } from './work-files.service.js';

/** A file as a row with its address. */
export const fileRow = ({ id, name, bytes, kind }: SubmissionFile, words: Words) => ({
  id,
  name,
  href: `/files/${id}`,
  about: `${kind.toUpperCase()}, ${words.size(bytes)}`,
});

/** "PDF, JPG, PNG" */
export const kindNames = (kinds: readonly string[]): string =>
  kinds.map((kind) => kind.toUpperCase()).join(', ');

/** Why a file was not taken, as a sentence that says what to do. */
export function troubleText(trouble: FileTrouble, words: Words): string {
  if ('problem' in trouble) return problemText(trouble.problem, words);
  const { refusal } = trouble;
  if (refusal.reason === 'too-large') return problemText({ ...refusal, name: trouble.name }, words);
  const name = trouble.name.replace(/\p{C}/gu, '').slice(0, 80);
  return words.t(`assignments.fileTroubles.${refusal.reason}`, { name, ...valuesOf(refusal) });
}

function valuesOf(refusal: FileRefusal): Record<string, string | number> {
  if (refusal.reason === 'unknown-content') return { accepted: kindNames(refusal.accepted) };
  if (refusal.reason === 'too-many') return { count: refusal.maxFiles };
  return refusal.reason === 'kind-not-accepted'
    ? { kind: refusal.kind.toUpperCase(), accepted: kindNames(refusal.accepted) }
    : {};
}
