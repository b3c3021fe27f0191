import * as fc from 'fast-check';
import { meetingsNeeded } from './judge-requirement.js';
import { Requirement, requirementKey } from './requirement.js';
import { COURSE_REQUIREMENTS } from './requirement-list.js';
import { evaluateRequirements } from './requirements.js';
import { Standing } from './standing.js';

const aspect = (key: string, score: number | null, isMustPassRight = true) => ({
  key,
  title: key,
  score,
  isMustPassRight,
});
const activity = (key: string, isDone: boolean) => ({ key, title: key, isDone });

const passing: Standing = {
  plannedMeetings: 24,
  heldMeetings: 24,
  presentMeetings: 20,
  result: { score: 7000, isFinal: true },
  components: { practice: { score: 7000, isFinal: true } },
  criticalAspects: [aspect('P3', 8000), aspect('P8', 9000), aspect('P9', 8000), aspect('P14', 10_000)],
  validVisits: [4],
  requiredActivities: [activity('T1', true), activity('T2', true)],
};

/** The only outcome of one requirement. */
function judged(requirement: Requirement, change: Partial<Standing>, waivers = [] as string[]) {
  const { outcomes, qualifies } = evaluateRequirements(
    [requirement],
    { ...passing, ...change },
    waivers.map((key) => ({ requirement: key, reason: 'Ill for two weeks' })),
  );
  return { ...outcomes[0], qualifies };
}

describe('meetings needed', () => {
  it.each([
    [24, 80, 20],
    [25, 80, 20],
    [26, 80, 21],
    [24, 75, 18],
    [24, 100, 24],
    [0, 80, 0],
  ])('of %i planned at %i %%: %i', (planned, percent, needed) => {
    expect(meetingsNeeded(planned, percent)).toBe(needed);
  });
});

describe('the requirements of the course', () => {
  const final: Requirement = { kind: 'finalScore', min: 7000 };
  const practice: Requirement = { kind: 'componentScore', component: 'practice', min: 7000 };
  const critical: Requirement = { kind: 'criticalAspects', min: 8000, mustPass: true };
  const attendance: Requirement = { kind: 'attendance', minPercent: 80 };
  const visits: Requirement = { kind: 'validVisits', min: 4, minBusinesses: 1 };
  const twoBusinesses: Requirement = { kind: 'validVisits', min: 4, minBusinesses: 2 };
  const required: Requirement = { kind: 'requiredActivities' };

  it.each<[string, Requirement, Partial<Standing>, 'met' | 'unmet', number | null, number]>([
    ['20 of 24 meetings', attendance, { presentMeetings: 20 }, 'met', 20, 20],
    ['19 of 24 meetings', attendance, { presentMeetings: 19 }, 'unmet', 19, 20],
    ['a final result of 70,00', final, { result: { score: 7000, isFinal: true } }, 'met', 7000, 7000],
    ['a final result of 69,99', final, { result: { score: 6999, isFinal: true } }, 'unmet', 6999, 7000],
    ['no result yet', final, { result: { score: null, isFinal: false } }, 'unmet', null, 7000],
    [
      'practice at 69,99',
      practice,
      { components: { practice: { score: 6999, isFinal: true } } },
      'unmet',
      6999,
      7000,
    ],
    ['a component nobody knows', practice, { components: {} }, 'unmet', null, 7000],
    ['all aspects met', critical, {}, 'met', 4, 4],
    ['an aspect at 79,99', critical, { criticalAspects: [aspect('P3', 7999)] }, 'unmet', 0, 1],
    ['an aspect not taken', critical, { criticalAspects: [aspect('P3', null)] }, 'unmet', 0, 1],
    ['a must-pass question wrong', critical, { criticalAspects: [aspect('P8', 9500, false)] }, 'unmet', 0, 1],
    ['four visits to one business', visits, { validVisits: [1, 4] }, 'met', 4, 4],
    ['four visits over two businesses', visits, { validVisits: [2, 2] }, 'unmet', 2, 4],
    ['no business', visits, { validVisits: [] }, 'unmet', 0, 4],
    ['four visits to each of two', twoBusinesses, { validVisits: [4, 5] }, 'met', 4, 4],
    ['the second business visited thrice', twoBusinesses, { validVisits: [3, 6] }, 'unmet', 3, 4],
    ['everything required done', required, {}, 'met', 2, 2],
    ['one task open', required, { requiredActivities: [activity('T4', false)] }, 'unmet', 0, 1],
  ])('%s', (_case, requirement, change, state, value, threshold) => {
    expect(judged(requirement, change)).toMatchObject({
      state,
      value,
      threshold,
      qualifies: state === 'met',
    });
  });

  it.each<[Requirement, Partial<Standing>, object]>([
    [
      attendance,
      { presentMeetings: 19, heldMeetings: 22 },
      { kind: 'attendance', present: 19, held: 22, planned: 24, needed: 20 },
    ],
    [final, { result: { score: 6890, isFinal: true } }, { kind: 'finalScore', score: 6890, min: 7000 }],
    [
      critical,
      { criticalAspects: [aspect('P9', 8800), aspect('P14', 6500)] },
      { kind: 'criticalAspects', met: 1, total: 2, min: 8000, unmet: [aspect('P14', 6500)] },
    ],
    [
      practice,
      { components: { practice: { score: 6600, isFinal: true } } },
      { kind: 'componentScore', component: 'practice', score: 6600, min: 7000 },
    ],
    [
      visits,
      { validVisits: [3, 1] },
      { kind: 'validVisits', visits: 3, min: 4, businesses: 0, minBusinesses: 1 },
    ],
    [
      required,
      { requiredActivities: [activity('T1', true), activity('T4', false)] },
      { kind: 'requiredActivities', done: 1, total: 2, open: [activity('T4', false)] },
    ],
  ])('says why in numbers: %j', (requirement, change, reason) => {
    expect(judged(requirement, change).reason).toEqual(reason);
  });

  it('does not certify anyone on a result that may still change', () => {
    expect(judged(final, { result: { score: 8215, isFinal: false } })).toMatchObject({
      state: 'met',
      isProvisional: true,
      qualifies: false,
    });
  });

  it('does not judge what the list of the cohort lacks', () => {
    const { outcomes, qualifies } = evaluateRequirements([final], { ...passing, presentMeetings: 0 }, []);
    expect(outcomes.map((outcome) => outcome.key)).toEqual(['finalScore']);
    expect(qualifies).toBe(true);
  });

  it('names two component requirements apart', () => {
    expect(requirementKey(practice)).toBe('componentScore:practice');
  });
});

