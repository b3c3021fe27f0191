import type { ActivityKind } from './activity.entity.js';

const folders: Record<ActivityKind, string> = {
  lesson: '/lessons',
  quiz: '/quizzes',
  assignment: '/assignments',
};

/** Where a learner opens an activity. */
export const activityPath = ({ kind, id }: { kind: ActivityKind; id: number }): string =>
  `${folders[kind]}/${id}`;
