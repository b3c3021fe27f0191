import { activityPath } from '../courses/activity-path.js';
import type { QuizContent } from '../courses/activity-content.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { poolFigures, poolWarnings } from '../quizzes/pool-figures.js';
import { CRITICAL_THRESHOLD, REPEAT_CAP } from '../quizzes/recorded-score.js';
import { activityHead } from './activity-head.page.js';
import { standingText } from './activity-standing.page.js';
import { writingDifference } from './difference.page.js';
import { QUIZ_PURPOSES, QUIZ_REVIEWS, quizSettings } from './quiz-draft.js';
import type { QuizForm } from './quiz-editor.form.js';
import type { QuizEditing } from './quiz-editor.service.js';

/** The settings of a quiz; `isStale` where somebody else has saved or published since the page was opened. */
export function quizEditorPage(editing: QuizEditing, form: Form<QuizForm>, words: Words, isStale = false) {
  const { activity, draft, seen, sessions, bank } = editing;
  const ticked = [form.values['from'] ?? []].flat().map(String);
  return {
    ...activityHead(editing),
    titleText: words.t('desk.lesson.heading', { title: activity.title }),
    learnersHref: activity.currentVersionId ? activityPath(activity) : null,
    bankHref: `/question-bank?course=${activity.courseId}&session=${activity.session.number}`,
    settingsHref: `/courses/${activity.courseId}/edit/activities/${activity.id}`,
    standing: standingText(editing, words),
    hasDraft: draft !== null,
    seen,
    form,
    purposes: QUIZ_PURPOSES.map((value) => ({ value, text: words.t(`quizzes.purpose.${value}`) })),
    reviews: QUIZ_REVIEWS.map((value) => ({ value, text: words.t(`desk.quiz.reviews.${value}`) })),
    sessions: sessions.map(({ number, key, title }) => ({
      number,
      text: words.t('desk.quiz.session', {
        session: `${key} · ${title}`,
        count: bank.filter(({ session }) => session === number).length,
      }),
      isTicked: ticked.includes(String(number)),
    })),
    pool: poolTexts(editing, words),
    best: words.t('desk.quiz.best', { cap: words.score(REPEAT_CAP) }),
    critical:
      activity.critical === null
        ? null
        : words.t('quizzes.intro.critical', { threshold: words.score(CRITICAL_THRESHOLD) }),
    difference: isStale ? staleDifference(editing, form.value, words) : null,
  };
}

/** What the settings that are kept have to draw from, and what is to be known of it. */
export function poolTexts(
  { source, activity, bank }: Pick<QuizEditing, 'source' | 'activity' | 'bank'>,
  words: Words,
) {
  const figures = poolFigures(source, activity.session.number, bank);
  return {
    text: words.t('desk.quiz.pool', { count: figures.questions, mustPass: figures.mustPass }),
    warnings: poolWarnings(source, figures).map((warning) =>
      words.t(`desk.quiz.warnings.${warning.name}`, {
        wanted: source.questions,
        pool: figures.questions,
        mustPass: figures.mustPass,
        count: warning.name === 'repeats' ? warning.attempts : 0,
      }),
    ),
  };
}

function staleDifference({ source }: QuizEditing, typed: QuizContent, words: Words) {
  const kind = 'quiz' as const;
  return writingDifference({ kind, draft: source }, { kind, draft: quizSettings(typed) }, words);
}
