import type { Message } from '../platform/access/refusals.js';

/** Why a cohort was not opened. */
export type OpeningProblem =
  | { problem: 'ordinalTaken' }
  /** None of this id is there, or it has no sessions yet. */
  | { problem: 'noCourse' }
  | { problem: 'noRoom'; classes: string[] };

/** The field that tells it, and the sentence. */
export function fieldOf(opening: OpeningProblem): {
  field: 'ordinal' | 'course' | 'startsOn';
  message: Message;
} {
  if (opening.problem === 'ordinalTaken')
    return { field: 'ordinal', message: { key: 'cohorts.new.ordinalTaken' } };
  if (opening.problem === 'noCourse') return { field: 'course', message: { key: 'cohorts.new.noCourse' } };
  const values = { classes: opening.classes.join(', ') };
  return { field: 'startsOn', message: { key: 'cohorts.new.noRoom', values } };
}
