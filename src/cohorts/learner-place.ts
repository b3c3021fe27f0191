import type { CohortRules } from './cohort-rules.js';
import type { CohortStatus } from './cohort.entity.js';
import type { EnrolmentStatus } from './enrolment.entity.js';
import type { GroupKind } from './group.entity.js';

export interface GroupRef {
  id: number;
  name: string;
}

/** Where a learner stands: the enrolment that all of their work hangs on, its cohort and its groups. */
export interface LearnerPlace {
  enrolmentId: number;
  personId: number;
  status: EnrolmentStatus;
  /** The student number that the enrolment was made with. */
  nim: string | null;
  cohort: {
    id: number;
    courseId: number;
    ordinal: number;
    label: string;
    startsOn: string;
    status: CohortStatus;
    rules: CohortRules;
  };
  groups: Record<GroupKind, GroupRef | null>;
}
