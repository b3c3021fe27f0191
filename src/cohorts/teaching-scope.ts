/** Whose work somebody may see and judge. */
export interface TeachingScope {
  /** Cohorts of which they may see everything; `null`: every one. */
  cohortIds: readonly number[] | null;
  /** Classes, teams and pairs that they supervise: their own. */
  ownGroupIds: readonly number[];
  /** Those, and the classes in which they hold a meeting. */
  groupIds: readonly number[];
}

/** Where work belongs: the class and, where it is a group's, the team or pair. */
export interface WorkPlace {
  cohortId: number;
  classGroupId: number | null;
  groupId: number | null;
}

/** Does this work lie within the scope? */
export function reaches(scope: TeachingScope, { cohortId, classGroupId, groupId }: WorkPlace): boolean {
  if (scope.cohortIds === null || scope.cohortIds.includes(cohortId)) return true;
  return [classGroupId, groupId].some((id) => id !== null && scope.groupIds.includes(id));
}
