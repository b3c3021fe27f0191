import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import type { MarkdownProblem } from '../platform/markdown/reading.js';
import { lessonDifference } from './difference.page.js';
import { lessonHead, problemTexts, writtenOf } from './lesson-editor.page.js';
import type { LessonEditing } from './lesson-editor.service.js';
import type { PublicationOutlook } from './lesson-publications.service.js';

/** What publishing the draft would change, and for whom. */
export function publicationPage(
  editing: LessonEditing,
  outlook: PublicationOutlook,
  problems: readonly MarkdownProblem[],
  words: Words,
) {
  const { activity, draft, current, source, seen } = editing;
  const isEmpty = draft !== null && source.markdown === '';
  const texts = isEmpty ? [words.t('desk.publication.empty')] : problemTexts(problems, words);
  return {
    ...lessonHead(editing),
    titleText: words.t('desk.publication.heading', { title: activity.title }),
    seen,
    hasDraft: draft !== null,
    problems: texts,
    mayPublish: draft !== null && texts.length === 0,
    first: current === null,
    next: Math.max(0, ...outlook.numbers.values()) + 1,
    isBehind: draft !== null && draft.baseVersionId !== null && draft.baseVersionId !== current?.id,
    difference: current && lessonDifference(writtenOf(activity.title, current.content), source, words),
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
    mayCorrect: outlook.pins.after.size > 0,
  };
}
