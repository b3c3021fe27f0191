import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import { activityHead } from './activity-head.page.js';
import type { ActivityEditing } from './activity-editing.service.js';
import type { PublicationOutlook } from './activity-publications.service.js';
import { writingDifference } from './difference.page.js';
import { poolTexts } from './quiz-editor.page.js';
import { type WritingProblem, writingOfDraft, writingOfVersion } from './writing.js';

/** What publishing the draft would change, and for whom. */
export function publicationPage(editing: ActivityEditing, outlook: PublicationOutlook, words: Words) {
  const { activity, draft, current, seen } = editing;
  const problems = outlook.problems.map((problem) => problemText(problem, words));
  return {
    ...activityHead(editing),
    titleText: words.t('desk.publication.heading', { title: activity.title }),
    seen,
    newest: current?.id,
    hasDraft: draft !== null,
    problems,
    warnings: warningsOf(editing, outlook, words),
    mayPublish: draft !== null && problems.length === 0,
    next: (current?.version ?? 0) + 1,
    isBehind: draft !== null && draft.baseVersionId !== null && draft.baseVersionId !== current?.id,
    difference:
      current && draft
        ? writingDifference(
            writingOfVersion(activity, current.content),
            writingOfDraft(activity.kind, draft.source),
            words,
          )
        : null,
    cohorts: outlook.cohorts.map((cohort) => {
      const kept = outlook.pins.after.get(cohort.id);
      return {
        name: `${cohortName(cohort, words)} · ${cohort.label}`,
        begun: words.t('desk.publication.begun', { count: outlook.pins.begun.get(cohort.id) ?? 0 }),
        keeps: kept
          ? words.t('desk.publication.keeps', { version: outlook.numbers.get(kept) ?? 0 })
          : words.t('desk.publication.moves'),
      };
    }),
    mayCorrect: activity.kind === 'lesson' && outlook.pins.after.size > 0,
  };
}

/** A quiz may be published whatever its pool, but not unaware of it. */
function warningsOf(
  { activity, draft }: ActivityEditing,
  { bank }: PublicationOutlook,
  words: Words,
): string[] {
  const writing = draft && writingOfDraft(activity.kind, draft.source);
  if (writing?.kind !== 'quiz') return [];
  return poolTexts({ source: writing.draft, activity, bank }, words).warnings;
}

function problemText(problem: WritingProblem, words: Words): string {
  if (typeof problem === 'string') return words.t(`desk.publication.${problem}`);
  const { line, code, values } = problem;
  return words.t('desk.problemAt', { line, text: words.t(`markdown.problem.${code}`, values) });
}
