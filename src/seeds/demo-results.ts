import type { PublishedActivity } from '../courses/activities.service.js';
import { Progress } from '../progress/progress.entity.js';
import { CRITICAL_THRESHOLD } from '../quizzes/recorded-score.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

/** The last session whose quizzes and tasks the cohort that is over took here. */
export const TAKEN_HERE = 2;

/**
 * What the cohort that is over came to in the sessions after that: it was taught before the product was in use, so its
 * results were brought over without attempts and hand-ins.
 */
export async function demoResults(
  stage: DemoStage,
  activities: readonly PublishedActivity[],
  learners: readonly DemoLearner[],
): Promise<void> {
  const graded = activities.filter(({ kind, required }) => kind !== 'lesson' && required);
  const staying = learners.filter(({ story }) => story !== 'withdrawn');
  await stage.insert(
    Progress,
    staying.flatMap((learner) => graded.map((activity) => resultOf(stage, learner, activity))),
  );
}

function resultOf(stage: DemoStage, learner: DemoLearner, { id, key, critical }: PublishedActivity) {
  const score = scoreOf(stage, learner, key);
  return {
    enrolmentId: learner.enrolmentId,
    activityId: id,
    state: 'done' as const,
    score,
    criticalScore: critical === null ? null : Math.max(score, criticalLeast(learner)),
    mustPassMet: critical !== null,
    at: stage.clock.now(),
    settledAt: null,
    scoreOpens: null,
  };
}

/** Who did not pass an aspect at once passed it later; whose story is remedial still has to. */
const criticalLeast = ({ story }: DemoLearner): number => (story === 'remedial' ? 0 : CRITICAL_THRESHOLD);

/** From 72 up, by ability; whose story is remedial stays between 55 and 66. */
function scoreOf(stage: DemoStage, { key, ability, story }: DemoLearner, activity: string): number {
  const chance = stage.chance(`score ${activity} ${key}`);
  if (story === 'remedial') return 5500 + 50 * chance.below(23);
  return Math.min(9800, 7200 + ability * 20 + 25 * chance.below(28));
}
