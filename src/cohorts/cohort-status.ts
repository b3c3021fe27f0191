import type { CohortStatus } from './cohort.entity.js';

const next: Record<CohortStatus, readonly CohortStatus[]> = {
  planned: ['running'],
  running: ['finished'],
  finished: ['running'],
};

/** What staff may make of a cohort now. A finished one can be opened again: a mark may have been forgotten. */
export const statusesAfter = (status: CohortStatus): readonly CohortStatus[] => next[status];