describe('a waiver', () => {
  const attendance: Requirement = { kind: 'attendance', minPercent: 80 };
  const final: Requirement = { kind: 'finalScore', min: 7000 };

  it('lets the requirement pass, still showing the numbers and its reason', () => {
    expect(judged(attendance, { presentMeetings: 18 }, ['attendance'])).toMatchObject({
      state: 'waived',
      waivedBecause: 'Ill for two weeks',
      value: 18,
      threshold: 20,
      qualifies: true,
    });
  });

  it('is not needed where the requirement is met', () => {
    expect(judged(attendance, {}, ['attendance'])).toMatchObject({ state: 'met', waivedBecause: null });
  });

  it('counts where the score is only provisional', () => {
    const change = { result: { score: 7500, isFinal: false } };
    expect(judged(final, change, ['finalScore'])).toMatchObject({ state: 'waived', qualifies: true });
  });

  it('of another requirement changes nothing', () => {
    expect(judged(attendance, { presentMeetings: 18 }, ['finalScore'])).toMatchObject({ state: 'unmet' });
  });
});

describe('laws of the evaluation', () => {
  const score = fc.option(fc.integer({ min: 0, max: 10_000 }));
  const standingScore = fc.record({ score, isFinal: fc.boolean() });
  const anyStanding: fc.Arbitrary<Standing> = fc.record({
    plannedMeetings: fc.constant(24),
    heldMeetings: fc.nat({ max: 24 }),
    presentMeetings: fc.integer({ min: 15, max: 24 }),
    result: standingScore,
    components: fc.record({ practice: standingScore }),
    criticalAspects: fc.array(
      fc.record({ key: fc.string(), title: fc.string(), score, isMustPassRight: fc.boolean() }),
      { maxLength: 4 },
    ),
    validVisits: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
    requiredActivities: fc.array(fc.record({ key: fc.string(), title: fc.string(), isDone: fc.boolean() }), {
      maxLength: 3,
    }),
  });
  const keys = COURSE_REQUIREMENTS.map(requirementKey);
  const waivers = fc
    .subarray(keys)
    .map((some) => some.map((requirement) => ({ requirement, reason: 'decided' })));

  it('waiving one more never takes a certificate away', () => {
    fc.assert(
      fc.property(anyStanding, waivers, fc.constantFrom(...keys), (standing, some, requirement) => {
        const before = evaluateRequirements(COURSE_REQUIREMENTS, standing, some);
        const after = evaluateRequirements(COURSE_REQUIREMENTS, standing, [
          ...some,
          { requirement, reason: 'r' },
        ]);
        if (before.qualifies) expect(after.qualifies).toBe(true);
      }),
    );
  });

  it('waiving everything lets anyone through', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const all = keys.map((requirement) => ({ requirement, reason: 'decided' }));
        expect(evaluateRequirements(COURSE_REQUIREMENTS, standing, all).qualifies).toBe(true);
      }),
    );
  });

  it('asking for nothing lets nobody through', () => {
    fc.assert(
      fc.property(anyStanding, waivers, (standing, some) => {
        expect(evaluateRequirements([], standing, some)).toEqual({ outcomes: [], qualifies: false });
      }),
    );
  });

  it('asking for more never lets more people through', () => {
    const someOfThem = fc.subarray([...COURSE_REQUIREMENTS], { minLength: 1 });
    fc.assert(
      fc.property(anyStanding, waivers, someOfThem, (standing, some, fewer) => {
        const all = evaluateRequirements(COURSE_REQUIREMENTS, standing, some);
        if (all.qualifies) expect(evaluateRequirements(fewer, standing, some).qualifies).toBe(true);
      }),
    );
  });

  it('one meeting more never takes a certificate away', () => {
    fc.assert(
      fc.property(anyStanding, waivers, (standing, some) => {
        const more = { ...standing, presentMeetings: standing.presentMeetings + 1 };
        const before = evaluateRequirements(COURSE_REQUIREMENTS, standing, some);
        if (before.qualifies) {
          expect(evaluateRequirements(COURSE_REQUIREMENTS, more, some).qualifies).toBe(true);
        }
      }),
    );
  });
});
