import type { Words } from '../platform/i18n/words.js';
import type { AttemptRecord, QuestionRecord } from './attempt-reader.service.js';
import type { OpenAttempt } from './attempts.service.js';
import { questionView, type Texts, type Trouble } from './question.page.js';

const SECOND = 1000;

interface Shown {
  personId: number;
  /** Place of the question to show; the first without an answer where nothing is said. */
  position: number | null;
  trouble?: Trouble;
}

/** A running attempt at one of its questions. */
export function attemptPage(
  open: OpenAttempt,
  { personId, position, trouble }: Shown,
  texts: Texts,
  words: Words,
) {
  const { attempt, questions } = open;
  const shown = chosen(questions, position);
  const place = { attemptId: attempt.id, total: questions.length, trouble };
  const question = shown && questionView(shown, place, texts, words);
  return {
    titleText: `${attempt.activity.title}: ${question?.title ?? ''}`,
    ...frameOf(open, personId, words),
    question,
    navigator: questions.map((each) => step(each, shown, words)),
    scripts: ['scripts/attempt.js'],
  };
}

/** Every question of it, for the script: so that a lost network stops nobody from reading on. */
export const allQuestions = ({ attempt, questions }: OpenAttempt, texts: Texts, words: Words) => ({
  layout: false,
  questions: questions.map((each) =>
    questionView(each, { attemptId: attempt.id, total: questions.length }, texts, words),
  ),
});

/** The last look before handing in. */
export function summaryPage(open: OpenAttempt, personId: number, words: Words) {
  const { attempt, questions } = open;
  const unanswered = questions.filter(({ value }) => value === null).length;
  const flagged = questions.filter((question) => question.flagged).length;
  return {
    titleText: `${attempt.activity.title}: ${words.t('quizzes.summary.title')}`,
    ...frameOf(open, personId, words),
    rows: questions.map((question) => ({
      ...step(question, undefined, words),
      stateText: words.t(question.value === null ? 'quizzes.summary.open' : 'quizzes.summary.answered'),
    })),
    unanswered: unanswered === 0 ? null : words.t('quizzes.summary.unanswered', { count: unanswered }),
    flagged: flagged === 0 ? null : words.t('quizzes.summary.flagged', { count: flagged }),
    scripts: ['scripts/attempt.js'],
  };
}

/** What both pages of a running attempt have around them. */
function frameOf({ attempt, questions, now }: OpenAttempt, personId: number, words: Words) {
  const { deadlineAt } = attempt;
  const remainingMs = deadlineAt && Math.max(0, deadlineAt.getTime() - now.getTime());
  const saved = questions.flatMap(({ answeredAt }) => (answeredAt ? [answeredAt.getTime()] : []));
  return {
    attemptId: attempt.id,
    personId,
    eyebrow: eyebrow(attempt, words),
    now: now.getTime(),
    remainingMs,
    remaining: remainingMs === null ? null : clockText(remainingMs, words),
    endsAt: deadlineAt && words.t('quizzes.attempt.endsAt', { when: words.time(deadlineAt) }),
    saved:
      saved.length === 0
        ? null
        : words.t('quizzes.attempt.saved', { time: words.exactTime(new Date(Math.max(...saved))) }),
    answered: words.t('quizzes.attempt.answered', {
      answered: questions.filter(({ value }) => value !== null).length,
      total: questions.length,
    }),
  };
}

/** "Kuis keluar P9 · percobaan 1 dari 3" */
export const eyebrow = ({ content, session, number }: AttemptRecord, words: Words): string =>
  words.t('quizzes.attempt.eyebrow', {
    purpose: words.t(`quizzes.purpose.${content.purpose}`),
    session,
    number,
    attempts: content.attempts,
  });

const chosen = (questions: readonly QuestionRecord[], position: number | null): QuestionRecord | undefined =>
  questions.find((question) => question.position === position) ??
  questions.find(({ value }) => value === null) ??
  questions[0];

/** One square of the navigator. */
function step({ position, value, flagged }: QuestionRecord, shown: QuestionRecord | undefined, words: Words) {
  const isAnswered = value !== null;
  const states = [isAnswered ? 'answered' : 'open', ...(flagged ? ['flagged'] : [])];
  return {
    number: position,
    isAnswered,
    flagged,
    isCurrent: position === shown?.position,
    label: words.t('quizzes.attempt.step', {
      number: position,
      states: states
        .map((state) => words.t(`quizzes.summary.${state === 'flagged' ? 'marked' : state}`))
        .join(', '),
    }),
  };
}

/** 702 s → "11.42", and "1.05.00" from an hour on; colons in English. The script counts on in the same way. */
function clockText(ms: number, words: Words): string {
  const seconds = Math.floor(ms / SECOND);
  const hours = Math.floor(seconds / 3600);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return [...(hours > 0 ? [String(hours)] : []), ...parts].join(words.language === 'id' ? '.' : ':');
}
