const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * What a quiz allows; from its version's settings. Three attempts echo Permenaker 6/2025, article 33 (up to three
 * assessments); the day between them is the course's own.
 */
export interface AttemptSettings {
  maxAttempts: number;
  /** Hours from one attempt's end to the next one's start. */
  gapHours: number;
  /** Minutes for one attempt, or `null` where only the due date ends it. */
  limitMinutes: number | null;
}

/** When this person may take the quiz: the activity's dates with the person's extension already in them. */
export interface AttemptWindow {
  /** False once the enrolment has finished: it only looks back. */
  isActive: boolean;
  /** False while the meeting that its dates hang on has no date. */
  isPlanned: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
  /** Minutes that an extension adds to the limit. */
  extraMinutes: number;
}

export interface PastAttempt {
  id: number;
  number: number;
  submittedAt: Date | null;
  deadlineAt: Date | null;
}

export type StartRefusal =
  | { reason: 'finished' }
  | { reason: 'not-planned' }
  | { reason: 'not-open-yet'; opensAt: Date }
  | { reason: 'closed'; dueAt: Date }
  | { reason: 'no-attempts-left'; maxAttempts: number }
  | { reason: 'too-soon'; from: Date }
  /** The bank of the course has none for this quiz. */
  | { reason: 'no-questions' };

export type StartDecision =
  { start: { number: number } } | { resume: { id: number } } | { refusal: StartRefusal };

/**
 * May this person begin an attempt now? An attempt still running is resumed, whatever else holds. Otherwise the
 * window, then the number of attempts, then the gap decide. `past` holds all attempts of the enrolment; one
 * whose time ran out ended at its deadline, even where nobody has closed it yet.
 */
export function decideStart(
  past: readonly PastAttempt[],
  settings: AttemptSettings,
  window: AttemptWindow,
  now: Date,
): StartDecision {
  const running = past.find((attempt) => endOf(attempt, now) === null);
  if (running) return { resume: { id: running.id } };
  const { isActive, isPlanned, opensAt, dueAt } = window;
  if (!isActive) return { refusal: { reason: 'finished' } };
  if (!isPlanned) return { refusal: { reason: 'not-planned' } };
  if (opensAt && now < opensAt) return { refusal: { reason: 'not-open-yet', opensAt } };
  if (dueAt && now >= dueAt) return { refusal: { reason: 'closed', dueAt } };
  const { maxAttempts, gapHours } = settings;
  if (past.length >= maxAttempts) return { refusal: { reason: 'no-attempts-left', maxAttempts } };
  const lastEnd = Math.max(...past.map((attempt) => endOf(attempt, now)?.getTime() ?? 0));
  const from = new Date(lastEnd + gapHours * HOUR);
  if (past.length > 0 && now < from) return { refusal: { reason: 'too-soon', from } };
  return { start: { number: Math.max(0, ...past.map(({ number }) => number)) + 1 } };
}

/** When an attempt ended: its submission or, where its time ran out, its deadline; `null` while it runs. */
function endOf({ submittedAt, deadlineAt }: PastAttempt, now: Date): Date | null {
  if (submittedAt) return submittedAt;
  return deadlineAt && now > deadlineAt ? deadlineAt : null;
}

/**
 * The last instant at which an attempt begun now takes answers: the limit with its extra minutes, but never
 * after the quiz is due; `null` where neither is set. Stored with the attempt when it begins, and computed again
 * only where an extension is granted while it runs.
 */
export function attemptDeadline(
  startedAt: Date,
  limitMinutes: number | null,
  window: AttemptWindow,
): Date | null {
  const ends = [
    ...(limitMinutes === null ? [] : [startedAt.getTime() + (limitMinutes + window.extraMinutes) * MINUTE]),
    ...(window.dueAt ? [window.dueAt.getTime()] : []),
  ];
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/**
 * The instant that is recorded as an attempt's submission: now, or its deadline where that has passed. An attempt
 * that carries its deadline was thus ended by the clock, and late answers may still reach it (`decideAnswer`).
 */
export function submissionTime(deadlineAt: Date | null, now: Date): Date {
  return deadlineAt && now > deadlineAt ? deadlineAt : now;
}
