import { buildStanding, type Done, type JudgedActivity, type StandingSources } from './build-standing.js';

const activity = (id: number, more: Partial<JudgedActivity> = {}): JudgedActivity => ({
  id,
  key: `a${id}`,
  title: `Kegiatan ${id}`,
  required: true,
  component: 'kuis',
  critical: null,
  weight: 1,
  ...more,
});
const done = (score: number | null, more: Partial<Done> = {}): Done => ({
  state: 'done',
  score,
  criticalScore: score,
  mustPassMet: true,
  ...more,
});
const build = (more: Partial<StandingSources>) =>
  buildStanding({
    rules: {
      components: [
        { key: 'kuis', name: 'Kuis', weight: 4000 },
        { key: 'akhir', name: 'Ujian akhir', weight: 6000 },
      ],
      criticalAspects: [{ key: 'etika', name: 'Etika' }],
    },
    isClosed: false,
    activities: [],
    progress: new Map(),
    entered: new Map(),
    attendance: { plannedMeetings: 24, heldMeetings: 10, presentMeetings: 9 },
    validVisits: [],
    isDuePassed: () => false,
    ...more,
  });

describe('the standing of an enrolment', () => {
  it('weighs graded activities and entered scores together', () => {
    const { result } = build({
      activities: [activity(1), activity(2)],
      progress: new Map([
        [1, done(8000)],
        [2, done(9000)],
      ]),
      entered: new Map([['akhir', { score: 7000, source: 'Lembar ujian' }]]),
    });
    expect(result.final).toBe(7600);
  });

  it.each<[string, Partial<Done> | null, boolean, boolean, number | null]>([
    ['nothing done, not due', null, false, false, null],
    ['nothing done, due passed', null, true, false, 0],
    ['nothing done, closed', null, false, true, 0],
    ['only begun, due passed', { state: 'started', score: null }, true, false, 0],
    ['handed in, due passed', { state: 'submitted', score: null }, true, false, null],
    ['returned, due passed', { state: 'returned', score: null }, true, false, null],
    ['graded', { score: 8500 }, true, false, 8500],
  ])('%s', (_what, progress, isDuePassed, isClosed, score) => {
    const { result } = build({
      activities: [activity(1)],
      progress: new Map(progress ? [[1, done(null, progress)]] : []),
      isDuePassed: () => isDuePassed,
      isClosed,
    });
    expect(result.components[0]?.score).toBe(score);
  });

  it('counts an activity without a component for no grade, but asks for it', () => {
    const { standing, result } = build({ activities: [activity(1, { component: null })] });
    expect(result.components[0]?.score).toBeNull();
    expect(standing.requiredActivities).toEqual([{ key: 'a1', title: 'Kegiatan 1', isDone: false }]);
  });

  it.each<[string, (Partial<Done> | null)[], number | null, boolean]>([
    ['the worse of two proofs counts', [{ criticalScore: 9000 }, { criticalScore: 8000 }], 8000, true],
    ['one wrong must-pass item spoils it', [{ criticalScore: 9000, mustPassMet: false }], 9000, false],
    ['a proof not given yet', [{ criticalScore: 9000 }, null], null, false],
  ])('of a critical aspect %s', (_what, proofs, score, isMustPassRight) => {
    const { standing } = build({
      activities: proofs.map((_, index) => activity(index + 1, { critical: 'etika' })),
      progress: new Map(
        proofs.flatMap((proof, index) => (proof ? [[index + 1, done(8000, proof)] as const] : [])),
      ),
    });
    expect(standing.criticalAspects).toEqual([{ key: 'etika', title: 'Etika', score, isMustPassRight }]);
  });

  it('does not judge an aspect that nothing in the course proves', () => {
    expect(build({ activities: [activity(1)] }).standing.criticalAspects).toEqual([]);
  });
});
