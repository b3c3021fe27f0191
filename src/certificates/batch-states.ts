/**
 * proposed → confirmed → published, or cancelled before it is confirmed, or undone before it is published.
 * What was published is never taken back as a batch: a certificate is then revoked, one by one.
 */
export type BatchState = 'proposed' | 'confirmed' | 'published' | 'cancelled' | 'undone';

/** What may be done to a batch; `by` is the person who does it. */
export type BatchAction =
  | { readonly kind: 'confirm'; readonly by: number; readonly publishAfter: Date }
  | { readonly kind: 'publish' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'undo' };

export interface Batch {
  readonly state: BatchState;
  readonly proposedById: number;
  readonly confirmedById: number | null;
  /** Until then a confirmed batch may be undone, from then on it may be published. */
  readonly publishAfter: Date | null;
}

interface BatchSettings {
  /** The office has one person only, who may confirm the own proposal. */
  readonly onePersonOffice: boolean;
}

export type BatchRefusal =
  /** The batch has moved on, perhaps by someone else's hand a moment ago. */
  | { readonly reason: 'wrong-state'; readonly state: BatchState }
  /** A second person has to look. */
  | { readonly reason: 'same-person' }
  /** The time for undoing is not over. */
  | { readonly reason: 'too-early'; readonly publishAfter: Date };

type BatchDecision = { readonly batch: Batch } | { readonly refusal: BatchRefusal };

const NEXT: Record<BatchState, Partial<Record<BatchAction['kind'], BatchState>>> = {
  proposed: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { publish: 'published', undo: 'undone' },
  published: {},
  cancelled: {},
  undone: {},
};

/** What a batch becomes by an action at an instant, or why it stays as it is. Nothing moves by itself. */
export function advanceBatch(
  batch: Batch,
  action: BatchAction,
  settings: BatchSettings,
  now: Date,
): BatchDecision {
  const state = NEXT[batch.state][action.kind];
  if (!state) return { refusal: { reason: 'wrong-state', state: batch.state } };
  if (action.kind === 'confirm') {
    if (action.by === batch.proposedById && !settings.onePersonOffice) {
      return { refusal: { reason: 'same-person' } };
    }
    return { batch: { ...batch, state, confirmedById: action.by, publishAfter: action.publishAfter } };
  }
  if (action.kind === 'publish' && batch.publishAfter && now < batch.publishAfter) {
    return { refusal: { reason: 'too-early', publishAfter: batch.publishAfter } };
  }
  return { batch: { ...batch, state } };
}
