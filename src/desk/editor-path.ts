import type { Activity, ActivityKind } from '../courses/activity.entity.js';

const EDITORS: Record<ActivityKind, string> = {
  lesson: '/activities',
  quiz: '/quizzes',
  assignment: '/assignments',
};

/** Where an author writes an activity. */
export const editorPath = ({ kind, id }: Pick<Activity, 'kind' | 'id'>): string =>
  `${EDITORS[kind]}/${id}/edit`;
