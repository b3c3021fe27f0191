import type { Words } from '../platform/i18n/words.js';
import { answerFields, mistake, type Texts } from '../quizzes/question.page.js';
import { scoreAnswer, showQuestion } from '../quizzes/question-types/question-types.js';
import { judged } from '../quizzes/result.page.js';
import type { RecallProblem } from './recall-answers.service.js';
import { POINTS } from './recall-question.js';
import type { RecallAnswer } from './recall.entity.js';
import type { AskedAgain, RecallPage, RecallRound } from './recall.service.js';

/** One answer takes about this long. */
const SECONDS = 45;

/** "5 soal, 4 menit" on the first page; null where nothing is asked now. */
export const recallPanel = ({ chosen }: Pick<RecallRound, 'chosen'>, words: Words): string | null =>
  chosen.length === 0
    ? null
    : words.t('recall.panel', {
        questions: words.t('recall.questions', { count: chosen.length }),
        minutes: words.t('recall.minutes', { count: Math.ceil((chosen.length * SECONDS) / 60) }),
      });

/** A question with its form. */
export function recallQuestionPage(
  { round, question, key }: RecallPage & { question: AskedAgain },
  trouble: { problem: RecallProblem; given: unknown } | null,
  texts: Texts,
  words: Words,
) {
  const number = round.answered.length + 1;
  const total = round.answered.length + round.chosen.length;
  const shown = showQuestion(question, question.drawn, null);
  return {
    titleText: words.t('recall.title', { number, total }),
    question: {
      number,
      partial: `attempts/_${shown.question.type}`,
      stem: texts.block(shown.stem),
      questionId: question.questionId,
      versionId: question.versionId,
      times: question.times,
      key,
      ...answerFields(shown.question, texts, words),
      ...(trouble ? troubleOf(trouble, words) : {}),
    },
    heading: words.t('quizzes.attempt.question', { number, total }),
  };
}

const troubleOf = ({ problem, given }: { problem: RecallProblem; given: unknown }, words: Words) =>
  problem === 'empty'
    ? { error: words.t('recall.empty') }
    : mistake({ kind: 'problem', problem, given }, words);

/** What was right and why, and when the question comes again. */
export function recallAnswerPage(answer: RecallAnswer, round: RecallRound, texts: Texts, words: Words) {
  const place = round.answered.findIndex(({ id }) => id === answer.id);
  return {
    title: 'recall.answer.title',
    isRight: answer.isRight,
    again: answer.dueAt
      ? words.t('recall.answer.again', { day: words.dayAndMonth(answer.dueAt) })
      : words.t('recall.answer.learnt'),
    judged: judgedAnswer(answer, place + 1 || 1, texts, words),
    hasMore: round.chosen.length > 0,
  };
}

function judgedAnswer(answer: RecallAnswer, number: number, texts: Texts, words: Words) {
  const { questionVersion, drawn, value } = answer;
  const { type, stem, body } = questionVersion;
  const score = scoreAnswer(questionVersion, drawn, value, POINTS);
  const unused = { seq: 0, flagged: false, answeredAt: answer.answeredAt, mustPass: false, feedback: null };
  const record = { type, stem, body, drawn, value, score, points: POINTS, position: number, ...unused };
  return { ...judged(record, true, texts, words), points: null };
}

/** What the week's questions came to, and when more come. */
export function recallSummaryPage({ answered, next }: RecallRound, texts: Texts, words: Words) {
  const right = answered.filter(({ isRight }) => isRight).length;
  return {
    title: 'recall.summary.title',
    count: answered.length > 0 ? words.t('recall.summary.count', { right, count: answered.length }) : null,
    answers: answered.map(({ id, isRight, drawn, questionVersion }, index) => ({
      href: `/recall/answers/${id}`,
      name: words.t('quizzes.result.question', { number: index + 1 }),
      stem: texts.block(showQuestion(questionVersion, drawn, null).stem),
      isRight,
    })),
    next:
      next === null
        ? words.t('recall.summary.none')
        : next === 'next-week'
          ? words.t('recall.summary.nextWeek')
          : words.t('recall.summary.next', { day: words.dayAndMonth(next.at) }),
  };
}
