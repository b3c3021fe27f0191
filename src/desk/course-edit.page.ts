import type { ActivityBrief } from '../courses/activity-content.js';
import { activityPath } from '../courses/activity-path.js';
import type { Course } from '../courses/course.entity.js';
import type { Words } from '../platform/i18n/words.js';
import { settingsEdition } from './activity-settings.js';
import { editorPath } from './editor-path.js';
import type { PlannedActivity, PlannedModule, PlannedSession } from './course-plan.service.js';

/** A course for its authors: modules, sessions and activities, each with the ways to change it. */
export const courseEditPage = (course: Course, modules: readonly PlannedModule[], words: Words) => ({
  title: 'desk.course.title',
  courseId: course.id,
  course: course.title,
  learnersHref: `/course?course=${course.id}`,
  modules: modules.map((planned) => moduleItem(planned, words)),
});

const moduleItem = ({ module, sessions }: PlannedModule, words: Words) => ({
  id: module.id,
  editHref: `/courses/${module.courseId}/edit/modules/${module.id}`,
  heading: words.t('lessons.module', { number: module.position, title: module.title }),
  sessions: sessions.map((planned) => sessionItem(planned, words)),
});

const sessionItem = ({ session, activities }: PlannedSession, words: Words) => ({
  id: session.id,
  key: session.key,
  title: session.title,
  href: `/sessions/${session.id}`,
  editHref: `/courses/${session.courseId}/edit/sessions/${session.id}`,
  addHref: `/courses/${session.courseId}/edit/sessions/${session.id}/activities/new`,
  activities: activities.map((planned, index) => ({
    ...activityItem(planned, words),
    isFirst: index === 0,
    isLast: index === activities.length - 1,
  })),
});

const activityItem = (planned: PlannedActivity, words: Words) => {
  const { activity } = planned;
  return {
    id: activity.id,
    title: activity.title,
    about: aboutText(planned, words),
    editHref: editorPath(activity),
    hasDraft: planned.hasDraft,
    settingsHref: `/courses/${activity.courseId}/edit/activities/${activity.id}`,
    seen: settingsEdition(activity),
    learnersHref: activity.currentVersionId === null ? null : activityPath(activity),
  };
};

/** "Kuis · terbit, versi 3 · 8 soal, 15 menit" */
function aboutText({ activity, newest }: PlannedActivity, words: Words): string {
  const state = newest === null ? 'none' : activity.currentVersionId === null ? 'withdrawn' : 'published';
  return [
    words.t(`desk.kinds.${activity.kind}`),
    words.t(`desk.states.${state}`, { version: newest?.version ?? 0 }),
    newest ? briefText(newest.brief, words) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

const briefText = ({ questions, minutes, bytes }: ActivityBrief, words: Words): string =>
  [
    questions !== undefined && words.t('quizzes.intro.questionCount', { count: questions }),
    minutes !== undefined && words.t('quizzes.intro.minuteCount', { count: minutes }),
    bytes !== undefined && words.size(bytes),
  ]
    .filter(Boolean)
    .join(', ');
