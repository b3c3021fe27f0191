import type { Words } from '../platform/i18n/words.js';
import { keyOf } from './key.page.js';
import type { Texts } from './question.page.js';
import { showQuestion } from './question-types/question-types.js';
import { conditionsOf } from './quiz.page.js';
import type { PreviewedQuestion, QuizPreview } from './quiz-previews.service.js';

/** A quiz as who teaches it sees it: its conditions and the questions that it draws from. */
export function quizPreviewPage(preview: QuizPreview, texts: Texts, words: Words) {
  const { activity, content, sessions, session, questions } = preview;
  return {
    titleText: activity.title,
    eyebrow: words.t('quizzes.intro.eyebrow', {
      purpose: words.t(`quizzes.purpose.${content.purpose}`),
      session: activity.session.number,
    }),
    heading: activity.title,
    editHref: `/quizzes/${activity.id}/edit`,
    rows: conditionsOf(activity, content, words),
    sessions:
      sessions.length > 1
        ? sessions.map((number) => ({
            href: `/quizzes/${activity.id}?session=${number}`,
            name: `P${number}`,
            current: number === session,
          }))
        : null,
    bankHref: `/question-bank?course=${activity.courseId}&session=${session}`,
    bank: words.t('quizzes.preview.bank', { count: questions.length, session }),
    questions: questions.map((question, index) => previewed(question, index + 1, texts, words)),
  };
}

function previewed(question: PreviewedQuestion, number: number, texts: Texts, words: Words) {
  return {
    number,
    key: question.key,
    href: `/questions/${question.id}/edit`,
    mustPass: question.mustPass,
    type: words.t(`quizzes.types.${question.type}`),
    stem: texts.block(showQuestion(question, question.drawn, null).stem),
    ...keyOf(question, new Set(), texts, words),
  };
}
