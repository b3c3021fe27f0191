import { lessonBytes } from '../courses/activity-content.js';
import type { Words } from '../platform/i18n/words.js';
import { leadingTo } from '../platform/markdown/terms.js';
import { romanNumeral } from '../platform/roman-numeral.js';
import { activityName } from './activity-row.page.js';
import type { CoursePrint, PrintedLesson } from './course-prints.service.js';
import { alphabetical } from '../courses/glossary-term.js';
import { explainedTerms } from './explained-terms.page.js';
import type { LearnerSession } from './learner-session.js';
import { printedHtml } from './printed-html.js';

/** The lessons of a course to print: a cover, what it holds, and each session from a page of its own. */
export function coursePrintPage({ course, cohort, sessions, terms, now }: CoursePrint, words: Words) {
  const contents = sessions.flatMap(({ lessons }) => lessons.map(({ content }) => content));
  const size = words.size(contents.reduce((sum, content) => sum + lessonBytes(content), 0));
  return {
    titleText: words.t('lessons.prints.title', { course: course.title }),
    heading: course.title,
    summary: course.summary,
    courseHref: cohort ? '/course' : `/course?course=${course.id}`,
    cohort: cohort
      ? words.t('lessons.prints.cohort', { ordinal: romanNumeral(cohort.ordinal), label: cohort.label })
      : '',
    printed: words.t('lessons.prints.printed', { day: words.calendarDay(words.isoDay(now)) }),
    size: words.t('lessons.prints.holds', { count: contents.length, size }),
    isOfLearner: cohort !== null,
    sessions: sessions.map(({ session, lessons }) => chapterOf(session, lessons, { terms, words })),
    terms: explainedTerms(alphabetical(terms), { places: false }),
    scripts: ['scripts/lesson.js'],
  };
}

function chapterOf(
  session: LearnerSession,
  lessons: readonly PrintedLesson[],
  { terms, words }: Pick<CoursePrint, 'terms'> & { words: Words },
) {
  const { id, key, title, module, track } = session;
  return {
    anchor: `pertemuan-${id}`,
    key,
    title,
    about: [
      words.t(`lessons.tracks.${track}`),
      words.t('lessons.module', { number: module.position, title: module.title }),
    ].join(' · '),
    hasSeveral: lessons.length > 1,
    lessons: lessons.map(({ lesson, content }) => ({
      anchor: `materi-${lesson.id}`,
      title: activityName(lesson, session, words).within,
      facts: [
        words.t('lessons.minutes', { count: content.minutes }),
        words.t('lessons.checkedOn', { day: words.calendarDay(content.checkedOn) }),
      ].join(' · '),
      html: printedHtml(leadingTo(content.html, terms)),
    })),
  };
}
