import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { WorkForm } from './assignment.form.js';
import type { AssignmentView } from './assignments.service.js';
import { penaltyOf } from './late-penalty.js';
import { decideHandIn } from './submission-rules.js';
import { fileRow, kindNames, troubleText } from './work-files.page.js';
import type { FileTrouble } from './work-files.service.js';
import { handInOf } from './work-standing.js';
import type { LearnerWork } from './works.service.js';

/** What this showing of the page has to tell besides the work itself. */
export interface Telling {
  form: Form<WorkForm>;
  /** A key that no other page has: what this page hands in is known again. */
  key: string;
  troubles?: readonly FileTrouble[];
  /** The text of another member, saved or handed in since the page was opened. */
  stale?: { text: string; seq: number };
}

/** The form to write, upload and hand in; null where nothing may be changed, or where it has to be reopened first. */
export function editorOf(view: AssignmentView, telling: Telling, words: Words) {
  const { work, content, files } = view;
  const { draft, last } = work.standing;
  const decision = decisionOf(work);
  if ('refusal' in decision || (last && !draft)) return null;
  const typed = telling.form.values['text'];
  return {
    text: typed === undefined ? (draft?.text ?? '') : String(typed),
    seq: telling.stale?.seq ?? draft?.textSeq ?? 0,
    key: telling.key,
    files: files.filter(({ submissionId }) => submissionId === draft?.id).map((file) => fileRow(file, words)),
    troubles: (telling.troubles ?? []).map((trouble) => troubleText(trouble, words)),
    accept: content.accepts.map((kind) => `.${kind}`).join(','),
    acceptHint: words.t('assignments.filesHint', {
      count: content.maxFiles,
      kinds: kindNames(content.accepts),
      size: words.size(content.maxBytes),
    }),
    maxBytes: content.maxBytes,
    takesFiles: content.accepts.length > 0 && content.maxFiles > 0,
    late: lateWarning(decision.daysLate, words),
    heading: words.t(
      `assignments.editor.${last ? (last.state === 'returned' ? 'revise' : 'replace') : 'write'}`,
    ),
    replaces: last ? words.t('assignments.editor.replaces', { number: last.number }) : '',
    forAll: 'kind' in work.submitter && work.submitter.kind !== 'individual',
  };
}

/** The button that begins a replacement or a revision; null where there is nothing to begin. */
export function reopenLabel(work: LearnerWork, words: Words): string | null {
  const { draft, last } = work.standing;
  if (draft || !last || 'refusal' in decisionOf(work)) return null;
  return words.t(`assignments.reopen.${last.state === 'returned' ? 'revise' : 'replace'}`);
}

function decisionOf(work: LearnerWork): { daysLate: number } | { refusal: unknown } {
  if ('refusal' in work.submitter || work.place.status !== 'active') return { refusal: work.submitter };
  return decideHandIn(handInOf(work.standing, true, work.circumstances));
}

/** What handing in at this moment costs, said before it is done; '' where it costs nothing. */
const lateWarning = (daysLate: number, words: Words): string =>
  daysLate === 0
    ? ''
    : words.t('assignments.late', { count: daysLate, penalty: words.number(penaltyOf(daysLate) / 100) });

/** What the script is told when it has saved a text. */
export const savedText = (seq: number, now: Date, words: Words) => ({
  seq,
  saved: words.t('assignments.savedAt', { when: words.exactTime(now) }),
});
