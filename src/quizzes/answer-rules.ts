import { LATE_ANSWER_MS } from '../progress/shown-score.js';

/** Of late answers: they count (exit quizzes), or they wait for the instructor (midterm, final). */
export type LateAnswers = 'count' | 'wait';

export interface ArrivingAnswer {
  attempt: { startedAt: Date; deadlineAt: Date | null; submittedAt: Date | null };
  /** The counter of the stored answer, and the one that the sending page had seen. */
  seq: { stored: number; seen: number };
  /** The client key stands in the answer log already: this answer was received before. */
  isKeyKnown: boolean;
  /** It says what the stored answer says. */
  isSame: boolean;
  now: Date;
  /** When the answer was written by the phone's clock; `null` from a plain form. */
  clientAt: Date | null;
  lateAnswers: LateAnswers;
}

/**
 * What becomes of an answer. Every one that says something new is logged, whatever becomes of it.
 * - `write`: it becomes the stored answer;
 * - `repeat`: it came before; give the same reply again and write nothing;
 * - `unchanged`: the stored answer says the same, so nothing is written, also where the page is stale;
 * - `conflict`: its page is stale; both versions are shown and nothing is overwritten;
 * - `late-counts`: becomes the stored answer, marked late;
 * - `late-waits`: marked late, the stored answer stays until the instructor decides;
 * - `too-late`: kept apart, for a person to see; it changes nothing.
 */
export type AnswerDecision =
  'write' | 'repeat' | 'unchanged' | 'conflict' | 'late-counts' | 'late-waits' | 'too-late';

export function decideAnswer(answer: ArrivingAnswer): AnswerDecision {
  if (answer.isKeyKnown) return 'repeat';
  if (wasHandedIn(answer.attempt)) return 'too-late';
  const { deadlineAt } = answer.attempt;
  const isInTime = deadlineAt === null || answer.now <= deadlineAt;
  const late = isInTime ? null : decideLate(answer, deadlineAt);
  if (late === 'too-late') return late;
  if (answer.isSame) return 'unchanged';
  if (answer.seq.seen !== answer.seq.stored) return 'conflict';
  return late ?? 'write';
}

/** Handed in by the person, and not closed by its time: an attempt closed by the clock ends at its deadline. */
export function wasHandedIn(attempt: { deadlineAt: Date | null; submittedAt: Date | null }): boolean {
  const { deadlineAt, submittedAt } = attempt;
  return submittedAt !== null && (deadlineAt === null || submittedAt < deadlineAt);
}

/**
 * After the deadline the phone's clock is asked, which cannot be trusted but is often right. A clock that puts
 * the answer before the attempt began is certainly wrong: then a person decides.
 */
function decideLate(
  { attempt, now, clientAt, lateAnswers }: ArrivingAnswer,
  deadlineAt: Date,
): AnswerDecision {
  const isWithinReach = now.getTime() <= deadlineAt.getTime() + LATE_ANSWER_MS;
  if (!isWithinReach || clientAt === null || clientAt > deadlineAt) return 'too-late';
  return lateAnswers === 'count' && clientAt >= attempt.startedAt ? 'late-counts' : 'late-waits';
}
