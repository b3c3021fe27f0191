import type { WorkPlace } from '../cohorts/teaching-scope.js';
import type { Submission } from './submission.entity.js';

/** Where a submission belongs, for those who ask whether they may judge it. */
export const workPlaceOf = ({
  cohortId,
  classGroupId,
  submitterKind,
  submitterId,
}: Pick<Submission, 'cohortId' | 'classGroupId' | 'submitterKind' | 'submitterId'>): WorkPlace => ({
  cohortId,
  classGroupId,
  groupId: submitterKind === 'individual' ? null : submitterId,
});
