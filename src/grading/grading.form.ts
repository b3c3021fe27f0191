import { type QueueState, queueStates } from './queue-state.js';
import { Choice, Keyed, Text, Whole } from '../platform/web/fields.js';

/** What the queue shows; the desk keeps it on the way through. */
export class QueueQuery {
  @Choice(queueStates, { optional: true }) state: QueueState | null = null;
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) class: number | null = null;
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) activity: number | null = null;
  @Whole({ min: 1, max: 10_000, optional: true }) page: number | null = null;
}

/** The form of the desk, whichever button is pressed. */
export class GradingForm {
  /** By the key of the criterion. */
  @Keyed({ max: 1, entries: 12 }) level: Record<string, string>;
  /** By the enrolment, in per cent; '' is none. */
  @Keyed({ max: 4, entries: 20 }) factor: Record<string, string>;
  @Text({ max: 10_000, optional: true }) feedback: string;
  @Text({ max: 500, optional: true }) reason: string;
  /** The judgement that the page had seen: round and version. */
  @Text({ max: 20, pattern: /^\d{1,6}\.\d{1,9}$/ }) seen: string;
}
