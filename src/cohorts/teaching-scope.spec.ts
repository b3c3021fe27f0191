import { reaches, type TeachingScope } from './teaching-scope.js';

const office: TeachingScope = { cohortIds: null, ownGroupIds: [], groupIds: [] };
const officeOfOne: TeachingScope = { cohortIds: [1], ownGroupIds: [], groupIds: [] };
const teacher: TeachingScope = { cohortIds: [], ownGroupIds: [11], groupIds: [11, 12] };

describe('the reach of a scope', () => {
  it.each<[string, TeachingScope, number, number | null, number | null, boolean]>([
    ['staff, any cohort', office, 2, null, null, true],
    ['staff of one cohort, that one', officeOfOne, 1, 11, null, true],
    ['staff of one cohort, another', officeOfOne, 2, 11, null, false],
    ['an instructor, the own class', teacher, 1, 11, null, true],
    ['an instructor, a class met', teacher, 1, 12, null, true],
    ['an instructor, another class', teacher, 1, 13, null, false],
    ['an instructor, a group supervised in another class', teacher, 1, 13, 11, true],
    ['an instructor, work of no class', teacher, 1, null, null, false],
    ['nobody', { cohortIds: [], ownGroupIds: [], groupIds: [] }, 1, 11, 12, false],
  ])('%s', (_who, scope, cohortId, classGroupId, groupId, expected) => {
    expect(reaches(scope, { cohortId, classGroupId, groupId })).toBe(expected);
  });
});
