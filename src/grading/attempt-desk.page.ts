import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { AnswerJudgement, LateDecision } from '../quizzes/answer-judgement.entity.js';
import type { AnswerLogEntry } from '../quizzes/attempt.entity.js';
import type { JudgedQuestion } from '../quizzes/judged-attempts.service.js';
import { answerSeen } from '../quizzes/judged-answers.js';
import { type AnswerPart, answerParts, type Texts } from '../quizzes/question.page.js';
import { correctText } from '../quizzes/key.page.js';
import {
  correctAnswer,
  graderGuidance,
  isJudgedByPerson,
  showQuestion,
} from '../quizzes/question-types/question-types.js';
import type { AnswerJudgementForm } from './attempt-desk.form.js';
import type { AttemptDesk } from './attempt-desk.service.js';
import { type QueueFilter, searchOf } from './queue-filter.js';
import type { Way } from './rounds.service.js';

interface Showing {
  form: Form<AnswerJudgementForm>;
  way: Way;
  filter: QueueFilter;
  /** The question whose form was just sent. */
  position: number | null;
  /** Somebody else has judged it since the page was opened. */
  isStale: boolean;
}

/** An ended attempt: what a person must judge, with the key beside it, and what was decided already. */
export function attemptDeskPage(desk: AttemptDesk, showing: Showing, texts: Texts, words: Words) {
  const { attempt, className, questions, decisions } = desk;
  const { way, filter } = showing;
  const name = fullName(attempt.enrolment.person);
  const search = searchOf(filter);
  const shown = questions.filter(
    (question) => question.late !== null || isJudgedByPerson(question.questionVersion),
  );
  return {
    titleText: `${attempt.activity.title} · ${name}`,
    names: name,
    eyebrow: [attempt.activity.title, className, words.t('grading.left', { count: way.total })]
      .filter(Boolean)
      .join(' · '),
    ...way,
    queue: `/grading${search}`,
    ended: words.t('grading.attempt.ended', {
      number: attempt.number,
      when: words.instant(attempt.submittedAt ?? attempt.startedAt),
    }),
    score: attempt.score === null ? '–' : words.score(attempt.score),
    questions: shown.map((question) => questionPart(desk, question, showing, texts, words)),
    decisions: decisions.map((decision) => decisionLine(decision, words)),
  };
}

function questionPart(
  { attempt }: AttemptDesk,
  question: JudgedQuestion,
  showing: Showing,
  texts: Texts,
  words: Words,
) {
  const { position, questionVersion, drawn, value, points, score, late } = question;
  const action = `/grading/attempts/${attempt.id}`;
  const search = searchOf(showing.filter);
  const answer = (given: unknown) =>
    answerParts(showQuestion(questionVersion, drawn, given).question, texts, words);
  const guidance = graderGuidance(questionVersion);
  return {
    number: position,
    title: words.t('quizzes.result.question', { number: position }),
    stem: texts.block(showQuestion(questionVersion, drawn, value).stem),
    answer: answer(value),
    correct: correctParts(question, texts, words),
    guidance: guidance === '' ? '' : texts.block(guidance),
    earned:
      score === null
        ? ''
        : words.t('quizzes.result.points', { earned: words.score(score), points: words.score(points) }),
    late: late && latePart(late, answer(late.value), `${action}/late/${late.id}${search}`, words),
    judging:
      isJudgedByPerson(questionVersion) && value !== null && late === null
        ? judgingPart(question, `${action}/answers/${position}${search}`, showing)
        : null,
    history: question.judgements.map((judgement) => judgementLine(judgement, words)),
  };
}

/** The right answer: its options, or a number, a truth or texts in words. */
function correctParts({ questionVersion, drawn }: JudgedQuestion, texts: Texts, words: Words): AnswerPart[] {
  const { correct } = correctAnswer(questionVersion, drawn);
  if (correct.kind === 'options')
    return correct.options.flatMap(({ text, isRight }) => (isRight ? [{ html: texts.inline(text) }] : []));
  const text = correctText(correct, words);
  return text ? [{ text }] : [];
}

const latePart = (
  { id, receivedAt, clientAt }: AnswerLogEntry,
  answer: ReturnType<typeof answerParts>,
  action: string,
  words: Words,
) => ({
  id,
  action,
  answer,
  when: words.t('grading.attempt.lateWhen', {
    written: clientAt ? words.exactTime(clientAt) : '–',
    received: words.exactTime(receivedAt),
  }),
});

/** The form of one answer: what was typed, else the judgement that stands. */
function judgingPart(
  { position, seq, score, judgements }: JudgedQuestion,
  action: string,
  { form, position: sent, isStale }: Showing,
) {
  const isSent = sent === position;
  const latest = judgements.at(-1);
  return {
    action,
    position,
    seen: answerSeen(seq, judgements.length),
    isStale: isSent && isStale,
    isJudged: score !== null,
    score: isSent ? form.values['score'] : latest ? String(latest.score / 100).replace('.', ',') : '',
    feedback: isSent ? form.values['feedback'] : (latest?.feedback ?? ''),
    reason: isSent ? form.values['reason'] : '',
    wrong: isSent ? form.errors['score'] : undefined,
  };
}

const judgementLine = ({ grader, judgedAt, score, feedback, reason }: AnswerJudgement, words: Words) => ({
  by: words.t('assignments.judgement.by', { name: fullName(grader), when: words.instant(judgedAt) }),
  score: words.score(score),
  feedback,
  reason,
});

const decisionLine = ({ entry, accepted, decidedBy, decidedAt, reason }: LateDecision, words: Words) => ({
  what: words.t(`grading.attempt.${accepted ? 'accepted' : 'refused'}`, { number: entry.position }),
  by: words.t('assignments.judgement.by', { name: fullName(decidedBy), when: words.instant(decidedAt) }),
  reason,
});
