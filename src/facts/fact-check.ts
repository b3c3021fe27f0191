import type { Fact } from '../courses/fact.entity.js';

/**
 * Why a fact has to be looked at before the next cohort: its time is over, the last look was too long ago, or a flag
 * stands on it and no person has looked since.
 */
export type CheckReason = 'expired' | 'old' | 'flagged';

/** The days that decide, local. */
export interface CheckDays {
  /** What ends before it is over: the start of the last cohort, or today where that is past. */
  until: string;
  /** A look before it is too old; null while the course has no cohort. */
  since: string | null;
}

type CheckedFact = Pick<Fact, 'checkedOn' | 'checkedById' | 'expiresOn' | 'flag'>;

/** A look counts for a cohort from sixty days before it starts. */
const DAYS_BEFORE = 60;
const DAY_MS = 86_400_000;

/** `lastStart` is the first day of the course's last cohort, planned ones too. */
export function checkDays(lastStart: string | null, today: string): CheckDays {
  if (lastStart === null) return { until: today, since: null };
  const since = new Date(Date.parse(`${lastStart}T00:00:00Z`) - DAYS_BEFORE * DAY_MS);
  return { until: lastStart > today ? lastStart : today, since: since.toISOString().slice(0, 10) };
}

/** Empty: nothing to do before the next cohort. */
export function checkReasons(fact: CheckedFact, { until, since }: CheckDays): CheckReason[] {
  const isExpired = fact.expiresOn !== null && fact.expiresOn < until;
  const isOld = since !== null && fact.checkedOn < since;
  const isUnseen = fact.flag !== null && (fact.checkedById === null || isOld);
  const reasons: [CheckReason, boolean][] = [
    ['expired', isExpired],
    ['old', isOld],
    ['flagged', isUnseen],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

interface Weighed {
  fact: Pick<Fact, 'key' | 'checkedOn' | 'flag'>;
  reasons: readonly CheckReason[];
}

/** What has to be checked first, then what bears a flag; within them the longest unseen first. */
export function byUrgency(a: Weighed, b: Weighed): number {
  const rank = ({ fact, reasons }: Weighed): number => (reasons.length > 0 ? 0 : fact.flag ? 1 : 2);
  return (
    rank(a) - rank(b) ||
    a.fact.checkedOn.localeCompare(b.fact.checkedOn) ||
    a.fact.key.localeCompare(b.fact.key)
  );
}
