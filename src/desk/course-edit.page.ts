import type { Activity } from '../courses/activity.entity.js';
import { activityPath } from '../courses/activity-path.js';
import type { Course } from '../courses/course.entity.js';
import type { Words } from '../platform/i18n/words.js';
import { settingsEdition } from './activity-settings.js';
import type { PlannedModule, PlannedSession } from './course-plan.service.js';

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
  activities: activities.map((activity, index) => ({
    ...activityItem(activity, words),
    isFirst: index === 0,
    isLast: index === activities.length - 1,
  })),
});

const activityItem = (activity: Activity, words: Words) => ({
  id: activity.id,
  title: activity.title,
  kind: words.t(`desk.kinds.${activity.kind}`),
  editHref: activity.kind === 'lesson' ? `/activities/${activity.id}/edit` : null,
  isPublished: activity.currentVersionId !== null,
  settingsHref: `/courses/${activity.courseId}/edit/activities/${activity.id}`,
  seen: settingsEdition(activity),
  learnersHref: activity.currentVersionId === null ? null : activityPath(activity),
});
