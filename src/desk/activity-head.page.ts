import type { Activity } from '../courses/activity.entity.js';
import { editorPath } from './editor-path.js';

/** What all pages around the editor of an activity begin with. */
export const activityHead = ({ activity }: { activity: Activity }) => ({
  action: `/activities/${activity.id}`,
  editHref: editorPath(activity),
  course: { href: `/courses/${activity.courseId}/edit`, title: activity.course.title },
  activity: `${activity.session.key} ${activity.title}`,
});
