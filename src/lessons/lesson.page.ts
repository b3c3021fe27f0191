import { activityPath } from '../courses/activity-path.js';
import { type LessonContent, lessonBytes } from '../courses/activity-content.js';
import type { Words } from '../platform/i18n/words.js';
import { leadingTo } from '../platform/markdown/terms.js';
import { activityName, sizeText, standingText } from './activity-row.page.js';
import type { LearnerActivity, LearnerSession } from './learner-session.js';
import type { LessonReading } from './lesson-readings.service.js';
import { explainedTerms } from './explained-terms.page.js';
import { activityRows, sessionLink } from './session.page.js';

/** A lesson to read: its text, what else belongs to the session, and the way on. */
export function lessonPage(reading: LessonReading, content: LessonContent, words: Words) {
  const { session, lesson, isLearner, now } = reading;
  const isUnread = isLearner && lesson.progress === null;
  return {
    ...lessonFrame(reading, words),
    facts: [
      words.t(`lessons.tracks.${session.track}`),
      words.t('lessons.minutes', { count: content.minutes }),
      words.size(lessonBytes(content)),
      words.t('lessons.checkedOn', { day: words.calendarDay(content.checkedOn) }),
    ].join(' · '),
    html: leadingTo(content.html, reading.terms),
    terms: explainedTerms(reading.terms, { places: true }),
    activities: activityRows(session, now, words).map((row) => ({ ...row, isCurrent: row.id === lesson.id })),
    hasCritical: session.activities.some(({ critical }) => critical !== null),
    isDone: lesson.standing === 'done',
    completion: isLearner && lesson.standing !== 'done' ? `${activityPath(lesson)}/completion` : null,
    opening: isUnread ? `${activityPath(lesson)}/opening` : null,
    place: `lesson-place:${reading.readerId}:${lesson.id} ${lesson.versionId}`,
    scripts: ['scripts/lesson.js', 'scripts/reading-place.js', 'scripts/terms.js'],
    ...wayOn(reading, words),
  };
}

/** The page of a lesson that is not open yet: it says when it will be. */
export function closedLessonPage(reading: LessonReading, words: Words) {
  const { opensAt } = reading.lesson;
  const meeting = reading.session.meeting?.startsAt;
  return {
    ...lessonFrame(reading, words),
    opens: opensAt
      ? words.t('lessons.opensAt', { when: words.instant(opensAt) })
      : words.t('lessons.opensWithPlan'),
    meets: meeting ? words.t('lessons.meetsAt', { when: words.instant(meeting) }) : '',
  };
}

const lessonFrame = ({ session, lesson, isPreview }: LessonReading, words: Words) => ({
  titleText: `${session.key} ${lesson.title}`,
  heading: lesson.title,
  session: { key: session.key, href: `/sessions/${session.id}` },
  module: words.t('lessons.module', { number: session.module.position, title: session.module.title }),
  isPreview,
});

/** What comes before and after in the order of the course; a session without content is a step of its own. */
function wayOn({ nearby, lesson, now }: LessonReading, words: Words) {
  const steps = nearby.flatMap((session): Step[] =>
    session.activities.length > 0
      ? session.activities.map((activity) => ({ session, activity }))
      : [{ session, activity: null }],
  );
  const at = steps.findIndex(({ activity }) => activity?.id === lesson.id);
  const step = (index: number) => {
    const found = steps[index];
    return found ? stepItem(found, now, words) : null;
  };
  return { before: step(at - 1), after: step(at + 1) };
}

interface Step {
  session: LearnerSession;
  activity: LearnerActivity | null;
}

function stepItem({ session, activity }: Step, now: Date, words: Words) {
  if (!activity) return { ...sessionLink(session), state: '', size: '' };
  const isClosed = activity.standing === 'closed';
  return {
    title: activityName(activity, session, words).alone,
    href: isClosed ? null : activityPath(activity),
    state: isClosed ? standingText(activity, now, words).text : '',
    size: activity.kind === 'lesson' ? sizeText(activity, words) : '',
  };
}
