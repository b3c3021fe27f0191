import type { WorkState } from './work-standing.js';

/** The parts of a learner's list, in the order in which they are shown. */
export const workSections = ['to-do', 'sent', 'graded', 'later'] as const;
type WorkSection = (typeof workSections)[number];

const SECTIONS: Record<WorkState, WorkSection> = {
  returned: 'to-do',
  overdue: 'to-do',
  draft: 'to-do',
  open: 'to-do',
  'needs-leave': 'to-do',
  'revision-over': 'sent',
  submitted: 'sent',
  graded: 'graded',
  closed: 'later',
};

export const sectionOf = (state: WorkState): WorkSection => SECTIONS[state];

interface ListedWork {
  state: WorkState;
  /** When it has to be done; of what is closed, when it opens. */
  at: Date | null;
}

/** By section; in each what comes first in time stands first, what has no time last. The order given breaks ties. */
export function inListOrder<T extends ListedWork>(works: readonly T[]): T[] {
  const rank = ({ state }: ListedWork): number => workSections.indexOf(sectionOf(state));
  const time = ({ at }: ListedWork): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return works.toSorted((one, other) => rank(one) - rank(other) || time(one) - time(other));
}
