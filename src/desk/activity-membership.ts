interface Situation {
  /** What learners see; null while they see nothing. */
  currentVersionId: number | null;
  newestVersionId: number | null;
  hasDraft: boolean;
  /** Learners of all cohorts who have begun. */
  begun: number;
}

/** Whether an activity belongs to the course for learners, and how it may come and go. */
export interface Membership extends Pick<Situation, 'newestVersionId' | 'begun'> {
  isPublished: boolean;
  /** Learners see it and nobody has begun: taken away, nobody loses anything. */
  mayWithdraw: boolean;
  /** It was published once and learners do not see it now. */
  mayPutBack: boolean;
  /** Nothing was ever written or done here. */
  mayRemove: boolean;
}

export function membershipOf({ currentVersionId, newestVersionId, hasDraft, begun }: Situation): Membership {
  const isPublished = currentVersionId !== null;
  return {
    newestVersionId,
    begun,
    isPublished,
    mayWithdraw: isPublished && begun === 0,
    mayPutBack: !isPublished && newestVersionId !== null,
    mayRemove: newestVersionId === null && !hasDraft && begun === 0,
  };
}
