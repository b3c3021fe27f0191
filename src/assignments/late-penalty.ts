const DAY = 24 * 3_600_000;

/** What each started day of delay costs and where that ends, in 1/100 of a point of a maximum of 100. */
export interface LateRule {
  perDay: number;
  most: number;
}

/** Ten of a hundred for each started 24 hours, to thirty; later than that needs the instructor's leave. */
export const LATE_RULE: LateRule = { perDay: 1000, most: 3000 };

interface Lateness {
  /** Started 24 hours after the due date; 0 in time. */
  days: number;
  /** What it takes off the score, in 1/100 of a point. */
  penalty: number;
  /** Handed in so late that only leave makes it count, with the penalty at its most. */
  needsLeave: boolean;
}

/**
 * How late work is. `dueAt` has the person's extension in it already, which is how illness costs nothing; `null`
 * is never late. A revision keeps the lateness of the first time.
 */
export function latenessOf(submittedAt: Date, dueAt: Date | null, rule: LateRule = LATE_RULE): Lateness {
  const over = dueAt === null ? 0 : submittedAt.getTime() - dueAt.getTime();
  const days = Math.max(0, Math.ceil(over / DAY));
  return { days, penalty: penaltyOf(days, rule), needsLeave: days * rule.perDay > rule.most };
}

/** What so many started days take off the score, in 1/100 of a point. */
export const penaltyOf = (daysLate: number, rule: LateRule = LATE_RULE): number =>
  Math.min(daysLate * rule.perDay, rule.most);

/** The score after the penalty, which is of the maximum and not of the score; never below nothing. */
export function afterPenalty(score: number, penalty: number): number {
  return Math.max(0, score - penalty);
}
