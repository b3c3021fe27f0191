import type { Words } from '../platform/i18n/words.js';
import { eyebrow } from './attempt.page.js';
import type { QuestionRecord } from './attempt-reader.service.js';
import type { AttemptResult } from './attempt-results.service.js';
import { attemptScore } from './attempt-score.js';
import { keyOf } from './key.page.js';
import { answerParts, type Texts } from './question.page.js';
import { showQuestion } from './question-types/question-types.js';
import { refusalMessage, sentence } from './quiz.page.js';
import {
  bestAttempt,
  CRITICAL_THRESHOLD,
  isCriticalAspectMet,
  REPEAT_CAP,
  type ScoredAttempt,
} from './recorded-score.js';

/** What an ended attempt came to; the key and the scores only where the review shows them. */
export function resultPage(result: AttemptResult, texts: Texts, words: Words) {
  const { attempt, questions, review } = result;
  return {
    titleText: words.t('quizzes.result.title', { quiz: attempt.activity.title }),
    quizId: attempt.activity.id,
    eyebrow: eyebrow(attempt, words),
    heading: words.t('quizzes.result.title', { quiz: attempt.activity.title }),
    ended: words.t(endedBy(attempt), { when: words.instant(attempt.submittedAt ?? attempt.startedAt) }),
    score: review.score && attempt.score !== null ? words.score(attempt.score) : null,
    ...(review.score ? grades(result, words) : { reasons: [] }),
    later: notYet(result, words),
    next: nextStep(result, words),
    questions: questions.map((question) => judged(question, review.key, texts, words)),
  };
}

const endedBy = ({ submittedAt, deadlineAt }: AttemptResult['attempt']): string =>
  submittedAt && deadlineAt && submittedAt >= deadlineAt
    ? 'quizzes.result.timeUp'
    : 'quizzes.result.handedIn';

/** The recorded score and why it is that, as sentences. */
function grades({ attempt, attempts, questions }: AttemptResult, words: Words) {
  const visible = attempts.flatMap(({ attempt: each, review }): ScoredAttempt[] =>
    review.score ? [{ number: each.number, score: each.score, isMustPassRight: each.mustPassMet }] : [],
  );
  const best = bestAttempt(visible);
  const { critical } = attempt.activity;
  return {
    recorded: best && words.score(best.recorded),
    reasons: [
      ...(attempt.score === null ? [waiting(questions, words)] : []),
      ...(attempt.state === 'waiting' && attempt.score !== null ? [words.t('quizzes.result.lateWaits')] : []),
      ...(best ? [recordedBecause(best, words)] : []),
      ...(best && critical !== null ? [criticalBecause(visible, words)] : []),
    ],
  };
}

function waiting(questions: readonly QuestionRecord[], words: Words): string {
  const { atLeast, waiting: count } = attemptScore(
    questions.map((question) => ({ ...question, isMustPass: question.mustPass })),
  );
  return words.t('quizzes.result.waiting', { count, atLeast: words.score(atLeast) });
}

function recordedBecause(
  { number, score, recorded }: NonNullable<ReturnType<typeof bestAttempt>>,
  words: Words,
): string {
  const values = { number, score: words.score(score), cap: words.score(REPEAT_CAP) };
  return words.t(recorded < score ? 'quizzes.result.capped' : 'quizzes.result.best', values);
}

function criticalBecause(visible: readonly ScoredAttempt[], words: Words): string {
  const key = isCriticalAspectMet(visible) ? 'quizzes.result.criticalMet' : 'quizzes.result.criticalOpen';
  return words.t(key, { threshold: words.score(CRITICAL_THRESHOLD) });
}

/** What cannot be seen yet, and from when on. */
function notYet({ review }: AttemptResult, words: Words): string | null {
  if (review.key) return null;
  const what = review.score ? 'key' : 'score';
  const from = review.opening[what] ?? review.opening.key;
  if (from) return words.t(`quizzes.result.later.${what}`, { when: words.instant(from) });
  return words.t(`quizzes.result.never.${what}`);
}

function nextStep({ next }: AttemptResult, words: Words) {
  if (!next) return null;
  if ('refusal' in next) return { text: sentence(refusalMessage(next.refusal, words), words), isOpen: false };
  return { text: words.t('quizzes.result.next'), isOpen: true };
}

const STATES = {
  right: { tone: 'done', icon: 'check' },
  partly: { tone: 'wait', icon: 'alert' },
  wrong: { tone: 'bad', icon: 'cross' },
  waiting: { tone: 'wait', icon: 'clock' },
};

/** One question with the learner's answer and, where it may be seen, what was right and why. */
export function judged(record: QuestionRecord, showsKey: boolean, texts: Texts, words: Words) {
  const { position, drawn, value, points, score, mustPass } = record;
  const { stem, question } = showQuestion(record, drawn, value);
  const view = {
    number: position,
    stem: texts.block(stem),
    answer: answerParts(question, texts, words),
  };
  if (!showsKey) return { ...view, options: null, state: null };
  const state = score === null ? 'waiting' : score === points ? 'right' : score > 0 ? 'partly' : 'wrong';
  const chosen = 'options' in question ? question.options.filter((option) => option.isChosen) : [];
  return {
    ...view,
    mustPass,
    state: {
      ...STATES[state],
      text: words.t(`quizzes.result.${state === 'waiting' ? 'waitingOne' : state}`),
    },
    points:
      score === null
        ? null
        : words.t('quizzes.result.points', { earned: words.score(score), points: words.score(points) }),
    feedback: score === null ? null : record.feedback,
    ...keyOf(record, new Set(chosen.map(({ id }) => id)), texts, words),
  };
}
