import {
  COURSE_REQUIREMENTS,
  readRequirements,
  requirementsOf,
  UnreadableRequirements,
} from './requirement-list.js';

describe('reading the requirements of a cohort', () => {
  it('gives back what was stored', () => {
    expect(readRequirements(JSON.parse(JSON.stringify(COURSE_REQUIREMENTS)))).toEqual(COURSE_REQUIREMENTS);
  });

  it.each([
    ['nothing', undefined],
    ['an empty list', []],
    ['something else than a list', { kind: 'finalScore', min: 7000 }],
    ['an entry that is nothing', [null]],
    ['an unknown kind', [{ kind: 'prayer' }]],
    ['the name of an inherited property', [{ kind: 'toString' }]],
    ['a missing threshold', [{ kind: 'finalScore' }]],
    ['a threshold as text', [{ kind: 'finalScore', min: '7000' }]],
    ['a score beyond full marks', [{ kind: 'finalScore', min: 10_001 }]],
    ['a percentage beyond all', [{ kind: 'attendance', minPercent: 101 }]],
    ['no visits at all', [{ kind: 'validVisits', min: 0, minBusinesses: 1 }]],
    ['a component without a name', [{ kind: 'componentScore', component: '', min: 7000 }]],
    ['one twice', [{ kind: 'requiredActivities' }, { kind: 'requiredActivities' }]],
  ])('refuses %s', (_what, stored) => {
    expect(() => readRequirements(stored)).toThrow(UnreadableRequirements);
  });

  it('of a cohort that has none are none', () => {
    expect(requirementsOf({ requirements: [] })).toEqual([]);
    expect(requirementsOf({ requirements: [{ kind: 'requiredActivities' }] })).toHaveLength(1);
    expect(() => requirementsOf({ requirements: [{}] })).toThrow(UnreadableRequirements);
  });

  it('allows two components to be asked for', () => {
    const two = ['practice', 'final'].map((component) => ({ kind: 'componentScore', component, min: 7000 }));
    expect(readRequirements(two)).toEqual(two);
  });
});
