import { changedRoles, type GivenRole, type HeldGrant, roleChanges } from './role-changes.js';

const student: HeldGrant = { id: 1, role: 'student', scope: 'everything', scopeId: null };
const teacher: HeldGrant = { id: 2, role: 'instructor', scope: 'everything', scopeId: null };
const teacherOfOne: HeldGrant = { id: 3, role: 'instructor', scope: 'cohort', scopeId: 7 };
const ofUin: HeldGrant = { id: 4, role: 'coordinator', scope: 'campus', scopeId: 10 };
const ofAll: HeldGrant = { id: 5, role: 'coordinator', scope: 'everything', scopeId: null };

describe('what has to change for somebody to hold', () => {
  it.each<[string, HeldGrant[], GivenRole[], number[], number[], string[]]>([
    ['what they hold: nothing', [teacher, ofUin], ['instructor'], [10], [], []],
    ['a new role', [], ['staff'], [], [], ['staff everything']],
    ['one role fewer', [teacher, ofUin], [], [10], [2], []],
    ['a role of one cohort, which stays so', [teacherOfOne], ['instructor'], [], [], []],
    ['no role of one cohort', [teacherOfOne, teacher], [], [], [3, 2], []],
    ['another campus', [ofUin], [], [11], [4], ['coordinator campus 11']],
    ['one campus more', [ofUin], [], [10, 11], [], ['coordinator campus 11']],
    ['nothing: students stay students', [student], [], [], [], []],
    ['nothing: coordinators of everything stay', [ofAll], [], [], [], []],
  ])('%s', (_what, held, roles, campusIds, end, add) => {
    const changes = roleChanges(held, { roles, campusIds });
    expect(changes.end).toEqual(end);
    expect(
      changes.add.map(({ role, scope, scopeId }) => [role, scope, scopeId].filter(Boolean).join(' ')),
    ).toEqual(add);
  });

  it('names each changed role once', () => {
    const changes = roleChanges([ofUin, teacher], { roles: ['staff'], campusIds: [11] });
    expect(changedRoles([ofUin, teacher], changes)).toEqual(['coordinator', 'instructor', 'staff']);
  });
});
