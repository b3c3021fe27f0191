import type { Grant, Role } from '../platform/access/actor.js';

/** The roles that the office gives; learners become students by being enrolled. */
export const givenRoles = ['instructor', 'coordinator', 'staff', 'admin'] as const;
export type GivenRole = (typeof givenRoles)[number];

export interface HeldGrant extends Grant {
  id: number;
}

interface RoleChanges {
  /** Ids of grants that end. */
  end: number[];
  add: Grant[];
}

/** Who is a coordinator is one of campuses; the other roles are held or not. */
export interface WantedRoles {
  roles: readonly GivenRole[];
  /** Ids of the campuses to coordinate. */
  campusIds: readonly number[];
}

/**
 * What has to end and to begin for somebody to hold the wanted roles. A role that is held for some cohorts only stays
 * so; a new one is for everything. Being a student, and coordinating what is no campus, are left alone.
 */
export function roleChanges(held: readonly HeldGrant[], { roles, campusIds }: WantedRoles): RoleChanges {
  const plain = givenRoles.filter((role) => role !== 'coordinator');
  const isPlain = (role: Role): boolean => plain.some((each) => each === role);
  const coordinated = held.filter(({ role, scope }) => role === 'coordinator' && scope === 'campus');
  const ended = [
    ...held.filter(({ role }) => isPlain(role) && !roles.some((each) => each === role)),
    ...coordinated.filter(({ scopeId }) => !campusIds.some((id) => id === scopeId)),
  ];
  const begun = plain.filter((role) => roles.includes(role) && !held.some((grant) => grant.role === role));
  const newCampuses = campusIds.filter((id) => !coordinated.some(({ scopeId }) => scopeId === id));
  return {
    end: ended.map(({ id }) => id),
    add: [
      ...begun.map((role): Grant => ({ role, scope: 'everything', scopeId: null })),
      ...newCampuses.map((scopeId): Grant => ({ role: 'coordinator', scope: 'campus', scopeId })),
    ],
  };
}

/** What the changes end or begin, each once. */
export const changedRoles = (held: readonly HeldGrant[], { end, add }: RoleChanges): Role[] => [
  ...new Set([...held.filter(({ id }) => end.includes(id)), ...add].map(({ role }) => role)),
];
