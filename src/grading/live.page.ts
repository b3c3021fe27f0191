import type { Words } from '../platform/i18n/words.js';
import { liveDesk } from './live-address.js';
import type { LiveLearner, LiveList } from './live-list.service.js';

/** Who of a class is judged already, and who is still to come. */
export function livePage({ activities, classes, activity, classGroup, learners }: LiveList, words: Words) {
  const work = { activityId: activity?.id ?? 0, classGroupId: classGroup?.id ?? null };
  const graded = learners.filter((learner) => learner.work?.state === 'graded').length;
  return {
    title: 'grading.live.title',
    activities: activities.map(({ id, title }) => ({ value: id, text: title, chosen: id === activity?.id })),
    classes: classes.map(({ id, name, cohort }) => ({
      value: id,
      text: `${name} · ${cohort.label}`,
      chosen: id === classGroup?.id,
    })),
    hasActivities: activities.length > 0,
    activity: work.activityId,
    summary: words.t('grading.live.summary', { graded, count: learners.length }),
    rows: learners.map((learner) => rowOf(learner, work, words)),
  };
}

function rowOf(
  { enrolmentId, name, work }: LiveLearner,
  place: Parameters<typeof liveDesk>[1],
  words: Words,
) {
  const isGraded = work?.state === 'graded';
  return {
    enrolmentId,
    name,
    href: work && liveDesk(work.id, place),
    score: isGraded && work.score !== null ? words.score(work.score) : '',
    isOpened: work !== null && !isGraded,
  };
}
