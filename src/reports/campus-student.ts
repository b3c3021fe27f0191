import type { Evaluation } from '../results/requirements.js';
import type { Standing } from '../results/standing.js';

/** A student as their campus sees them. */
export interface CampusStudent {
  name: string;
  nim: string;
  studyProgramme: string;
  isWithdrawn: boolean;
  standing: Standing;
  evaluation: Evaluation;
}

export const campusStates = ['qualifies', 'on-the-way', 'withdrawn'] as const;
export type CampusState = (typeof campusStates)[number];

/** How far somebody is: all requirements met for good, not yet, or out of the cohort. */
export function campusState({ isWithdrawn, evaluation }: CampusStudent): CampusState {
  if (isWithdrawn) return 'withdrawn';
  return evaluation.qualifies ? 'qualifies' : 'on-the-way';
}

/** Those whose name or NIM contains the text, capitals or not, of one state unless null. */
export function matchingStudents(
  students: readonly CampusStudent[],
  { search, state }: { search: string; state: CampusState | null },
): CampusStudent[] {
  const text = search.toLowerCase();
  return students.filter(
    (student) =>
      (state === null || campusState(student) === state) &&
      (student.name.toLowerCase().includes(text) || student.nim.toLowerCase().includes(text)),
  );
}
