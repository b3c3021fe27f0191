import { EnteredScoresService } from '../results/entered-scores.service.js';
import { EnteredVisits } from '../results/entered-score.entity.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

/** Components that the finished cohort was examined in on paper, and how much easier than the others each was. */
const onPaper = [
  { key: 'midterm', ease: 0, source: 'Lembar ujian tengah' },
  { key: 'practice', ease: 400, source: 'Buku catatan lapangan, dinilai instruktur' },
  { key: 'final', ease: 200, source: 'Lembar ujian akhir dan presentasi' },
] as const;

const businesses = [
  'Keripik kelakai',
  'Anyaman purun',
  'Amplang haruan',
  'Madu kelulut',
  'Warung nasi',
  'Tempe',
];

/** What came on paper: scores of three components, and the visits that the logbooks prove. */
export async function demoScores(
  stage: DemoStage,
  learners: readonly DemoLearner[],
  staffId: number,
): Promise<void> {
  const graded = learners.filter(({ story }) => story !== 'withdrawn');
  for (const { key, ease, source } of onPaper) {
    const scores = graded.map((learner) => ({
      enrolmentId: learner.enrolmentId,
      score: scoreOf(stage, learner, key) + (learner.story === 'remedial' ? 0 : ease),
    }));
    await stage.app.get(EnteredScoresService).keep({ personId: staffId }, key, scores, source);
  }
  await stage.insert(
    EnteredVisits,
    graded.map((learner) => {
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

/** From 72 up, by ability; whose story is remedial stays between 55 and 66. */
function scoreOf(stage: DemoStage, { key, ability, story }: DemoLearner, component: string): number {
  const chance = stage.chance(`score ${component} ${key}`);
  if (story === 'remedial') return 5500 + 50 * chance.below(23);
  return Math.min(9600, 7200 + ability * 18 + 25 * chance.below(24));
}
