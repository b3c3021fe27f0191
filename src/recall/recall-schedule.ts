/** So many days after the last time a missed question is asked again; the steps of spaced retrieval. */
export const STEP_DAYS = [2, 7, 21] as const;

/** The step of a question that was right three times in a row: it is asked no more. */
export const DONE = STEP_DAYS.length;

const DAY = 24 * 3_600_000;

/** An answer in an ended attempt that did not earn all its points. */
export interface Miss {
  questionId: number;
  /** The number of the session (P1 … P24) that the question belongs to. */
  session: number;
  missedAt: Date;
  /** The learner may see what was right. */
  isReviewed: boolean;
}

/** What the answers so far came to. */
export interface RecallState {
  questionId: number;
  /** Of `STEP_DAYS` the one that comes next, from 0; `DONE` after the last. */
  step: number;
  dueAt: Date | null;
  answeredAt: Date;
  /** How often it was asked again. */
  times: number;
}

/** A question to be asked again, from `dueAt` on; null: no more. */
export interface ScheduledQuestion extends Pick<RecallState, 'questionId' | 'step' | 'dueAt' | 'times'> {
  session: number;
}

/** A right answer moves on by a step, a wrong one starts again. */
export function afterAnswer(
  step: number,
  isRight: boolean,
  now: Date,
): Pick<ScheduledQuestion, 'step' | 'dueAt'> {
  const next = isRight ? step + 1 : 0;
  return { step: Math.min(next, DONE), dueAt: dueAfter(next, now) };
}

/**
 * Each missed question once. One that was missed again after it was last asked starts from the beginning. Left out
 * are those whose key may not be seen yet, and those of an attempt that runs (`held`).
 */
export function recallItems(
  misses: readonly Miss[],
  states: readonly RecallState[],
  held: ReadonlySet<number>,
): ScheduledQuestion[] {
  const stateOf = new Map(states.map((state) => [state.questionId, state]));
  const last = new Map<number, Miss>();
  for (const miss of misses.filter(({ questionId, isReviewed }) => isReviewed && !held.has(questionId)))
    if (miss.missedAt >= (last.get(miss.questionId)?.missedAt ?? miss.missedAt))
      last.set(miss.questionId, miss);
  return [...last.values()].map((miss) => itemOf(miss, stateOf.get(miss.questionId)));
}

function itemOf({ questionId, session, missedAt }: Miss, state: RecallState | undefined): ScheduledQuestion {
  if (state && state.answeredAt >= missedAt) {
    const { step, dueAt, times } = state;
    return { questionId, session, step, dueAt, times };
  }
  return { questionId, session, step: 0, dueAt: dueAfter(0, missedAt), times: state?.times ?? 0 };
}

function dueAfter(step: number, at: Date): Date | null {
  const days = STEP_DAYS[step];
  return days === undefined ? null : new Date(at.getTime() + days * DAY);
}
