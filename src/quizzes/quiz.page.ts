import type { Message } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import type { ReviewedAttempt } from './attempt-reviews.service.js';
import type { StartRefusal } from './attempt-rules.js';
import type { QuizPlace } from './quiz-places.service.js';
import type { QuizIntroduction } from './quizzes.service.js';
import { CRITICAL_THRESHOLD, REPEAT_CAP } from './recorded-score.js';

/** A quiz before it begins: what to expect, what was, and whether one may begin. */
export function quizPage({ quiz, attempts, decision }: QuizIntroduction, words: Words) {
  const { activity, content } = quiz;
  return {
    titleText: activity.title,
    quizId: activity.id,
    eyebrow: words.t('quizzes.intro.eyebrow', {
      purpose: words.t(`quizzes.purpose.${content.purpose}`),
      session: activity.session.number,
    }),
    heading: activity.title,
    rows: conditionsOf(activity, content, words, quiz.window),
    late: words.t(`quizzes.intro.late.${content.purpose === 'exit' ? 'count' : 'wait'}`),
    best: content.attempts > 1 ? words.t('quizzes.intro.best', { cap: words.score(REPEAT_CAP) }) : null,
    critical:
      activity.critical === null
        ? null
        : words.t('quizzes.intro.critical', { threshold: words.score(CRITICAL_THRESHOLD) }),
    attempts: attempts.map((attempt) => pastAttempt(attempt, words)),
    start: startLabel(decision, words),
    refusal: 'refusal' in decision ? sentence(refusalMessage(decision.refusal, words), words) : null,
  };
}

/** How long, how often, from when and until when; without a window as it is planned for everybody. */
export function conditionsOf(
  { passMark }: QuizPlace['activity'],
  { questions, minutes, attempts, gapHours }: QuizPlace['content'],
  words: Words,
  window?: QuizPlace['window'],
): { label: string; value: string }[] {
  const rows: [string, string | null | undefined][] = [
    ['questions', words.t('quizzes.intro.questionCount', { count: questions })],
    ['minutes', words.t('quizzes.intro.minuteCount', { count: minutes + (window?.extraMinutes ?? 0) })],
    ['attempts', allowed(attempts, gapHours, words)],
    ['opens', window?.opensAt && words.instant(window.opensAt)],
    ['due', window?.dueAt && words.instant(window.dueAt)],
    ['passMark', passMark === null ? null : words.score(passMark)],
  ];
  return rows.flatMap(([key, value]) => (value ? [{ label: words.t(`quizzes.intro.${key}`), value }] : []));
}

const allowed = (attempts: number, gap: number, words: Words): string =>
  attempts > 1
    ? words.t('quizzes.intro.attemptsWithGap', { count: attempts, gap })
    : words.t('quizzes.intro.attemptCount', { count: attempts });

function startLabel(decision: QuizIntroduction['decision'], words: Words): string | null {
  if ('resume' in decision) return words.t('quizzes.intro.resume');
  return 'start' in decision ? words.t('quizzes.intro.start', { number: decision.start.number }) : null;
}

/** One line of the earlier attempts; a score only where it may be seen. */
function pastAttempt({ attempt, review }: ReviewedAttempt, words: Words) {
  const { id, number, state, score, startedAt, submittedAt } = attempt;
  const result = review.score && score !== null ? words.score(score) : null;
  return {
    href: `/attempts/${id}`,
    name: words.t('quizzes.intro.attempt', { number }),
    when: words.instant(submittedAt ?? startedAt),
    score: result,
    state: result ? null : words.t(`quizzes.intro.states.${state === 'scored' ? 'hidden' : state}`),
  };
}

/** Why no attempt can begin, and when it can. */
export function refusalMessage(refusal: StartRefusal, words: Words): Message {
  const key = `quizzes.refused.${refusal.reason}`;
  if (refusal.reason === 'not-open-yet') return { key, values: { when: words.instant(refusal.opensAt) } };
  if (refusal.reason === 'closed') return { key, values: { when: words.instant(refusal.dueAt) } };
  if (refusal.reason === 'too-soon') return { key, values: { when: words.instant(refusal.from) } };
  if (refusal.reason === 'no-attempts-left') return { key, values: { count: refusal.maxAttempts } };
  return { key };
}

export const sentence = ({ key, values }: Message, words: Words): string => words.t(key, values);
