import type { EntityManager } from 'typeorm';
import type { QuizContent } from '../../src/courses/activity-content.js';
import type { Activity } from '../../src/courses/activity.entity.js';
import { QuestionVersion } from '../../src/courses/question.entity.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from '../../src/quizzes/attempt.entity.js';
import { type Classroom, createQuestion, createQuiz } from './classroom.js';
import type { Client } from './client.js';

/** Words that stand in the keys and explanations of the questions here, and nowhere else. */
export const secret = 'rahasia';

const option = (id: string, text: string) => ({ id, text, explanation: `Pembahasan ${secret} ${text}` });

/** One question of each type that is scored by itself; the explanations all hold the secret word. */
const bodies: { type: string; body: object; right: unknown; wrong: unknown }[] = [
  {
    type: 'single',
    body: {
      options: [
        option('a', 'Menolak dengan sopan'),
        option('b', 'Mengirim foto KTP'),
        option('c', 'Diam saja'),
      ],
      correct: 'a',
    },
    right: 'a',
    wrong: 'b',
  },
  {
    type: 'multiple',
    body: {
      options: [option('a', 'NIB'), option('b', 'Izin edar'), option('c', 'Paspor')],
      correct: ['a', 'b'],
    },
    right: ['a', 'b'],
    wrong: ['c'],
  },
  {
    type: 'truefalse',
    body: { correct: true, explanation: `Pernyataan itu ${secret}.` },
    right: 'true',
    wrong: 'false',
  },
  {
    type: 'numeric',
    body: { correct: 14171, tolerance: 0, unit: 'rupiah', explanation: `Hitung ${secret}.` },
    right: '14.171',
    wrong: '15.000',
  },
  {
    type: 'short',
    body: { accepted: [`hapakat ${secret}`], explanation: `Kata itu ${secret}.` },
    right: `Hapakat ${secret}`,
    wrong: 'musyawarah',
  },
];

/** A quiz of all these questions, every one of which each attempt has; `mustPass` names types. */
export async function createFullQuiz(
  manager: EntityManager,
  room: Classroom,
  content: Partial<QuizContent> = {},
  more: Partial<Omit<Activity, 'id'>> & { key: string; mustPass?: string[] } = { key: 'kuis-p1' },
): Promise<Activity> {
  const { mustPass = [], ...activity } = more;
  for (const { type, body } of bodies)
    await createQuestion(manager, room, {
      key: `${more.key}-${type}`,
      type,
      body,
      mustPass: mustPass.includes(type),
    });
  return await createQuiz(manager, room, { questions: bodies.length, ...content }, activity);
}

/** Presses the button; the attempt's id. */
export async function startAttempt(client: Client, quizId: number): Promise<number> {
  const answer = await client.post(`/quizzes/${quizId}/attempts`).expect(303);
  return Number(/^\/attempts\/(\d+)$/.exec(String(answer.headers['location']))?.[1]);
}

export interface StoredQuestion extends AttemptQuestion {
  questionVersion: QuestionVersion;
}

/** What the database holds of an attempt. */
export async function storedAttempt(
  units: UnitOfWork,
  id: number,
): Promise<{ attempt: Attempt; questions: StoredQuestion[]; log: AnswerLogEntry[] }> {
  return await units.inTransaction(async (manager) => ({
    attempt: await manager.findOneByOrFail(Attempt, { id }),
    questions: await manager.find(AttemptQuestion, {
      where: { attemptId: id },
      relations: { questionVersion: true },
      order: { position: 'ASC' },
    }),
    log: await manager.find(AnswerLogEntry, { where: { attemptId: id }, order: { id: 'ASC' } }),
  }));
}

/** The place of the question of a type in an attempt. */
export const placeOf = (questions: readonly StoredQuestion[], type: string): number =>
  questions.find(({ questionVersion }) => questionVersion.type === type)?.position ?? 0;

/** A right or wrong answer by the letters of this attempt's page. */
export function answerTo(
  { drawn, questionVersion }: StoredQuestion,
  kind: 'right' | 'wrong',
): string | string[] {
  const body = bodies.find(({ type }) => type === questionVersion.type);
  const answer = body?.[kind] as string | string[];
  if (drawn.optionOrder.length === 0) return answer;
  const shown = (id: string): string => 'abcdefghij'.charAt(drawn.optionOrder.indexOf(id));
  return Array.isArray(answer) ? answer.map(shown) : shown(answer);
}

let keys = 0;

/** What the script of the page sends for an answer. */
export const answerJson = (question: number, answer: unknown, more: object = {}) => ({
  question,
  seq: 0,
  answer,
  flagged: false,
  key: `test-key-${String((keys += 1)).padStart(12, '0')}`,
  at: null,
  ...more,
});

/** Answers every question of an attempt: the types named wrongly, the others right. */
export async function answerAll(
  units: UnitOfWork,
  client: Client,
  attemptId: number,
  wrong: readonly string[] = [],
): Promise<void> {
  for (const question of (await storedAttempt(units, attemptId)).questions) {
    const kind = wrong.includes(question.questionVersion.type) ? 'wrong' : 'right';
    const answer = answerTo(question, kind);
    await client
      .postJson(
        `/attempts/${attemptId}/answers`,
        answerJson(question.position, answer, { seq: question.seq }),
      )
      .expect(200);
  }
}

/** The form of a question asked again, filled in; `page` is the page that shows it. */
export async function recallForm(units: UnitOfWork, page: string, kind: 'right' | 'wrong') {
  const hidden = (name: string): string =>
    new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const version = Number(hidden('version'));
  const { type, body } = await units.inTransaction((manager) =>
    manager.findOneByOrFail(QuestionVersion, { id: version }),
  );
  const given = bodies.find((one) => one.type === type)?.[kind] as string | string[];
  const { options } = body as { options?: { id: string; text: string }[] };
  const letterOf = (id: string): string => {
    const text = options?.find((one) => one.id === id)?.text ?? id;
    return new RegExp(`value="([a-j])"[^>]*><span>\\s*${text}\\s*<`).exec(page)?.[1] ?? '';
  };
  const answer = options ? [given].flat().map(letterOf) : given;
  const numbers = { question: Number(hidden('question')), version, times: Number(hidden('times')) };
  return { ...numbers, key: hidden('key'), answer };
}
