import { EnteredVisits } from '../results/entered-score.entity.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

const businesses = [
  'Keripik kelakai',
  'Anyaman purun',
  'Amplang haruan',
  'Madu kelulut',
  'Warung nasi',
  'Tempe',
];

/** The visits that the logbooks prove, entered from paper. */
export async function demoVisits(
  stage: DemoStage,
  learners: readonly DemoLearner[],
  staffId: number,
): Promise<void> {
  await stage.insert(
    EnteredVisits,
    learners
      .filter(({ story }) => story !== 'withdrawn')
      .map((learner) => {
        const chance = stage.chance(`visits ${learner.key}`);
        return {
          enrolmentId: learner.enrolmentId,
          business: businesses[chance.below(businesses.length)],
          visits: learner.story === 'remedial' && chance.below(2) === 0 ? 3 : 4 + chance.below(3),
          source: 'Buku catatan lapangan',
          at: stage.clock.now(),
          enteredById: staffId,
        };
      }),
  );
}
