const DAY = 24 * 3_600_000;

/** How often returned work may be revised, and for how many days after each return. */
export interface RevisionRule {
  times: number;
  days: number;
}

export const REVISION_RULE: RevisionRule = { times: 1, days: 7 };

export type RevisionRefusal =
  { reason: 'revision-used'; times: number } | { reason: 'revision-over'; until: Date };

/**
 * May returned work be handed in again now? `revisions` counts how often it was already. Seven days are seven
 * times 24 hours from the return, the last instant included. Revising has no penalty of its own.
 */
export function decideRevision(
  returnedAt: Date,
  revisions: number,
  now: Date,
  rule: RevisionRule = REVISION_RULE,
): { until: Date } | { refusal: RevisionRefusal } {
  const until = new Date(returnedAt.getTime() + rule.days * DAY);
  if (revisions >= rule.times) return { refusal: { reason: 'revision-used', times: rule.times } };
  return now <= until ? { until } : { refusal: { reason: 'revision-over', until } };
}
